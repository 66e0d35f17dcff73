package dev.windtunnel.model.compute.pod;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import org.jspecify.annotations.Nullable;

/** A topology spread constraint beside the workload's {@code zoneSpread} (Kubernetes sheet, section 6). */
@Doc("A topology spread constraint")
public record TopologySpread(
        @Doc("Label of the nodes over whose values pods are spread") @Default("topology.kubernetes.io/zone")
        String topologyKey,

        @Doc("Most pods that a domain may have above the emptiest, at least 1") @Default("1")
        int maxSkew,

        @Doc("schedule-anyway (soft) or do-not-schedule (hard), as Kubernetes has it by default")
        @Default("do-not-schedule")
        Unsatisfiable whenUnsatisfiable,

        @Doc("Fewest domains, else the emptiest counts as 0; absent means no bound; do-not-schedule only") @Nullable Integer minDomains) {

    /** What happens when the constraint cannot be met. */
    public enum Unsatisfiable {
        /** The scheduler prefers, and goes on. */
        SCHEDULE_ANYWAY,
        /** The pod stays Pending. */
        DO_NOT_SCHEDULE
    }

    /** @throws IllegalArgumentException if a number is below 1 or minDomains stands with a soft constraint */
    public TopologySpread {
        if (maxSkew < 1) {
            throw new IllegalArgumentException("maxSkew is at least 1, found " + maxSkew);
        }
        if (minDomains != null && minDomains < 1) {
            throw new IllegalArgumentException("minDomains is at least 1, found " + minDomains);
        }
        if (minDomains != null && whenUnsatisfiable == Unsatisfiable.SCHEDULE_ANYWAY) {
            throw new IllegalArgumentException("minDomains needs whenUnsatisfiable: do-not-schedule");
        }
    }
}
