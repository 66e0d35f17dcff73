package dev.windtunnel.model.resilience;

import dev.windtunnel.model.notation.Doc;
import org.jspecify.annotations.Nullable;

/** The vCPU quotas of a region: a new one's are small, whatever those of the first are (DR-07). */
@Doc("vCPU quotas of a region")
public record RegionQuotas(
        @Doc("vCPUs of running On-Demand instances") int onDemand,

        @Doc("vCPUs of Spot instances; absent means that Spot is not counted on") @Nullable Integer spot) {

    /** @throws IllegalArgumentException if negative */
    public RegionQuotas {
        if (onDemand < 0) {
            throw new IllegalArgumentException("onDemand is not negative, found " + onDemand);
        }
        if (spot != null && spot < 0) {
            throw new IllegalArgumentException("spot is not negative, found " + spot);
        }
    }
}
