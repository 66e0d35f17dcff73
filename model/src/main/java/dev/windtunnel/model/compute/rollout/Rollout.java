package dev.windtunnel.model.compute.rollout;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.CountOrShare;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a workload is released (S33, S61, S62; Kubernetes sheet, sections 9 and 10, whose defaults these are). */
@Doc("How a new version is released, and taken back")
public record Rollout(
        @Doc("How new pods take the place of old ones") @Default("{ rollingUpdate: {} }")
        Strategy strategy,

        @Doc("Time a new pod must be ready before it counts as available") @Default("0s")
        Duration minReady,

        @Doc("Time without progress after which it counts as failed; a Deployment is not taken back by it")
        @Default("600s")
        Duration progressDeadline,

        @Doc("Whether the deadline aborts a canary or blue-green rollout") @Default("false")
        boolean progressDeadlineAbort,

        @Doc("Former versions that are kept") @Default("10") int revisionHistoryLimit,

        @Doc("The way back; absent means that none is agreed") @Nullable Rollback rollback) {

    /** @throws IllegalArgumentException if the times or the strategy contradict each other */
    public Rollout {
        if (progressDeadline.compareTo(minReady) <= 0) {
            throw new IllegalArgumentException("progressDeadline is longer than minReady, found "
                    + Durations.print(progressDeadline) + " and " + Durations.print(minReady));
        }
        if (revisionHistoryLimit < 0) {
            throw new IllegalArgumentException("revisionHistoryLimit is not negative, found " + revisionHistoryLimit);
        }
        boolean isProgressive = strategy instanceof Strategy.Canary || strategy instanceof Strategy.BlueGreen;
        if (progressDeadlineAbort && !isProgressive) {
            throw new IllegalArgumentException("progressDeadlineAbort needs a canary or blueGreen strategy");
        }
        if (rollback != null && rollback.path() == Rollback.Path.ROLLOUTS_ABORT && !isProgressive) {
            throw new IllegalArgumentException("rollback.path rollouts-abort needs a canary or blueGreen strategy");
        }
    }

    /** A Deployment's defaults: a rolling update of 25 % and 25 %. */
    public static Rollout ofDefaults() {
        CountOrShare quarter = CountOrShare.ofPercent(25);
        return new Rollout(
                new Strategy.RollingUpdate(quarter, quarter), Duration.ZERO, Duration.ofMinutes(10), false, 10, null);
    }

    /** Whether Argo Rollouts is needed for it. */
    public boolean isProgressive() {
        return strategy instanceof Strategy.Canary || strategy instanceof Strategy.BlueGreen;
    }
}
