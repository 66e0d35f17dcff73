package dev.windtunnel.model.resilience;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.Cidr;
import dev.windtunnel.model.unit.Share;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A region that takes over, and what is promised to be there (S76, DR-07). */
@Doc("A region that takes over")
public record RecoveryRegion(
        @Named String region,

        @Doc(
                "Size of what runs there at all times, as a share of the first region's; warm-standby and active-active only")
        @Default("0%")
        Share scale,

        @Doc("Address block of the VPC there; absent means not said") @Nullable Cidr cidr,

        @Doc("vCPUs that the region's quotas allow; absent means that nobody asked (DR-07)") @Nullable RegionQuotas quotas,

        @Doc("Capacity reserved there, by instance type or database class") @Default("{}")
        List<ReservedCapacity> reserved) {

    /** Copies. */
    public RecoveryRegion {
        reserved = List.copyOf(reserved);
    }

    /** Whether what can be launched there is known and not assumed: quotas are stated, or capacity is reserved. */
    public boolean isStated() {
        return quotas != null || !reserved.isEmpty();
    }
}
