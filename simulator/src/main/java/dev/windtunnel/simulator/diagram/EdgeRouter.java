package dev.windtunnel.simulator.diagram;

import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Layout.Box;
import dev.windtunnel.simulator.diagram.Layout.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the way of each arrow on a grid: the cheapest path (A*) where length, bends, crossings, closeness to other arrows and
 * to boxes cost. Arrows of one kind that share an end may run on one line, and like to: they come out as one trunk that forks.
 *
 * <p>Arrows are routed one after the other; earlier ones choose first. Equal costs are decided by position, so that the same
 * picture always gets the same ways. A state of the search is a point with a direction: {@code point * 4 + heading}; headings
 * are 0 right, 1 down, 2 left, 3 up. A piece is the line from a point to its right or lower neighbor.
 */
final class EdgeRouter {

    private static final int UNIT = Placement.GRID;
    private static final int DISCOUNT = 2;
    private static final int BEND = 60;
    private static final int CROSSING = 140;
    private static final int TOUCH = 300;
    private static final int OVERLAP = 600;
    private static final int CLOSE = 9;
    /** Points of the grid above which a way may cost up to twice the cheapest one, and is found many times faster. */
    private static final int LARGE = 100_000;

    private static final byte FREE = 0;
    private static final byte TRUNK = 1;
    private static final byte FOREIGN = 2;
    private static final int[] DX = {1, 0, -1, 0};
    private static final int[] DY = {0, 1, 0, -1};

    private final RoutingField field;
    private final int columns;
    private final int rows;
    private final Map<Edge, int[]> piecesOf = new LinkedHashMap<>();
    private final byte[] traffic;
    private final int[] cost;
    private final int[] previous;
    private final int[] goal;
    private final LongHeap open = new LongHeap();
    private final int haste;
    private int leastStep = UNIT;

    EdgeRouter(RoutingField field) {
        this.field = field;
        this.columns = field.columns();
        this.rows = field.rows();
        this.haste = columns * rows > LARGE ? 2 : 1;
        this.traffic = new byte[2 * columns * rows];
        this.cost = new int[4 * columns * rows];
        this.previous = new int[4 * columns * rows];
        this.goal = new int[4 * columns * rows];
    }

    /**
     * The corners of the way from one box to the other, ends included.
     *
     * @throws IllegalStateException if there is no way at all, which needs boxes without room between them
     */
    List<Point> route(Edge edge) {
        watchTraffic(edge);
        Arrays.fill(cost, Integer.MAX_VALUE);
        Arrays.fill(goal, 0);
        open.clear();
        Box target = field.box(edge.to());
        for (RoutingField.Gate gate : field.gates(edge.from())) {
            enter(gate.state(columns), gate.cost(), -1, target);
        }
        for (RoutingField.Gate gate : field.gates(edge.to())) {
            boolean joins = traffic[piece(gate.state(columns) >> 2, gate.heading())] == TRUNK;
            goal[gate.reversed(columns)] = joins ? 1 : gate.cost() + 1;
        }
        int last = search(field.costs(edge), target);
        if (last < 0) {
            throw new IllegalStateException("no way for the arrow " + edge.from() + " -> " + edge.to());
        }
        return take(edge, last);
    }

    private void watchTraffic(Edge edge) {
        Arrays.fill(traffic, FREE);
        leastStep = UNIT;
        piecesOf.forEach((other, pieces) -> {
            boolean joins = edge.kind() == other.kind()
                    && (edge.from().equals(other.from()) || edge.to().equals(other.to()));
            leastStep = joins ? UNIT - DISCOUNT : leastStep;
            for (int piece : pieces) {
                traffic[piece] = joins && traffic[piece] != FOREIGN ? TRUNK : FOREIGN;
            }
        });
    }

    /** The last state of the cheapest way, or -1. */
    private int search(int[] ground, Box target) {
        int best = Integer.MAX_VALUE;
        int last = -1;
        while (!open.isEmpty()) {
            long head = open.poll();
            int state = (int) head;
            int estimate = (int) (head >> 32);
            if (estimate >= best) {
                break;
            }
            if (estimate - rest(state, target) > cost[state]) {
                continue;
            }
            if (goal[state] > 0 && cost[state] + goal[state] - 1 < best) {
                best = cost[state] + goal[state] - 1;
                last = state;
            }
            int point = state >> 2;
            for (int turn = -1; turn <= 1; turn++) {
                int heading = (state + turn) & 3;
                int next = step(point, heading);
                if (next >= 0 && ground[next] != RoutingField.BLOCKED) {
                    int price = UNIT + ground[next] + (turn == 0 ? 0 : BEND) + crowd(point, next, heading);
                    enter(next << 2 | heading, cost[state] + price, state, target);
                }
            }
        }
        return last;
    }

    private void enter(int state, int price, int from, Box target) {
        if (price < cost[state]) {
            cost[state] = price;
            previous[state] = from;
            open.add((long) (price + rest(state, target)) << 32 | state);
        }
    }

    /** The least that the rest of the way can cost; twice that on large grids. */
    private int rest(int state, Box target) {
        int x = field.x((state >> 2) % columns);
        int y = field.y((state >> 2) / columns);
        int dx = Math.max(0, Math.max(target.x() - x, x - target.right()));
        int dy = Math.max(0, Math.max(target.y() - y, y - target.bottom()));
        boolean bends = (state & 1) == 0 ? dy > 0 : dx > 0;
        return haste * ((dx + dy) / UNIT * leastStep + (bends ? BEND : 0));
    }

    private int step(int point, int heading) {
        int column = point % columns + DX[heading];
        int row = point / columns + DY[heading];
        return column < 0 || row < 0 || column >= columns || row >= rows ? -1 : row * columns + column;
    }

    private int piece(int point, int heading) {
        int start = heading < 2 ? point : step(point, heading);
        return 2 * start + (heading & 1);
    }

    /** What other arrows make of a step: on it, beside it, across its end. */
    private int crowd(int point, int next, int heading) {
        int price =
                switch (traffic[piece(point, heading)]) {
                    case TRUNK -> -DISCOUNT;
                    case FOREIGN -> OVERLAP;
                    default -> 0;
                };
        int across = 0;
        for (int side = 1; side <= 3; side += 2) {
            int aside = (heading + side) & 3;
            int beside = step(point, aside);
            if (beside >= 0 && step(beside, heading) >= 0) {
                price += traffic[piece(beside, heading)] == FOREIGN ? CLOSE : 0;
                across += traffic[piece(next, aside)] == FOREIGN ? 1 : 0;
            }
        }
        return price + (across == 2 ? CROSSING : across == 1 ? TOUCH : 0);
    }

    private List<Point> take(Edge edge, int last) {
        List<Point> points = new ArrayList<>();
        List<Integer> pieces = new ArrayList<>();
        int heading = -1;
        for (int state = last; state >= 0; state = previous[state]) {
            if (previous[state] < 0 || heading != (state & 3)) {
                points.add(new Point(field.x((state >> 2) % columns), field.y((state >> 2) / columns)));
            }
            heading = state & 3;
            if (previous[state] >= 0) {
                pieces.add(piece(previous[state] >> 2, heading));
            }
        }
        piecesOf.put(edge, pieces.stream().mapToInt(Integer::intValue).toArray());
        return points.reversed();
    }
}
