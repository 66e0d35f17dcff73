package dev.windtunnel.simulator.diagram;

import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Layout.Box;
import dev.windtunnel.simulator.diagram.Layout.Point;
import dev.windtunnel.simulator.diagram.Layout.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays a diagram out: boxes by {@link Placement}, then arrows by {@link EdgeRouter}, then their labels by {@link LabelPlacement}.
 *
 * <p>Not by a general graph layout: an architecture is no arbitrary graph. Who draws it knows that zones stand side by side and
 * tiers below each other, and arrows between zones must not move them apart, which layered layouts cannot promise.
 */
final class DiagramLayout {

    private DiagramLayout() {}

    /** Where everything stands, from the origin to the right and down. */
    static Layout of(Diagram diagram) {
        Map<String, Box> boxes = Placement.of(diagram);
        EdgeRouter router = new EdgeRouter(new RoutingField(diagram, boxes));
        List<Edge> order = new ArrayList<>(diagram.edges());
        order.sort((one, other) -> Boolean.compare(other.flow(), one.flow()));
        Map<Edge, List<Point>> ways = new LinkedHashMap<>();
        for (Edge edge : order) {
            ways.computeIfAbsent(edge, router::route);
        }
        List<Box> walls = new ArrayList<>();
        for (Element element : diagram.byId().values()) {
            Box box = boxes.getOrDefault(element.id(), new Box(0, 0, 0, 0));
            walls.add(element instanceof Group group ? RoutingField.heading(group, box) : box);
        }
        LabelPlacement labels = new LabelPlacement(walls, ways);
        List<Route> routes = new ArrayList<>();
        for (Edge edge : diagram.edges()) {
            List<Point> way = ways.getOrDefault(edge, List.of());
            routes.add(new Route(edge, way, labels.place(edge, way)));
        }
        return atOrigin(boxes, routes);
    }

    private static Layout atOrigin(Map<String, Box> boxes, List<Route> routes) {
        List<Box> all = new ArrayList<>(boxes.values());
        for (Route route : routes) {
            route.points().forEach(point -> all.add(new Box(point.x(), point.y(), 0, 0)));
            if (route.label().width() > 0) {
                all.add(route.label());
            }
        }
        int left = all.stream().mapToInt(Box::x).min().orElse(0);
        int top = all.stream().mapToInt(Box::y).min().orElse(0);
        int right = all.stream().mapToInt(Box::right).max().orElse(0);
        int bottom = all.stream().mapToInt(Box::bottom).max().orElse(0);
        Map<String, Box> moved = new LinkedHashMap<>();
        boxes.forEach((id, box) -> moved.put(id, box.moved(-left, -top)));
        List<Route> movedRoutes = new ArrayList<>();
        for (Route route : routes) {
            List<Point> points = route.points().stream()
                    .map(point -> new Point(point.x() - left, point.y() - top))
                    .toList();
            movedRoutes.add(new Route(route.edge(), points, route.label().moved(-left, -top)));
        }
        return new Layout(right - left, bottom - top, moved, movedRoutes);
    }
}
