package dev.windtunnel.model.resilience;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Schedule;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A recovery that is practiced (S45, S70). */
@Doc("A recovery that is practiced")
public record RecoveryDrill(
        @Doc("When, as a cron schedule of five fields") Schedule schedule,

        @Doc("Time zone of the schedule") @Default("UTC") ZoneId timeZone,

        @Doc("Runbook, by name below operations.runbooks; absent means none") @Nullable String runbook,

        @Doc("Time it took when it was last done; absent means not measured") @Nullable Duration lastTook) {}
