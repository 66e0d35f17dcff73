package dev.windtunnel.simulator.diagram;

import java.util.List;
import java.util.Map;

/**
 * Where everything of a picture stands, in whole pixels from its upper left corner.
 *
 * @param width of the picture
 * @param height of the picture
 * @param boxes by element id, groups before their content
 * @param routes in the order of the picture's edges
 */
record Layout(int width, int height, Map<String, Box> boxes, List<Route> routes) {

    /** A rectangle. */
    record Box(int x, int y, int width, int height) {
        int right() {
            return x + width;
        }

        int bottom() {
            return y + height;
        }

        boolean contains(Box other) {
            return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
        }

        boolean overlaps(Box other) {
            return other.x < right() && x < other.right() && other.y < bottom() && y < other.bottom();
        }

        /** The box with so many pixels more on each side. */
        Box grown(int by) {
            return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
        }

        Box moved(int dx, int dy) {
            return new Box(x + dx, y + dy, width, height);
        }
    }

    /** A corner or an end of an arrow. */
    record Point(int x, int y) {}

    /**
     * The way of an arrow: horizontal and vertical pieces from its start to its tip.
     *
     * @param edge the arrow
     * @param points at least two
     * @param label where its label stands; of no width if it has none
     */
    record Route(Diagram.Edge edge, List<Point> points, Box label) {
        Route {
            points = List.copyOf(points);
        }
    }
}
