package dev.windtunnel.simulator.diagram;

import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders the elements of rows that stand below each other so that few arrows between them cross: each row by the mean position
 * of what its elements are joined to, downward and upward in turns (Sugiyama, Tagawa and Toda 1981, the barycenter method).
 */
final class Crossings {

    private static final int SWEEPS = 4;

    private Crossings() {}

    /** The same rows, each in a new order. Elements without arrows, and equal ones, keep their order. */
    static List<List<Element>> fewer(List<List<Element>> rows, List<Edge> edges) {
        List<List<Element>> ordered = new ArrayList<>(rows);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int step = 0; step < rows.size(); step++) {
                int at = sweep % 2 == 0 ? step : rows.size() - 1 - step;
                ordered.set(at, byNeighbors(ordered, at, sweep % 2 == 0, edges));
            }
        }
        return ordered;
    }

    /** One row by what stands in the rows before it in the direction of the sweep. */
    private static List<Element> byNeighbors(List<List<Element>> rows, int at, boolean downward, List<Edge> edges) {
        Map<String, Double> fixed = new LinkedHashMap<>();
        List<List<Element>> before = downward ? rows.subList(0, at) : rows.subList(at + 1, rows.size());
        before.forEach(row -> positions(row, fixed));
        Map<String, Double> own = new LinkedHashMap<>();
        positions(rows.get(at), own);
        Map<String, Double> wanted = new LinkedHashMap<>();
        for (Element element : rows.get(at)) {
            wanted.put(element.id(), mean(element, fixed, edges, own.getOrDefault(element.id(), 0.0)));
        }
        List<Element> sorted = new ArrayList<>(rows.get(at));
        sorted.sort(Comparator.comparingDouble(element -> wanted.getOrDefault(element.id(), 0.0)));
        return sorted;
    }

    private static double mean(Element element, Map<String, Double> fixed, List<Edge> edges, double otherwise) {
        double sum = 0;
        int count = 0;
        for (Edge edge : edges) {
            String other = belongs(edge.from(), element) ? edge.to() : belongs(edge.to(), element) ? edge.from() : "";
            Double position = fixed.get(other);
            if (position != null) {
                sum += position;
                count++;
            }
        }
        return count == 0 ? otherwise : sum / count;
    }

    private static boolean belongs(String id, Element element) {
        return element.id().equals(id)
                || (element instanceof Group group && group.children().stream().anyMatch(child -> belongs(id, child)));
    }

    /** From 0 at the left to 1 at the right; what a group holds has the group's. */
    private static void positions(List<Element> row, Map<String, Double> into) {
        for (int at = 0; at < row.size(); at++) {
            note(row.get(at), (at + 0.5) / row.size(), into);
        }
    }

    private static void note(Element element, double position, Map<String, Double> into) {
        into.put(element.id(), position);
        if (element instanceof Group group) {
            group.children().forEach(child -> note(child, position, into));
        }
    }
}
