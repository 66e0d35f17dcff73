package dev.windtunnel.simulator.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * Widths of text in Helvetica, Arial or Liberation Sans, which share their advance widths, known here by heart so that a
 * picture does not depend on the fonts of the machine that draws it.
 *
 * <p>Source: advance widths of Helvetica and Helvetica-Bold in the Adobe Core 14 font metrics, in thousandths of the size,
 * Latin-1. Other characters count as one em, which is wide enough for ideographs and emoji.
 */
final class TextMetrics {

    private static final int OTHER = 1000;

    private static final short[] REGULAR = widths("""
            278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278
            556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556
            1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778
            667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556
            333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556
            556 556 333 500 278 556 500 722 500 500 500 334 260 334 584
            278 333 556 556 556 556 260 556 333 737 370 556 584 333 737 552
            400 549 333 333 333 576 537 278 333 333 365 556 834 834 834 611
            667 667 667 667 667 667 1000 722 667 667 667 667 278 278 278 278
            722 722 778 778 778 778 778 584 778 722 722 722 722 667 667 611
            556 556 556 556 556 556 889 500 556 556 556 556 278 278 278 278
            556 556 556 556 556 556 556 549 611 556 556 556 556 500 556 500""");

    private static final short[] BOLD = widths("""
            278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278
            556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611
            975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778
            667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556
            333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611
            611 611 389 556 333 611 556 778 556 556 500 389 280 389 584
            278 333 556 556 556 556 280 556 333 737 370 556 584 333 737 552
            400 549 333 333 333 576 556 278 333 333 365 556 834 834 834 611
            722 722 722 722 722 722 1000 722 667 667 667 667 278 278 278 278
            722 722 778 778 778 778 778 584 778 722 722 722 722 667 667 611
            556 556 556 556 556 556 889 556 556 556 556 556 278 278 278 278
            611 611 611 611 611 611 611 549 611 611 611 611 611 556 611 556""");

    private TextMetrics() {}

    private static short[] widths(String table) {
        String[] numbers = table.split("\\s+", -1);
        short[] result = new short[numbers.length];
        for (int at = 0; at < numbers.length; at++) {
            result[at] = Short.parseShort(numbers[at]);
        }
        return result;
    }

    /** Width of one line in pixels at a font size in pixels. */
    static double width(String text, double size, boolean bold) {
        long thousandths =
                text.codePoints().mapToLong(point -> advance(point, bold)).sum();
        return thousandths * size / 1000;
    }

    private static int advance(int point, boolean bold) {
        short[] table = bold ? BOLD : REGULAR;
        if (point >= 0x20 && point <= 0x7e) {
            return table[point - 0x20];
        }
        if (point >= 0xa0 && point <= 0xff) {
            return table[0x7f - 0x20 + point - 0xa0];
        }
        // En dash and the right single quotation mark: the two typographic characters that our own labels use.
        return point == 0x2013 ? 556 : point == 0x2019 ? (bold ? 278 : 222) : OTHER;
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
