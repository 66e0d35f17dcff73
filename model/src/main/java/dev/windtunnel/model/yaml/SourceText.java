package dev.windtunnel.model.yaml;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file's text under the name that the user knows it by.
 *
 * @param name as the user named the file
 * @param text without a byte order mark
 * @param lines the text's lines: asked for once for each problem
 */
record SourceText(String name, String text, List<String> lines) {

    /** Larger files are refused: a design of a thousand workloads takes a tenth of this. */
    static final int MAX_BYTES = 2 * 1024 * 1024;

    SourceText(String name, String text) {
        this(name, text, text.lines().toList());
    }

    /**
     * Decodes UTF-8.
     *
     * @throws InputRejected if the file is too large, is not UTF-8 text, or holds control characters
     */
    static SourceText decode(String name, byte[] bytes) {
        return decode(name, bytes, MAX_BYTES);
    }

    /** The same with another limit. */
    static SourceText decode(String name, byte[] bytes, int mostBytes) {
        if (bytes.length > mostBytes) {
            String what = mostBytes == MAX_BYTES ? "a YAML file" : "the file";
            throw new InputRejected(Problem.at(
                    Position.of(name),
                    "",
                    what + " has at most " + mostBytes / (1024 * 1024) + " MiB, found " + bytes.length + " bytes"));
        }
        CharBuffer characters = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), characters, true);
        characters.flip();
        String text = characters.toString();
        if (result.isError()) {
            throw notText(name, text, text.length(), "bytes that are not UTF-8 (" + reason(result) + ")");
        }
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = (c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == 0x7F || c == 0xFFFE;
            if (control) {
                throw notText(
                        name,
                        text,
                        i,
                        "the control character U+" + String.format(java.util.Locale.ROOT, "%04X", (int) c));
            }
        }
        return new SourceText(name, text);
    }

    private static String reason(CoderResult result) {
        try {
            result.throwException();
            return "";
        } catch (CharacterCodingException malformed) {
            return "malformed sequence of " + result.length() + " bytes";
        }
    }

    private static InputRejected notText(String name, String text, int offset, String found) {
        int line = 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
        int column = offset - text.lastIndexOf('\n', offset - 1);
        return new InputRejected(
                Problem.at(new Position(name, line, column), "", "expected a YAML text, found " + found));
    }

    /** The line of this number, from 1; null if the file has none. */
    @Nullable String line(int number) {
        return number < 1 || number > lines.size() ? null : lines.get(number - 1);
    }
}
