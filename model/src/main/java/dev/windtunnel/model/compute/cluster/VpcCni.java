package dev.windtunnel.model.compute.cluster;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import org.jspecify.annotations.Nullable;

/** The VPC CNI, which gives pods addresses of the VPC (Kubernetes sheet, section 13, whose defaults these are). */
@Doc("Amazon VPC CNI")
public record VpcCni(
        @Doc("Version; absent means EKS' default for the cluster's version") @Nullable String version,

        @Doc("Whether it is a managed EKS add-on; each cluster has it, managed or not") @Default("false")
        boolean managed,

        @Doc("Whether a slot of an interface holds a /28 of 16 addresses (ENABLE_PREFIX_DELEGATION)") @Default("false")
        boolean prefixDelegation,

        @Doc("Interfaces kept ready whole; counts where neither warm addresses nor prefixes are said") @Default("1")
        int warmEniTarget,

        @Doc("Addresses kept ready; absent means that whole interfaces are") @Nullable Integer warmIpTarget,

        @Doc("Addresses that a node holds at least; absent means no floor") @Nullable Integer minimumIpTarget,

        @Doc("Prefixes kept ready with prefix delegation") @Default("1")
        int warmPrefixTarget,

        @Doc("Whether pods have subnets and security groups other than their node's") @Default("false")
        boolean customNetworking,

        @Doc("Whether it enforces network policies") @Default("false")
        boolean networkPolicy) {

    /** @throws IllegalArgumentException if a target is negative */
    public VpcCni {
        notNegative("warmEniTarget", warmEniTarget);
        notNegative("warmIpTarget", warmIpTarget);
        notNegative("minimumIpTarget", minimumIpTarget);
        notNegative("warmPrefixTarget", warmPrefixTarget);
    }

    private static void notNegative(String key, @Nullable Integer value) {
        if (value != null && value < 0) {
            throw new IllegalArgumentException(key + " is not negative, found " + value);
        }
    }
}
