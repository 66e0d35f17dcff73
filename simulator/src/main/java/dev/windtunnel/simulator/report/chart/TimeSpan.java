package dev.windtunnel.simulator.report.chart;

import dev.windtunnel.simulator.result.TimeAxis;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A stretch of simulated time on the local calendar.
 *
 * @param fromNanos since the start of the scenario; may be negative where a chart begins before it
 * @param toNanos since the start of the scenario, above {@code fromNanos}
 */
public record TimeSpan(TimeAxis axis, long fromNanos, long toNanos) {

    private static final int MOST_TICKS = 9;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAYS = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

    /** Steps between ticks that people count in. */
    private static final List<Duration> STEPS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(7),
            Duration.ofDays(30),
            Duration.ofDays(60));

    /** @throws IllegalArgumentException if it is empty */
    public TimeSpan {
        if (toNanos <= fromNanos) {
            throw new IllegalArgumentException("a span ends after it begins, found " + fromNanos + " to " + toNanos);
        }
    }

    /** All of the scenario. */
    public static TimeSpan all(TimeAxis axis) {
        return new TimeSpan(axis, 0, axis.duration().toNanos());
    }

    /**
     * A tick.
     *
     * @param position 0..1 of the span
     */
    public record Tick(double position, String label) {}

    /** Where an instant lies, 0..1 within the span. */
    public double position(long nanos) {
        return (double) (nanos - fromNanos) / (toNanos - fromNanos);
    }

    /**
     * Ticks at round local clock times, at most nine and their next. Steps go by the local clock: on a day with a clock change
     * the ticks stand closer or wider there, and an hour that does not exist has none.
     */
    public List<Tick> ticks() {
        Duration step = step();
        DateTimeFormatter format =
                step.toSeconds() < 60 ? SECONDS : step.compareTo(Duration.ofDays(1)) < 0 ? MINUTES : DAYS;
        LocalDateTime local = axis.at(fromNanos).toLocalDateTime().truncatedTo(ChronoUnit.DAYS);
        List<Tick> ticks = new ArrayList<>();
        while (true) {
            ZonedDateTime zoned = local.atZone(axis.zone());
            long nanos = Duration.between(axis.start(), zoned.toInstant()).toNanos();
            if (nanos > toNanos) {
                return ticks;
            }
            if (nanos >= fromNanos && zoned.toLocalDateTime().equals(local)) {
                ticks.add(new Tick(position(nanos), format.format(local)));
            }
            local = local.plus(step);
        }
    }

    private Duration step() {
        Duration length = Duration.ofNanos(toNanos - fromNanos);
        for (Duration step : STEPS) {
            if (length.dividedBy(step) < MOST_TICKS) {
                return step;
            }
        }
        return STEPS.getLast();
    }
}
