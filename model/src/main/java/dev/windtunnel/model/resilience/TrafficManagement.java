package dev.windtunnel.model.resilience;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Distribution;
import org.jspecify.annotations.Nullable;

/** How users come to the other region (S76, DR-05, DR-06). */
@Doc("How users come to the other region")
public record TrafficManagement(
        @Doc(
                "What moves them: route-53-health-check, arc-routing-control, global-accelerator, or record-change, which needs a control plane (DR-05)")
        Means by,

        @Doc("Health check, by name below dns.healthChecks; absent means that none decides") @Nullable String healthCheck,

        @Doc("Whether it happens without a person") @Default("false")
        boolean automatic,

        @Doc("Time until people decide, if they must (DR-06; estimate)") @Default("lognormal(median 35m, sigma 0.8)")
        Distribution decision) {

    /** What moves users. */
    public enum Means {
        /** Failover, weighted or latency records with health checks. */
        ROUTE_53_HEALTH_CHECK,
        /** Switches of the Application Recovery Controller. */
        ARC_ROUTING_CONTROL,
        /** Anycast addresses that stay the same (DNS-09). */
        GLOBAL_ACCELERATOR,
        /** A change of the records, while others change theirs. */
        RECORD_CHANGE
    }

    /** @throws IllegalArgumentException if health checks decide and none is named */
    public TrafficManagement {
        if (by == Means.ROUTE_53_HEALTH_CHECK && healthCheck == null) {
            throw new IllegalArgumentException("healthCheck is needed with by: route-53-health-check");
        }
        if (automatic && (by == Means.RECORD_CHANGE || by == Means.ARC_ROUTING_CONTROL)) {
            throw new IllegalArgumentException(
                    "automatic needs by: route-53-health-check or global-accelerator; the others wait for a person");
        }
    }

    /** Whether a failover needs nothing that a region's control plane does (DR-05). */
    public boolean usesDataPlanesOnly() {
        return by != Means.RECORD_CHANGE;
    }
}
