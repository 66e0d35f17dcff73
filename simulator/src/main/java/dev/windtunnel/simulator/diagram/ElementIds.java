package dev.windtunnel.simulator.diagram;

import java.util.Locale;

/** Turns element ids of any characters into identifiers that Mermaid, DOT and XML accept, no two into the same one. */
final class ElementIds {

    private ElementIds() {}

    /**
     * {@code n_} or {@code g_}, then ASCII letters and digits as they are, single dots between two of them as {@code _}, and
     * any other character as {@code __}, its code point in hexadecimal, {@code __}. The prefix keeps words such as {@code end}
     * from ending a Mermaid subgraph.
     */
    static String of(Diagram.Element element) {
        StringBuilder result = new StringBuilder(element instanceof Diagram.Group ? "g_" : "n_");
        String id = element.id();
        for (int at = 0; at < id.length(); ) {
            int point = id.codePointAt(at);
            if (isPlain(point)) {
                result.appendCodePoint(point);
            } else if (point == '.'
                    && at > 0
                    && at + 1 < id.length()
                    && isPlain(id.charAt(at - 1))
                    && isPlain(id.charAt(at + 1))) {
                result.append('_');
            } else {
                result.append("__")
                        .append(Integer.toHexString(point).toLowerCase(Locale.ROOT))
                        .append("__");
            }
            at += Character.charCount(point);
        }
        return result.toString();
    }

    private static boolean isPlain(int point) {
        return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || (point >= '0' && point <= '9');
    }
}
