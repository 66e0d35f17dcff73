package dev.windtunnel.model.architecture;

import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.WorkloadSize;
import dev.windtunnel.model.compute.ZoneSpread;
import dev.windtunnel.model.compute.pod.TopologySpread;
import dev.windtunnel.model.network.AvailabilityZone;
import dev.windtunnel.model.unit.CpuQuantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is left of each workload once a zone is lost, before anything new is launched: static stability (AZ-03).
 *
 * <p>Which zone has the odd pod nobody can say, so each zone is taken to have as many as the spread constraint lets it have;
 * without a constraint all of them. Demand is what the architecture states of it: an autoscaler that keeps so many pods at
 * 60 % of their requests says that they are asked for 60 % of these. Pure arithmetic, no traffic.
 */
public final class ZoneCapacity {

    private static final String ZONE_LABEL = "topology.kubernetes.io/zone";

    private ZoneCapacity() {}

    /**
     * A workload after the loss of a zone.
     *
     * @param zone that is lost
     * @param workload whose pods are counted
     * @param pods before the loss
     * @param lost pods that go with the zone, at worst
     * @param demand CPU that the pods before the loss are asked for; null if nothing states it
     * @param capacity CPU that the pods after the loss request
     */
    public record Loss(
            String zone,
            String workload,
            int pods,
            int lost,
            @Nullable CpuQuantity demand,
            CpuQuantity capacity) {

        /** Pods that stay. */
        public int left() {
            return pods - lost;
        }

        /** CPU that is asked for and not there; nothing if demand is not stated. */
        public CpuQuantity shortBy() {
            return new CpuQuantity(demand == null ? 0 : Math.max(0, demand.millis() - capacity.millis()));
        }

        /** Percent of the stated demand that cannot be served, rounded up; 0 if all can, or nobody states it. */
        public int shedPercent() {
            return demand == null || demand.millis() == 0
                    ? 0
                    : Math.toIntExact(Math.ceilDiv(100 * shortBy().millis(), demand.millis()));
        }
    }

    /** Each workload after the loss of each zone while it has as few pods as its autoscaler leaves; workloads first. */
    public static List<Loss> atFewest(Environment environment) {
        return after(environment, WorkloadSize::fewest);
    }

    /** The same while it has as many pods as its autoscaler wants at most: the peak that the design states. */
    public static List<Loss> atMost(Environment environment) {
        return after(environment, WorkloadSize::most);
    }

    /** Pods of so many that one of the zones has at worst, with at most {@code skew} more than the emptiest. */
    static int inOneZone(int pods, int zones, int skew) {
        return Math.min(pods, (pods + (zones - 1) * skew) / zones);
    }

    private static List<Loss> after(Environment environment, ToIntFunction<WorkloadSize> count) {
        List<AvailabilityZone> zones = environment.vpc().zones();
        List<Loss> losses = new ArrayList<>();
        for (Workload workload : environment.workloads()) {
            WorkloadSize size = WorkloadSize.of(workload);
            int pods = count.applyAsInt(size);
            int lost = inOneZone(pods, zones.size(), skew(workload, pods));
            long perPod = size.requests().cpu().millis();
            for (AvailabilityZone zone : zones) {
                losses.add(new Loss(
                        zone.name(),
                        workload.name(),
                        pods,
                        lost,
                        demand(size, pods),
                        new CpuQuantity((pods - lost) * perPod)));
            }
        }
        return List.copyOf(losses);
    }

    private static @Nullable CpuQuantity demand(WorkloadSize size, int pods) {
        return size.target() == null
                ? null
                : new CpuQuantity(BigDecimal.valueOf(size.target().value())
                        .multiply(BigDecimal.valueOf(size.requests().cpu().millis() * pods))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    /** The strictest constraint over zones that is written; without one all pods may stand together. */
    private static int skew(Workload workload, int pods) {
        int skew = workload.zoneSpread() == ZoneSpread.NONE ? Math.max(1, pods) : 1;
        for (TopologySpread spread : workload.template().scheduling().topologySpread()) {
            skew = spread.topologyKey().equals(ZONE_LABEL) ? Math.min(skew, spread.maxSkew()) : skew;
        }
        return skew;
    }
}
