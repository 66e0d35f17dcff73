package dev.windtunnel.simulator.diagram;

import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Labels.Size;
import dev.windtunnel.simulator.diagram.Layout.Box;
import dev.windtunnel.simulator.diagram.Layout.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts the label of each arrow beside the arrow, where it covers nothing if there is such a place. */
final class LabelPlacement {

    private static final int AIR = 4;
    private static final int STRIDE = 6;
    private static final long COVERS_BOX = 1_000_000;
    private static final long COVERS_LINE = 20_000;
    /** Beside a piece that an arrow of another label shares nobody can tell whose label it is. */
    private static final long SHARED = 2_000;

    private final List<Box> walls;
    private final Map<Edge, List<Point>> ways;

    LabelPlacement(List<Box> walls, Map<Edge, List<Point>> ways) {
        this.walls = new ArrayList<>(walls);
        this.ways = ways;
    }

    /** The box of an arrow's label, which later labels avoid; of no width if the arrow has none. */
    Box place(Edge edge, List<Point> way) {
        List<String> lines = Labels.of(edge);
        if (lines.isEmpty()) {
            return new Box(way.getFirst().x(), way.getFirst().y(), 0, 0);
        }
        Size size = Labels.size(lines);
        Box best = beside(way.getFirst(), size, AIR, AIR);
        long least = Long.MAX_VALUE;
        for (int at = 0; at + 1 < way.size(); at++) {
            Point from = way.get(at);
            Point to = way.get(at + 1);
            int length = Math.abs(to.x() - from.x()) + Math.abs(to.y() - from.y());
            for (int along = 0; along <= length; along += STRIDE) {
                int x = from.x() + Integer.signum(to.x() - from.x()) * along;
                int y = from.y() + Integer.signum(to.y() - from.y()) * along;
                long shared = isShared(new Point(x, y), edge) ? SHARED : 0;
                for (Box candidate : candidates(new Point(x, y), size, from.y() == to.y())) {
                    long price = price(candidate) + shared + 2L * Math.abs(2 * along - length) - 3L * length;
                    if (price < least) {
                        least = price;
                        best = candidate;
                    }
                }
            }
        }
        walls.add(best);
        return best;
    }

    /** Whether an arrow of another label runs here too. */
    private boolean isShared(Point point, Edge own) {
        Box box = new Box(point.x() - 1, point.y() - 1, 2, 2);
        return ways.entrySet().stream()
                .filter(other -> !other.getKey().label().isBlank())
                .filter(other -> !other.getKey().label().equals(own.label()))
                .anyMatch(other -> covers(other.getValue(), box));
    }

    private static boolean covers(List<Point> way, Box box) {
        for (int at = 0; at + 1 < way.size(); at++) {
            if (box.overlaps(around(way.get(at), way.get(at + 1)))) {
                return true;
            }
        }
        return false;
    }

    /** Above and below a horizontal piece, right and left of a vertical one. */
    private static List<Box> candidates(Point middle, Size size, boolean horizontal) {
        int width = size.width();
        int height = size.height();
        return horizontal
                ? List.of(beside(middle, size, -width / 2, -height - 1), beside(middle, size, -width / 2, 3))
                : List.of(beside(middle, size, AIR, -height / 2), beside(middle, size, -width - AIR, -height / 2));
    }

    private static Box beside(Point point, Size size, int dx, int dy) {
        return new Box(point.x() + dx, point.y() + dy, size.width(), size.height());
    }

    private long price(Box label) {
        long price = 0;
        for (Box wall : walls) {
            price += label.overlaps(wall) ? COVERS_BOX : 0;
        }
        for (List<Point> way : ways.values()) {
            for (int at = 0; at + 1 < way.size(); at++) {
                price += label.overlaps(around(way.get(at), way.get(at + 1))) ? COVERS_LINE : 0;
            }
        }
        return price;
    }

    private static Box around(Point one, Point other) {
        int x = Math.min(one.x(), other.x());
        int y = Math.min(one.y(), other.y());
        return new Box(x - 1, y - 1, Math.abs(one.x() - other.x()) + 2, Math.abs(one.y() - other.y()) + 2);
    }
}
