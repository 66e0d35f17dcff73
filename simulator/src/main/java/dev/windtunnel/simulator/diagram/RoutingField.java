package dev.windtunnel.simulator.diagram;

import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Layout.Box;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ground on which arrows run: a grid of points with what it costs to stand on each. Nodes are walls; headings, borders and
 * groups that an arrow has no business in are mud.
 */
final class RoutingField {

    /** The cost of a point that cannot be stood on. */
    static final int BLOCKED = Integer.MAX_VALUE;

    private static final int GRID = Placement.GRID;
    private static final int MARGIN = 4;
    private static final int HEADING = 40;
    private static final int BORDER = 8;
    private static final int BESIDE_BORDER = 4;
    private static final int FAR = 36;
    private static final int STRANGE = 3;
    private static final int BESIDE_NODE = 8;
    /** Pixels from which arrows meet a node anywhere on its sides, as they do a group. */
    private static final int WIDE = 320;
    /** For the one step onto the border of an arrow's own end; keeps the arrow from running along it. */
    private static final int ARRIVAL = 300;

    private final Map<String, Box> boxes;
    private final Map<String, Element> elements;
    private final Map<String, List<String>> inside = new LinkedHashMap<>();
    private final int columns;
    private final int rows;

    /**
     * A point on the border of a box where an arrow may leave it.
     *
     * @param column of the point
     * @param row of the point
     * @param heading outward: 0 right, 1 down, 2 left, 3 up
     * @param cost more the farther from the middle of the side
     */
    record Gate(int column, int row, int heading, int cost) {
        /** The router's state that leaves the box here. */
        int state(int columns) {
            return (row * columns + column) << 2 | heading;
        }

        /** The router's state that enters the box here. */
        int reversed(int columns) {
            return (row * columns + column) << 2 | ((heading + 2) & 3);
        }
    }

    RoutingField(Diagram diagram, Map<String, Box> boxes) {
        this.boxes = boxes;
        this.elements = diagram.byId();
        int right = boxes.values().stream().mapToInt(Box::right).max().orElse(0);
        int bottom = boxes.values().stream().mapToInt(Box::bottom).max().orElse(0);
        this.columns = right / GRID + 2 * MARGIN + 1;
        this.rows = bottom / GRID + 2 * MARGIN + 1;
        register(diagram.elements(), List.of());
    }

    private void register(List<Element> content, List<String> above) {
        for (Element element : content) {
            inside.put(element.id(), above);
            if (element instanceof Group group) {
                List<String> below = new ArrayList<>(above);
                below.add(group.id());
                register(group.children(), List.copyOf(below));
            }
        }
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    int x(int column) {
        return (column - MARGIN) * GRID;
    }

    int y(int row) {
        return (row - MARGIN) * GRID;
    }

    Box box(String id) {
        Box box = boxes.get(id);
        if (box == null) {
            throw new IllegalStateException("element '" + id + "' has no box");
        }
        return box;
    }

    /** Where arrows may leave or enter a box: near the middle of a node's sides, anywhere on those of a group or a wide node. */
    List<Gate> gates(String id) {
        Box box = box(id);
        boolean node = elements.get(id) instanceof Diagram.Node && box.width() < WIDE;
        List<Gate> gates = new ArrayList<>();
        int left = box.x() / GRID + MARGIN;
        int right = box.right() / GRID + MARGIN;
        int top = box.y() / GRID + MARGIN;
        int bottom = box.bottom() / GRID + MARGIN;
        int corner = Math.min(node ? 2 : 4, (bottom - top) / 2);
        for (int column = left + corner; column <= right - corner; column++) {
            int off = Math.abs(2 * column - left - right) * GRID / 2;
            int cost = node ? 2 * off : Math.min(off / 2, FAR);
            gates.add(new Gate(column, bottom, 1, cost));
            gates.add(new Gate(column, top, 3, cost));
        }
        for (int row = top + corner; row <= bottom - corner; row++) {
            int off = Math.abs(2 * row - top - bottom) * GRID / 2;
            int cost = node ? 2 * off : Math.min(off / 2, FAR);
            gates.add(new Gate(right, row, 0, cost));
            gates.add(new Gate(left, row, 2, cost));
        }
        return gates;
    }

    /** The cost of each point for one arrow, by row, then column. */
    int[] costs(Edge edge) {
        int[] costs = new int[columns * rows];
        List<String> home = new ArrayList<>(inside.getOrDefault(edge.from(), List.of()));
        home.addAll(inside.getOrDefault(edge.to(), List.of()));
        for (Element element : elements.values()) {
            Box box = box(element.id());
            boolean end = element.id().equals(edge.from()) || element.id().equals(edge.to());
            if (element instanceof Group group && group.kind() == GroupKind.LANE) {
                continue;
            }
            if (element instanceof Group group && !end) {
                if (!home.contains(group.id())) {
                    fill(costs, box, STRANGE);
                }
                fill(costs, heading(group, box), HEADING);
                border(costs, box, BORDER);
                border(costs, box.grown(GRID), BESIDE_BORDER);
                border(costs, box.grown(-GRID), BESIDE_BORDER);
            } else {
                fill(costs, box.grown(GRID), BESIDE_NODE);
                fill(costs, end ? box.grown(-1) : box, BLOCKED);
                if (end) {
                    border(costs, box, ARRIVAL);
                }
            }
        }
        return costs;
    }

    static Box heading(Group group, Box box) {
        int width = Labels.headingWidth(group) + Labels.GROUP_PADDING + 4;
        return new Box(box.x(), box.y(), Math.min(width, box.width()), Labels.headHeight(group) - 4);
    }

    private void border(int[] costs, Box box, int cost) {
        fill(costs, new Box(box.x(), box.y(), box.width(), 0), cost);
        fill(costs, new Box(box.x(), box.bottom(), box.width(), 0), cost);
        fill(costs, new Box(box.x(), box.y(), 0, box.height()), cost);
        fill(costs, new Box(box.right(), box.y(), 0, box.height()), cost);
    }

    /** Adds to all points of a box, its borders included. */
    private void fill(int[] costs, Box box, int cost) {
        int firstColumn = Math.max(0, Math.ceilDiv(box.x(), GRID) + MARGIN);
        int lastColumn = Math.min(columns - 1, Math.floorDiv(box.right(), GRID) + MARGIN);
        int firstRow = Math.max(0, Math.ceilDiv(box.y(), GRID) + MARGIN);
        int lastRow = Math.min(rows - 1, Math.floorDiv(box.bottom(), GRID) + MARGIN);
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                int at = row * columns + column;
                costs[at] = cost == BLOCKED || costs[at] == BLOCKED ? BLOCKED : costs[at] + cost;
            }
        }
    }
}
