package dev.windtunnel.model.resilience;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is promised when data or a region is lost, and how the promise is kept (S45, S46, S71, S76). */
@Doc("Recovery targets, and how they are met")
public record Recovery(
        @Doc("Longest time until users are served again, the recovery time objective; absent means that none is stated")
        @Nullable Duration rto,

        @Doc("Longest time whose writes may be lost, the recovery point objective; absent means that none is stated")
        @Nullable Duration rpo,

        @Doc(
                "How a second region stands ready: none, backup-restore, pilot-light, warm-standby or active-active (DR-01 to DR-04)")
        @Default("none")
        RecoveryPattern pattern,

        @Doc("Regions that take over, by name") @Default("{}")
        List<RecoveryRegion> regions,

        @Doc("How users come to the other region; absent means not said") @Nullable TrafficManagement traffic,

        @Doc("Practice of restoring the database; absent means none (S45)") @Nullable RecoveryDrill restoreDrill,

        @Doc("Practice of going to the other region; absent means none (S70)") @Nullable RecoveryDrill failoverDrill) {

    /** @throws IllegalArgumentException if pattern and regions do not belong together */
    public Recovery {
        regions = List.copyOf(regions);
        if (rto != null && rto.isZero()) {
            throw new IllegalArgumentException("rto is longer than 0s; nothing comes back at once");
        }
        if (pattern == RecoveryPattern.NONE && !regions.isEmpty()) {
            throw new IllegalArgumentException("regions needs a pattern");
        }
        if (pattern == RecoveryPattern.NONE && (traffic != null || failoverDrill != null)) {
            throw new IllegalArgumentException((traffic == null ? "failoverDrill" : "traffic") + " needs a pattern");
        }
        if (pattern != RecoveryPattern.NONE && regions.isEmpty()) {
            throw new IllegalArgumentException("pattern needs 'regions', with at least one that takes over");
        }
        boolean runs = pattern == RecoveryPattern.WARM_STANDBY || pattern == RecoveryPattern.ACTIVE_ACTIVE;
        for (RecoveryRegion region : regions) {
            if (runs != region.scale().value() > 0) {
                throw new IllegalArgumentException("regions." + region.region() + ".scale is "
                        + (runs
                                ? "more than 0% with this pattern"
                                : "0% unless pattern is warm-standby or active-active")
                        + ", found " + region.scale());
            }
        }
    }

    /** Whether both targets are stated (R-DR-01). */
    public boolean statesTargets() {
        return rto != null && rpo != null;
    }
}
