package dev.windtunnel.simulator.diagram;

import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import dev.windtunnel.simulator.diagram.Overlay.Tone;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two designs in one picture: the second one, with what it adds, what it changes, and, where it stood, what it leaves out.
 *
 * <p>Elements are the same if their ids are. A group that is added or removed is marked as a whole, not once more for each
 * thing in it. Overlays that the two diagrams had are left out.
 */
public final class DiagramDiff {

    private final Map<String, Element> before;
    private final Map<String, Element> after;
    private final Map<Tone, Integer> counts = new EnumMap<>(Tone.class);

    private DiagramDiff(Diagram before, Diagram after) {
        this.before = before.byId();
        this.after = after.byId();
    }

    /** The picture of the change from one diagram to the other, of the same view. */
    public static Diagram of(Diagram before, Diagram after) {
        return new DiagramDiff(before, after).draw(before, after);
    }

    private Diagram draw(Diagram one, Diagram other) {
        List<Element> elements = merged(one.elements(), other.elements(), false);
        List<Edge> edges = edges(one.edges(), other.edges(), elements);
        List<String> told = new ArrayList<>();
        counts.forEach((tone, count) -> told.add(count + " " + tone.word()));
        String from = one.title().equals(other.title()) ? "" : " from " + one.title();
        String change = "Change" + from + ": " + (told.isEmpty() ? "nothing differs" : String.join(", ", told));
        String subtitle = other.subtitle().isBlank() ? change : other.subtitle() + ". " + change;
        return new Diagram(other.title(), subtitle, elements, edges);
    }

    /** The second list, with what only the first has behind what it stood behind there. */
    private List<Element> merged(List<Element> one, List<Element> other, boolean insideNew) {
        List<Element> result = new ArrayList<>();
        for (Element element : other) {
            result.add(after(element, insideNew));
        }
        int at = 0;
        for (Element element : one) {
            int stands = position(result, element.id());
            if (stands >= 0) {
                at = stands + 1;
            } else if (!after.containsKey(element.id())) {
                result.add(at, removed(element));
                at++;
            }
        }
        return result;
    }

    private static int position(List<Element> elements, String id) {
        for (int at = 0; at < elements.size(); at++) {
            if (elements.get(at).id().equals(id)) {
                return at;
            }
        }
        return -1;
    }

    private Element after(Element element, boolean insideNew) {
        Element old = before.get(element.id());
        boolean isLane = element instanceof Group group && group.kind() == GroupKind.LANE;
        boolean marksNew = old == null && !insideNew && !isLane;
        Element plain =
                switch (element) {
                    case Node node -> new Node(node.id(), node.kind(), node.lines());
                    case Group group -> {
                        List<Element> earlier = old instanceof Group was ? was.children() : List.of();
                        yield with(group, merged(earlier, group.children(), insideNew || marksNew));
                    }
                };
        if (marksNew) {
            return marked(plain, Tone.ADDED, "");
        }
        if (old == null || isLane || words(old).equals(words(element))) {
            return plain;
        }
        return marked(plain, Tone.CHANGED, was(words(old), words(element)));
    }

    private static List<String> words(Element element) {
        return switch (element) {
            case Node node -> node.lines();
            case Group group -> List.of(group.title(), group.detail());
        };
    }

    private static Element bare(Element element) {
        return switch (element) {
            case Node node -> new Node(node.id(), node.kind(), node.lines());
            case Group group -> with(group, List.of());
        };
    }

    private static Group with(Group group, List<Element> children) {
        return new Group(group.id(), group.kind(), group.title(), group.detail(), group.arrangement(), children);
    }

    private static String was(List<String> old, List<String> now) {
        List<String> gone = new ArrayList<>(old);
        gone.removeAll(now);
        gone.removeIf(String::isBlank);
        return gone.isEmpty() ? "" : "was " + String.join(", ", gone);
    }

    /** What went, without those of its parts that stand elsewhere now. */
    private Element removed(Element element) {
        Element plain = remaining(element);
        if (!(plain instanceof Group lane) || lane.kind() != GroupKind.LANE) {
            return marked(plain, Tone.REMOVED, "");
        }
        List<Element> children = new ArrayList<>();
        lane.children().forEach(child -> children.add(removed(child)));
        return with(lane, children);
    }

    private Element remaining(Element element) {
        if (!(element instanceof Group group)) {
            return bare(element);
        }
        List<Element> children = new ArrayList<>();
        for (Element child : group.children()) {
            if (!after.containsKey(child.id())) {
                children.add(remaining(child));
            }
        }
        return with(group, children);
    }

    private Element marked(Element element, Tone tone, String text) {
        counts.merge(tone, 1, Integer::sum);
        return element.with(new Overlay(tone, text));
    }

    private record Ends(String from, String to, EdgeKind kind) {
        static Ends of(Edge edge) {
            return new Ends(edge.from(), edge.to(), edge.kind());
        }
    }

    private List<Edge> edges(List<Edge> one, List<Edge> other, List<Element> elements) {
        Map<Ends, Edge> old = new LinkedHashMap<>();
        one.forEach(edge -> old.putIfAbsent(Ends.of(edge), edge));
        Set<String> drawn = new Diagram("", "", elements, List.of()).byId().keySet();
        Set<Ends> kept = new LinkedHashSet<>();
        List<Edge> result = new ArrayList<>();
        for (Edge edge : other) {
            kept.add(Ends.of(edge));
            Edge was = old.get(Ends.of(edge));
            if (was == null) {
                result.add(toned(edge, Tone.ADDED, edge.label()));
            } else if (was.label().equals(edge.label())) {
                result.add(new Edge(edge.from(), edge.to(), edge.kind(), edge.label(), edge.flow()));
            } else {
                String label =
                        (edge.label() + " (was " + (was.label().isBlank() ? "unlabeled" : was.label()) + ")").strip();
                result.add(toned(edge, Tone.CHANGED, label));
            }
        }
        for (Edge edge : one) {
            boolean canBeDrawn = drawn.contains(edge.from()) && drawn.contains(edge.to());
            if (canBeDrawn && !kept.contains(Ends.of(edge))) {
                result.add(toned(edge, Tone.REMOVED, edge.label()));
            }
        }
        return result;
    }

    private static Edge toned(Edge edge, Tone tone, String label) {
        return new Edge(edge.from(), edge.to(), edge.kind(), label, edge.flow(), tone);
    }
}
