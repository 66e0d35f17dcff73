package dev.windtunnel.simulator.report.chart;

/**
 * HTML or SVG text under construction. Whatever is not markup is escaped here and nowhere else. Each element begins on its
 * own line.
 */
public final class Markup {

    private final StringBuilder out = new StringBuilder();

    /** Of an element; the value is not escaped yet. */
    public record Attribute(String name, String value) {}

    /** An attribute. */
    public static Attribute attr(String name, Object value) {
        return new Attribute(name, value.toString());
    }

    /** The attribute {@code class}. */
    public static Attribute style(String name) {
        return new Attribute("class", name);
    }

    /** An opening tag. */
    public Markup open(String name, Attribute... attributes) {
        tag(name, attributes);
        out.append(">\n");
        return this;
    }

    /** A closing tag. */
    public Markup close(String name) {
        out.append("</").append(name).append(">\n");
        return this;
    }

    /** An element that holds nothing but text. */
    public Markup element(String name, String text, Attribute... attributes) {
        tag(name, attributes);
        out.append('>').append(escaped(text)).append("</").append(name).append(">\n");
        return this;
    }

    /** An SVG element that holds nothing. */
    public Markup empty(String name, Attribute... attributes) {
        tag(name, attributes);
        out.append("/>\n");
        return this;
    }

    /** Text. */
    public Markup text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** Markup that is ready. */
    public Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Text for content and for attributes in double quotes; control characters, which no markup may hold, are left out. */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    if (c >= ' ' || c == '\n' || c == '\t') {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }

    private void tag(String name, Attribute... attributes) {
        out.append('<').append(name);
        for (Attribute attribute : attributes) {
            out.append(' ').append(attribute.name()).append("=\"").append(escaped(attribute.value()));
            out.append('"');
        }
    }

    /** All of it so far. */
    @Override
    public String toString() {
        return out.toString();
    }
}
