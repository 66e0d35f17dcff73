package dev.windtunnel.simulator.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * Widths of text by the advance table of the bundled {@link Typeface}, so that a picture does not depend on the fonts of the
 * machine that draws it.
 *
 * <p>A character without a letter there counts as one em, which is wide enough for ideographs; joiners, variation selectors
 * and combining marks take no room.
 */
final class TextMetrics {

    private TextMetrics() {}

    /** Width of one line in pixels at a font size in pixels. */
    static double width(String text, double size, boolean bold) {
        return text.codePoints().mapToDouble(point -> advance(point, bold)).sum() * size;
    }

    /** Width of one character as a share of the font size. */
    static double advance(int point, boolean bold) {
        Typeface.Letter letter = Typeface.letter(point, bold);
        if (letter != null) {
            return letter.advance();
        }
        return takesNoRoom(point) ? 0 : 1;
    }

    private static boolean takesNoRoom(int point) {
        int type = Character.getType(point);
        return type == Character.FORMAT || type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** Breaks a text into lines of at most this width: between words where that is enough, else inside of them. Never empty. */
    static List<String> wrap(String text, double size, boolean bold, double maxWidth) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            String joined = line.isEmpty() ? word : line + " " + word;
            if (width(joined, size, bold) <= maxWidth) {
                line.setLength(0);
                line.append(joined);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(broken(word, size, bold, maxWidth, lines));
        }
        lines.add(line.toString());
        return lines;
    }

    /** Adds full lines of a word that is too long for one, and returns what is left of it. */
    private static String broken(String word, double size, boolean bold, double maxWidth, List<String> lines) {
        StringBuilder piece = new StringBuilder();
        for (int point : word.codePoints().toArray()) {
            String character = Character.toString(point);
            if (!piece.isEmpty() && width(piece + character, size, bold) > maxWidth) {
                lines.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(character);
        }
        return piece.toString();
    }
}
