package dev.windtunnel.model.scenario;

import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;

/**
 * The clock of a scenario: nanoseconds since its start, and what they are called on a wall at that place.
 *
 * <p>A duration is elapsed time, so 24h from midnight on the day when clocks go forward end at 01:00 of the next day. A clock
 * time is its next occurrence at or after the start. A clock time that occurs twice, when clocks go back, is its first
 * occurrence unless that lies before the start; one that does not occur, when they go forward, is refused.
 *
 * @param start the moment that is nanosecond 0
 * @param duration how long the scenario lasts
 */
public record SimulatedTime(ZonedDateTime start, Duration duration) {

    /**
     * Of a scenario's own keys.
     *
     * @param zone UTC where the scenario names none
     * @throws IllegalArgumentException if the local start does not exist in the zone
     */
    public static SimulatedTime of(LocalDateTime start, ZoneId zone, Duration duration) {
        gap(start, zone).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        return new SimulatedTime(start.atZone(zone).withEarlierOffsetAtOverlap(), duration);
    }

    /** Why there is no such local time: clocks jump over it. Empty if it exists. */
    public static Optional<String> gap(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        return transition == null || !transition.isGap()
                ? Optional.empty()
                : Optional.of(local.toLocalTime() + " does not exist on " + local.toLocalDate() + " in " + zone
                        + ": clocks go from " + transition.getDateTimeBefore().toLocalTime() + " to "
                        + transition.getDateTimeAfter().toLocalTime());
    }

    /**
     * Nanoseconds from the start to the moment, 0 or more.
     *
     * @throws IllegalArgumentException with {@link #objection} if there is one
     */
    public long nanosAt(Moment moment) {
        objection(moment).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        return elapsed(moment).toNanos();
    }

    /** Why the moment cannot be used: clocks jump over it, or the scenario is over by then. Empty if it can. */
    public Optional<String> objection(Moment moment) {
        if (moment instanceof Moment.ClockTime clock) {
            Optional<String> gap = gap(next(clock.time()), start.getZone());
            if (gap.isPresent()) {
                return gap;
            }
        }
        return elapsed(moment).compareTo(duration) < 0
                ? Optional.empty()
                : Optional.of("expected a moment inside the scenario, which lasts " + Durations.print(duration)
                        + " from " + start.toLocalDateTime() + ", found " + moment);
    }

    /** The instant so many nanoseconds after the start. */
    public Instant instantAt(long nanos) {
        return start.toInstant().plusNanos(nanos);
    }

    /** The wall-clock time so many nanoseconds after the start. */
    public ZonedDateTime wallClockAt(long nanos) {
        return instantAt(nanos).atZone(start.getZone());
    }

    private Duration elapsed(Moment moment) {
        return switch (moment) {
            case Moment.Offset offset -> offset.fromStart();
            case Moment.ClockTime clock -> Duration.between(start.toInstant(), occurrence(next(clock.time())));
        };
    }

    /** The local date and time at which the wall next shows this clock time, whether or not clocks jump over it. */
    private LocalDateTime next(LocalTime time) {
        LocalDate today = start.toLocalDate();
        LocalDateTime candidate = today.atTime(time);
        boolean isToday = candidate.compareTo(start.toLocalDateTime()) >= 0
                || lastOccurrence(candidate).compareTo(start.toInstant()) >= 0;
        return isToday ? candidate : today.plusDays(1).atTime(time);
    }

    private Instant lastOccurrence(LocalDateTime local) {
        return local.atZone(start.getZone()).withLaterOffsetAtOverlap().toInstant();
    }

    private Instant occurrence(LocalDateTime local) {
        List<ZoneOffset> offsets = start.getZone().getRules().getValidOffsets(local);
        // Of the two offsets of an overlap the first listed is the earlier in time.
        return offsets.stream()
                .map(local::toInstant)
                .filter(instant -> !instant.isBefore(start.toInstant()))
                .findFirst()
                .orElseGet(() -> lastOccurrence(local));
    }
}
