package dev.windtunnel.simulator.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Values at equal distances of time; NaN where there is none.
 *
 * @param firstNanos start of the first value's interval, since the start of the scenario
 * @param stepNanos length of each interval
 */
public record Samples(long firstNanos, long stepNanos, List<Double> values) {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    /** Copies. */
    public Samples {
        values = List.copyOf(values);
    }

    /** One value for each minute of the scenario. */
    public static Samples byMinute(List<Double> values) {
        return new Samples(0, MINUTE_NANOS, values);
    }

    /** The middle of an interval. */
    public long middleNanos(int index) {
        return firstNanos + index * stepNanos + stepNanos / 2;
    }

    /** Highest value within the span; 0 if there is none. */
    public double highest(TimeSpan span) {
        double highest = 0;
        for (int i = first(span); i < end(span); i++) {
            double value = values.get(i);
            highest = value > highest ? value : highest;
        }
        return highest;
    }

    /** Lowest value above 0 within the span; infinite if there is none. */
    public double lowestAboveZero(TimeSpan span) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = first(span); i < end(span); i++) {
            double value = values.get(i);
            lowest = value > 0 && value < lowest ? value : lowest;
        }
        return lowest;
    }

    /** The first interval whose middle lies within the span. */
    int first(TimeSpan span) {
        long index = Math.ceilDiv(span.fromNanos() - firstNanos - stepNanos / 2, stepNanos);
        return (int) Math.clamp(index, 0L, (long) values.size());
    }

    /** The interval after the last whose middle lies within the span. */
    int end(TimeSpan span) {
        long index = Math.floorDiv(span.toNanos() - firstNanos - stepNanos / 2, stepNanos) + 1;
        return (int) Math.clamp(index, 0L, (long) values.size());
    }

    /**
     * The intervals to draw where the span has more of them than the chart has columns: of each column the lowest and the
     * highest value, in the order in which they came, so that no peak is lost. With room for all, all of them.
     */
    public List<Integer> thinned(TimeSpan span, int columns) {
        int first = first(span);
        int count = end(span) - first;
        List<Integer> kept = new ArrayList<>();
        if (count <= 2 * columns) {
            for (int i = 0; i < count; i++) {
                kept.add(first + i);
            }
            return kept;
        }
        for (int column = 0; column < columns; column++) {
            int from = first + (int) ((long) count * column / columns);
            int to = first + (int) ((long) count * (column + 1) / columns);
            keepExtremes(kept, from, to);
        }
        return kept;
    }

    private void keepExtremes(List<Integer> kept, int from, int to) {
        int lowest = from;
        int highest = from;
        for (int i = from + 1; i < to; i++) {
            // A gap counts as lowest: it must stay visible.
            lowest = values.get(i).isNaN() || values.get(i) < values.get(lowest) ? i : lowest;
            highest = values.get(highest).isNaN() || values.get(i) > values.get(highest) ? i : highest;
        }
        kept.add(Math.min(lowest, highest));
        if (lowest != highest) {
            kept.add(Math.max(lowest, highest));
        }
    }
}
