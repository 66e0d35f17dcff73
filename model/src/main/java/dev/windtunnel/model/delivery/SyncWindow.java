package dev.windtunnel.model.delivery;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.model.unit.Schedule;
import java.time.Duration;
import java.time.ZoneId;

/** A time in which Argo CD may, or may not, bring changes in; as a project's {@code syncWindows} have it (S39). */
@Doc("A time in which changes are or are not brought in")
public record SyncWindow(
        @Doc("allow or deny") Kind kind,
        @Doc("When it opens, five cron fields") Schedule schedule,
        @Doc("How long it stays open") Duration duration,

        @Doc("Whether a person may sync by hand against it") @Default("false")
        boolean manualSync,

        @Doc("Time zone of the schedule") @Default("UTC") ZoneId timeZone) {

    /** What holds while it is open. */
    public enum Kind {
        /** Changes come in only now. */
        ALLOW,
        /** Changes do not come in now. */
        DENY
    }

    /** @throws IllegalArgumentException if it closes as it opens */
    public SyncWindow {
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("duration is at least 1m, found " + Durations.print(duration));
        }
    }
}
