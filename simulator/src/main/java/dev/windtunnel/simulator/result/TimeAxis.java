package dev.windtunnel.simulator.result;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Where simulated nanoseconds lie on the calendar. */
public record TimeAxis(Instant start, ZoneId zone, Duration duration) {

    /** The local time of a simulated instant. */
    public ZonedDateTime at(long nanos) {
        return start.plusNanos(nanos).atZone(zone);
    }

    /** How many minutes have begun. */
    public int minutes() {
        return (int) ((duration.toNanos() + 59_999_999_999L) / 60_000_000_000L);
    }
}
