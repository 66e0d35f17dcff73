package dev.windtunnel.simulator.diagram;

import dev.windtunnel.simulator.diagram.Layout.Point;
import java.util.List;

/** The way of an arrow with its bends rounded, as SVG path data. */
final class RoundedWay {

    private static final int BEND = 8;

    private RoundedWay() {}

    /** Absolute {@code M}, {@code L} and {@code Q}; bends are rounded by less where two of them are close. */
    static String path(List<Point> points) {
        StringBuilder path = new StringBuilder("M").append(point(points.getFirst()));
        for (int at = 1; at < points.size() - 1; at++) {
            Point before = points.get(at - 1);
            Point bend = points.get(at);
            Point after = points.get(at + 1);
            int radius = Math.min(BEND, Math.min(distance(before, bend), distance(bend, after)) / 2);
            path.append('L').append(point(towards(bend, before, radius)));
            path.append('Q').append(point(bend)).append(' ').append(point(towards(bend, after, radius)));
        }
        return path.append('L').append(point(points.getLast())).toString();
    }

    private static int distance(Point a, Point b) {
        return Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
    }

    private static Point towards(Point from, Point to, int by) {
        return new Point(
                from.x() + by * Integer.signum(to.x() - from.x()), from.y() + by * Integer.signum(to.y() - from.y()));
    }

    private static String point(Point point) {
        return point.x() + " " + point.y();
    }
}
