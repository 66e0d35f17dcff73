package dev.windtunnel.model.yaml;

import dev.windtunnel.model.yaml.YamlNode.Empty;
import dev.windtunnel.model.yaml.YamlNode.Entry;
import dev.windtunnel.model.yaml.YamlNode.Mapping;
import dev.windtunnel.model.yaml.YamlNode.Scalar;
import dev.windtunnel.model.yaml.YamlNode.Sequence;
import java.util.Locale;
import java.util.regex.Pattern;

/** Prints a tree as YAML: two spaces a level, lists of words on one line, texts quoted where a YAML tool could misread them. */
final class YamlText {

    private static final int LONGEST_ROW = 100;

    /** Neither a number, nor a truth, nor a date, nor anything with a meaning in YAML. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z/][A-Za-z0-9_./-]*( [A-Za-z0-9_./-]+)*");

    private static final Pattern MEANS_SOMETHING = Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n");

    /** What stands unquoted though it is no word: units, numbers, distributions. */
    private static final Pattern QUANTITY = Pattern.compile("[A-Za-z0-9+.-][A-Za-z0-9 _.,:+%/()-]*");

    private final StringBuilder text = new StringBuilder();

    private YamlText() {}

    /** The text of a mapping, with a line break at its end. */
    static String print(Mapping root) {
        YamlText printer = new YamlText();
        printer.entries(root, 0);
        return printer.text.isEmpty() ? "{}\n" : printer.text.toString();
    }

    private void entries(Mapping mapping, int depth) {
        for (Entry entry : mapping.entries()) {
            text.append("  ".repeat(depth)).append(quoted(entry.key(), WORD)).append(':');
            value(entry.value(), depth);
        }
    }

    private void value(YamlNode node, int depth) {
        switch (node) {
            case Mapping mapping when mapping.entries().isEmpty() -> text.append(" {}\n");
            case Mapping mapping -> {
                text.append('\n');
                entries(mapping, depth + 1);
            }
            case Sequence sequence
            when isRow(sequence) -> text.append(' ').append(row(sequence)).append('\n');
            case Sequence sequence -> {
                text.append('\n');
                elements(sequence, depth + 1);
            }
            case Scalar scalar -> text.append(' ').append(scalar(scalar)).append('\n');
            case Empty _ -> text.append('\n');
        }
    }

    private void elements(Sequence sequence, int depth) {
        for (YamlNode element : sequence.elements()) {
            int from = text.length();
            switch (element) {
                case Mapping mapping
                when !mapping.entries().isEmpty() -> {
                    entries(mapping, depth + 1);
                    // The first key stands behind the dash.
                    text.replace(from, from + 2 * (depth + 1), "  ".repeat(depth) + "- ");
                }
                default -> {
                    text.append("  ".repeat(depth)).append('-');
                    value(element, depth);
                }
            }
        }
    }

    /** Whether the list is short and of plain words: then nothing in it can be taken for YAML. */
    private static boolean isRow(Sequence sequence) {
        boolean isPlain = sequence.elements().stream()
                .allMatch(element -> element instanceof Scalar scalar
                        ? WORD.matcher(scalar.text()).matches()
                                || (scalar.text().matches("[A-Za-z0-9.%-]+") && !scalar.quoted())
                        : element instanceof Sequence inner && isRow(inner));
        return isPlain && row(sequence).length() <= LONGEST_ROW;
    }

    private static String row(Sequence sequence) {
        return sequence.elements().stream()
                .map(element -> element instanceof Sequence inner ? row(inner) : scalar((Scalar) element))
                .collect(java.util.stream.Collectors.joining(", ", "[", "]"));
    }

    /** A text, marked as quoted, needs to be a word to stand plain; a quantity may hold more. */
    private static String scalar(Scalar scalar) {
        return quoted(scalar.text(), scalar.quoted() ? WORD : QUANTITY);
    }

    private static String quoted(String plain, Pattern harmless) {
        boolean isHarmless = harmless.matcher(plain).matches()
                && !plain.endsWith(":")
                && !plain.endsWith(" ")
                && !plain.contains(": ")
                && !plain.startsWith("- ")
                && !plain.equals("-")
                && (harmless != WORD || !MEANS_SOMETHING.matcher(plain).matches());
        if (isHarmless) {
            return plain;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    boolean isSeen = (c >= ' ' && c < 0x7F) || (c > 0xA0 && c < 0x2000) || (c > 0x2FFF && c < 0xFE00);
                    quoted.append(isSeen ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04X", (int) c));
                }
            }
        }
        return quoted.append('"').toString();
    }
}
