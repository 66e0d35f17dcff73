package dev.windtunnel.model.operations;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.Schedule;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something broken on purpose, to see whether the system and its people come back in time (S70). */
@Doc("Something broken on purpose, to see whether system and people come back in time")
public record Drill(
        @Named String name,

        @Doc("What is practiced: failover, restore, security-incident, region-failover or load")
        Kind kind,

        @Doc("Environment that it takes place in") String environment,

        @Doc("When, five cron fields in UTC; absent means when somebody thinks of it") @Nullable Schedule schedule,

        @Doc("Faults that it brings about, such as az-loss; empty means none that is simulated") @Default("[]")
        List<String> faults,

        @Doc("Scenario file that simulates it; absent means none") @Nullable String scenario,

        @Doc("Time to recover that passes; absent means that nobody has said so") @Nullable Duration recoverWithin,

        @Doc("Data lost at most that passes, as time before the fault; absent means that nobody has said so") @Nullable Duration dataLoss,

        @Doc("Runbook that is followed; absent means none (R-OPS-01)") @Nullable String runbook) {

    /** What is practiced. */
    public enum Kind {
        /** A zone, node or database instance is lost. */
        FAILOVER,
        /** The database is brought back from a backup. */
        RESTORE,
        /** Somebody has got in. */
        SECURITY_INCIDENT,
        /** The region is lost. */
        REGION_FAILOVER,
        /** Everybody comes at once. */
        LOAD
    }

    /** Copies the list. */
    public Drill {
        faults = List.copyOf(faults);
    }
}
