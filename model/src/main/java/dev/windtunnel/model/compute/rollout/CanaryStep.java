package dev.windtunnel.model.compute.rollout;

import dev.windtunnel.model.notation.Choice;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Inline;
import dev.windtunnel.model.notation.Tag;
import dev.windtunnel.model.unit.CountOrShare;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of a canary rollout (Kubernetes sheet, section 10). */
@Choice
@Doc("A step of a canary rollout: setWeight, pause, analysis or setCanaryScale")
public sealed interface CanaryStep {

    /** The share of the traffic that the new version gets. */
    @Tag("setWeight")
    @Doc("Percent of the traffic for the new version, 0 to 100")
    record SetWeight(@Doc("Percent, 0 to 100") @Inline int percent) implements CanaryStep {

        /** @throws IllegalArgumentException if it is no percentage */
        public SetWeight {
            if (percent < 0 || percent > 100) {
                throw new IllegalArgumentException("setWeight lies between 0 and 100, found " + percent);
            }
        }
    }

    /** A wait. */
    @Tag("pause")
    @Doc("A wait")
    record Pause(
            @Doc("How long; absent means until somebody promotes it") @Nullable Duration duration) implements CanaryStep {}

    /** An analysis that must succeed before the next step. */
    @Tag("analysis")
    @Doc("An analysis that must succeed before the next step")
    record Analyze(@Doc("Metrics, by name") List<AnalysisMetric> metrics) implements CanaryStep {

        /** @throws IllegalArgumentException without metrics */
        public Analyze {
            metrics = List.copyOf(metrics);
            if (metrics.isEmpty()) {
                throw new IllegalArgumentException("metrics holds at least one metric");
            }
        }
    }

    /** The number of pods of the new version, apart from its traffic. */
    @Tag("setCanaryScale")
    @Doc("Pods of the new version, apart from its traffic; needs trafficRouting")
    record SetCanaryScale(
            @Doc("Pods, as a number or a share") @Inline CountOrShare replicas) implements CanaryStep {}
}
