package dev.windtunnel.simulator.report.finding;

import java.util.List;

/** Text that goes on below itself. */
final class Wrapped {

    /** A terminal's width that hardly anybody goes below. */
    private static final int COLUMNS = 110;

    private Wrapped() {}

    /**
     * Adds a text in lines that are at most 110 columns wide, unless a word is wider.
     *
     * @param head what stands before the first line; may hold codes of colors
     * @param indent columns of the head, and of what stands before the other lines
     */
    static void add(List<String> lines, String head, int indent, String text) {
        StringBuilder line = new StringBuilder(head);
        int column = indent;
        for (String word : text.split(" ", -1)) {
            boolean isFirst = column == indent;
            if (!isFirst && column + 1 + word.length() > COLUMNS) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(indent)).append(word);
                column = indent + word.length();
            } else {
                line.append(isFirst ? "" : " ").append(word);
                column += (isFirst ? 0 : 1) + word.length();
            }
        }
        lines.add(line.toString());
    }
}
