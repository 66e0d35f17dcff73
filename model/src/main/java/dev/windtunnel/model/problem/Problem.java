package dev.windtunnel.model.problem;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with the input, said so that it can be mended.
 *
 * @param position where
 * @param path the keys that lead there, {@code workloads.backend.replicas}; empty for the whole file
 * @param message what was found and what was expected, one sentence without a full stop
 * @param advice the nearest valid name or what to do; null if there is nothing more to say
 * @param sourceLine the line of the file, for the caret; null if there is none
 */
public record Problem(
        Position position,
        String path,
        String message,
        @Nullable String advice,
        @Nullable String sourceLine) {

    private static final int LONGEST_LINE = 200;

    /** A name or a value of a megabyte is quoted no further than one can read. */
    private static final int LONGEST_SENTENCE = 2_000;

    /** Without a source line. */
    public static Problem at(Position position, String path, String message) {
        return new Problem(position, path, message, null, null);
    }

    /** The problem as it is printed: position, message, advice, and the source line with a caret under the column. */
    public String print() {
        StringBuilder text = new StringBuilder();
        text.append(position).append(": error: ").append(cut(message));
        if (!path.isEmpty()) {
            text.append(" (at ").append(cut(path)).append(')');
        }
        if (advice != null) {
            text.append("; ").append(cut(advice));
        }
        if (sourceLine != null) {
            int before = Math.max(0, position.column() - 1);
            // Of a file that is one long line, what stands around the column.
            int cut = sourceLine.length() <= LONGEST_LINE ? 0 : Math.clamp(before - LONGEST_LINE / 2, 0, before);
            String shown = sourceLine.substring(
                    Math.min(cut, sourceLine.length()), Math.min(sourceLine.length(), cut + LONGEST_LINE));
            text.append('\n').append("    ").append(shown.replace('\t', ' '));
            text.append('\n').append(" ".repeat(4 + before - cut)).append('^');
        }
        return printable(text.toString());
    }

    private static String cut(String sentence) {
        return sentence.length() <= LONGEST_SENTENCE ? sentence : sentence.substring(0, LONGEST_SENTENCE) + "...";
    }

    /** What a file holds may be anything: control characters are shown, not sent to a terminal. */
    private static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.chars().forEach(c -> shown.append(c != '\n' && Character.isISOControl(c) ? '\uFFFD' : (char) c));
        return shown.toString();
    }
}
