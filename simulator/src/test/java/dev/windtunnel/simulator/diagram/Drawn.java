package dev.windtunnel.simulator.diagram;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Views of the shipped customer, today and later, and what stands in a picture. */
final class Drawn {

    private static final Architecture TODAY = Designs.innovate();
    private static final Architecture LATER = Designs.later();

    private Drawn() {}

    /** A view of the shipped customer. */
    static Diagram today(View view, String environment) {
        return view.of(TODAY, Designs.environment(TODAY, environment));
    }

    /** A view of its production with what it may have later. */
    static Diagram later(View view) {
        return view.of(LATER, Designs.environment(LATER, "prod"));
    }

    /** What is written on a node. */
    static List<String> lines(Diagram diagram, String id) {
        return ((Node) Objects.requireNonNull(diagram.byId().get(id), id)).lines();
    }

    /** A group by its id. */
    static Group group(Diagram diagram, String id) {
        return (Group) Objects.requireNonNull(diagram.byId().get(id), id);
    }

    /** The label of an arrow that must be there. */
    static String label(Diagram diagram, String from, String to, EdgeKind kind) {
        return diagram.edges().stream()
                .filter(edge -> edge.kind() == kind
                        && edge.from().equals(from)
                        && edge.to().equals(to))
                .map(Edge::label)
                .findFirst()
                .orElseThrow(() -> new AssertionError(from + " -> " + to + " is not among " + diagram.edges()));
    }

    /** The ids of all elements. */
    static Set<String> ids(Diagram diagram) {
        return diagram.byId().keySet();
    }
}
