package dev.windtunnel.model.trace;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts at instants, in any order, on their way to a {@link CountTrace}; for readers of formats that are no lines. */
public final class CountPoints {

    private final String name;
    private final List<Point> points = new ArrayList<>();

    private record Point(long second, long count, int line) {}

    /** No points yet, of a file under the name that the user knows it by. */
    public CountPoints(String name) {
        this.name = name;
    }

    /**
     * A count.
     *
     * @param second start of its interval, seconds since 1970
     * @param count requests in it, not negative
     * @param line where it stands
     */
    public void add(long second, long count, int line) {
        points.add(new Point(second, count, line));
    }

    /**
     * The trace; its step is the most frequent difference of two points.
     *
     * @throws InputRejected with fewer than two points, two of the same time, or one off the step
     */
    public CountTrace toTrace() {
        if (points.isEmpty()) {
            throw new InputRejected(Problem.at(Position.of(name), "", "the metric has no points"));
        }
        points.sort(Comparator.comparingLong(Point::second).thenComparingInt(Point::line));
        CountRows rows = new CountRows(name, TraceFormat.CLOUDWATCH);
        points.forEach(point -> rows.point(point.line(), point.second(), point.count()));
        return rows.toTrace();
    }
}
