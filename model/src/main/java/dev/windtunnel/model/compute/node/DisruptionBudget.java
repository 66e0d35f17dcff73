package dev.windtunnel.model.compute.node;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.CountOrShare;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.model.unit.Schedule;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many nodes of a pool Karpenter may disrupt at once, and when (Kubernetes sheet, section 11.3). Times are UTC. */
@Doc("How many nodes of the pool may be disrupted at once")
public record DisruptionBudget(
        @Doc("Nodes, as a number or as a share of the pool's, rounded up; 0 forbids") @Default("10%")
        CountOrShare nodes,

        @Doc("Cron schedule in UTC at which it begins to count; absent means always") @Nullable Schedule schedule,

        @Doc("How long it counts after each time of the schedule; written if and only if the schedule is") @Nullable Duration duration,

        @Doc("Reasons it holds for: underutilized, empty, drifted; empty means all") @Default("[]")
        List<DisruptionReason> reasons) {

    /** @throws IllegalArgumentException if only one of schedule and duration is there */
    public DisruptionBudget {
        reasons = List.copyOf(reasons);
        if ((schedule == null) != (duration == null)) {
            throw new IllegalArgumentException((schedule == null ? "duration" : "schedule") + " is written with "
                    + (schedule == null ? "schedule" : "duration") + " or not at all");
        }
        if (duration != null && duration.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("duration is at least 1m, found " + Durations.print(duration));
        }
    }
}
