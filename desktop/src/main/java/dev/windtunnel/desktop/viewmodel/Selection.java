package dev.windtunnel.desktop.viewmodel;

import dev.windtunnel.simulator.diagram.Diagram;
import dev.windtunnel.simulator.diagram.Drawing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part of the picture that the user looks at.
 *
 * @param id of its part in the drawing
 * @param name what it is called there
 * @param facts about it, may be empty
 */
public record Selection(String id, String name, List<String> facts) {

    /** Copies. */
    public Selection {
        facts = List.copyOf(facts);
    }

    /** The part of this id; empty if the drawing has none that means something. */
    public static Optional<Selection> of(Drawing drawing, String id) {
        Diagram.Element element = drawing.elements().get(id);
        if (element != null) {
            return Optional.of(of(id, element));
        }
        return Optional.ofNullable(drawing.edges().get(id)).map(edge -> of(id, edge, drawing));
    }

    private static Selection of(String id, Diagram.Element element) {
        return switch (element) {
            case Diagram.Node node ->
                new Selection(
                        id,
                        node.lines().getFirst(),
                        node.lines().subList(1, node.lines().size()));
            case Diagram.Group group -> new Selection(id, group.title(), nonBlank(Stream.of(group.detail())));
        };
    }

    private static Selection of(String id, Diagram.Edge edge, Drawing drawing) {
        String name = nameOf(edge.from(), drawing) + " \u2192 " + nameOf(edge.to(), drawing);
        return new Selection(id, name, nonBlank(Stream.of(edge.label())));
    }

    private static String nameOf(String elementId, Drawing drawing) {
        return drawing.elements().values().stream()
                .filter(element -> element.id().equals(elementId))
                .map(element -> of("", element).name())
                .findFirst()
                .orElse(elementId);
    }

    private static List<String> nonBlank(Stream<String> texts) {
        return texts.filter(text -> !text.isBlank()).toList();
    }
}
