package dev.windtunnel.simulator.diagram;

import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import java.util.ArrayList;
import java.util.List;

/** The words of an element for formats that do their own layout: its label, then what its overlay says. */
final class Captions {

    private Captions() {}

    /** At least one line. */
    static List<String> of(Element element) {
        List<String> lines =
                switch (element) {
                    case Node node -> new ArrayList<>(node.lines());
                    case Group group -> new ArrayList<>(List.of((group.title() + " " + group.detail()).strip()));
                };
        Overlay overlay = element.overlay();
        if (overlay != null) {
            lines.add(overlay.sentence());
        }
        return lines;
    }

    /** The text without line breaks and control characters, which no label can hold: a space stands for each. */
    static String printable(String text) {
        StringBuilder result = new StringBuilder();
        text.codePoints()
                .forEach(point -> result.appendCodePoint(
                        Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE
                                ? ' '
                                : point));
        return result.toString();
    }
}
