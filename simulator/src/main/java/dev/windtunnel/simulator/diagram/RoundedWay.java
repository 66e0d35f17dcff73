package dev.windtunnel.simulator.diagram;

import dev.windtunnel.simulator.diagram.Layout.Point;
import java.util.List;

/** The way of an arrow with its bends rounded, as SVG path data. */
final class RoundedWay {

    private static final int BEND = 8;
    /** A bend is shorter than its two legs, by this share of its radius: 2 - (sqrt 2 + ln(1 + sqrt 2)) / sqrt 2. */
    private static final double SAVED = 0.37677;

    private RoundedWay() {}

    /** Absolute {@code M}, {@code L} and {@code Q}; bends are rounded by less where two of them are close. */
    static String path(List<Point> points) {
        StringBuilder path = new StringBuilder("M").append(point(points.getFirst()));
        for (int at = 1; at < points.size() - 1; at++) {
            Point before = points.get(at - 1);
            Point bend = points.get(at);
            Point after = points.get(at + 1);
            int radius = radius(before, bend, after);
            path.append('L').append(point(towards(bend, before, radius)));
            path.append('Q').append(point(bend)).append(' ').append(point(towards(bend, after, radius)));
        }
        return path.append('L').append(point(points.getLast())).toString();
    }

    /** Length of the way, bends included. */
    static double length(List<Point> points) {
        double length = 0;
        for (int at = 0; at + 1 < points.size(); at++) {
            length += distance(points.get(at), points.get(at + 1));
            if (at > 0) {
                length -= SAVED * radius(points.get(at - 1), points.get(at), points.get(at + 1));
            }
        }
        return length;
    }

    private static int radius(Point before, Point bend, Point after) {
        return Math.min(BEND, Math.min(distance(before, bend), distance(bend, after)) / 2);
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
