package dev.windtunnel.model.compute.cluster;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import org.jspecify.annotations.Nullable;

/** The cluster's DNS (DNS-11, EKS-04): with a dead pod a share of the lookups hangs until its node is NotReady. */
@Doc("CoreDNS")
public record CoreDns(
        @Doc("Version; absent means EKS' default for the cluster's version") @Nullable String version,

        @Doc("Whether it is a managed EKS add-on; each cluster has it, managed or not") @Default("false")
        boolean managed,

        @Doc("Pods, at least 1; EKS starts with 2") @Default("2")
        int replicas,

        @Doc("Whether its pods are spread over zones by a constraint (estimate)") @Default("false")
        boolean zoneSpread,

        @Doc("Whether each node caches lookups (NodeLocal DNSCache)") @Default("false")
        boolean nodeLocalCache) {

    /** @throws IllegalArgumentException if there are no pods */
    public CoreDns {
        if (replicas < 1) {
            throw new IllegalArgumentException("replicas is at least 1, found " + replicas);
        }
    }
}
