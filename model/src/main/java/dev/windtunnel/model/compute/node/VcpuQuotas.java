package dev.windtunnel.model.compute.node;

import dev.windtunnel.model.notation.Doc;

/** The account's quotas of vCPUs of standard instances in the region (QUO-01, QUO-02); a new account's are 5 and 5. */
@Doc("vCPU quotas of standard instances in the account and region")
public record VcpuQuotas(
        @Doc("Running On-Demand vCPUs, L-1216C47A (QUO-01)") int onDemand,
        @Doc("Spot vCPUs, L-34B43A08 (QUO-02)") int spot) {

    /** @throws IllegalArgumentException if a quota is negative */
    public VcpuQuotas {
        if (onDemand < 0 || spot < 0) {
            throw new IllegalArgumentException(
                    (onDemand < 0 ? "onDemand" : "spot") + " is not negative, found " + Math.min(onDemand, spot));
        }
    }
}
