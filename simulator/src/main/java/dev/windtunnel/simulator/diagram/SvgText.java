package dev.windtunnel.simulator.diagram;

/** Builds well-formed SVG text line by line: escapes what comes from users, indents what is nested. */
final class SvgText {

    private final StringBuilder text = new StringBuilder();
    private int depth;

    /** A whole line as it is. */
    SvgText line(String markup) {
        text.append("  ".repeat(depth)).append(markup).append('\n');
        return this;
    }

    /** A start tag; what follows is nested until {@link #close}. */
    SvgText open(String tag) {
        line(tag);
        depth++;
        return this;
    }

    /** The end tag. */
    SvgText close(String name) {
        depth--;
        return line("</" + name + ">");
    }

    /**
     * A text as XML content or as a quoted attribute's value. Characters that XML 1.0 cannot hold become the replacement
     * character.
     */
    static String escaped(String text) {
        StringBuilder result = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> result.append("&amp;");
                case '<' -> result.append("&lt;");
                case '>' -> result.append("&gt;");
                case '"' -> result.append("&quot;");
                case '\'' -> result.append("&#39;");
                default -> result.appendCodePoint(isXml(point) ? point : 0xfffd);
            }
        });
        return result.toString();
    }

    /** XML 1.0, production 2 (Char). */
    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xd7ff)
                || (point >= 0xe000 && point <= 0xfffd)
                || point >= 0x10000;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
