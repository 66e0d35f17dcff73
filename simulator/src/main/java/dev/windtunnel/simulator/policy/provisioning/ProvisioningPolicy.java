package dev.windtunnel.simulator.policy.provisioning;

import dev.windtunnel.simulator.policy.scheduling.NodeView;
import dev.windtunnel.simulator.policy.scheduling.PodNeed;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/**
 * Karpenter's provisioning round: which nodes to launch for pods that kube-scheduler could not place (Kubernetes sheet, section
 * 11.1; {@code kubernetes-sigs/karpenter:pkg/controllers/provisioning/scheduling}).
 *
 * <p>The largest pods first. Each tries the nodes that exist or are on their way, then the claims of this round with the fewest
 * pods first, then a new claim of the pools by weight. A claim stays open to every offering that holds all its pods and the
 * DaemonSets; only at the end the cheapest left is taken. A soft spread over zones is treated as a hard one first and dropped
 * if the pod would find no place.
 *
 * <p>Differences from the original: it tries the zones that the spread allows from the emptiest on and not a single one, and
 * where the original draws among equals, the order is by zone and name.
 */
public final class ProvisioningPolicy {

    /** For so long a nominated node is not disrupted: twice the longest batch window. */
    public static final long NOMINATION_NANOS = 20_000_000_000L;

    private static final Comparator<PodNeed> LARGEST_FIRST = Comparator.comparingLong(PodNeed::cpuMillis)
            .reversed()
            .thenComparing(Comparator.comparingLong(PodNeed::memoryBytes).reversed())
            .thenComparingInt(PodNeed::pod);

    private static final Comparator<PoolView> HEAVIEST_FIRST =
            Comparator.comparingInt(PoolView::weight).reversed().thenComparing(PoolView::name);

    private ProvisioningPolicy() {}

    /**
     * Plans one round.
     *
     * @param pending pods of the batch
     * @param existingAndInFlight nodes in the order in which to try them, ready ones first; of a node on its way the figures
     *     are what it will offer, less what it is already meant for
     * @param pools what may be launched
     * @param podsByWorkloadAndZone pods that run or are bound, by workload and zone; what is not named has none
     * @param daemonCpuMillis CPU requested by the DaemonSets of a new node
     * @param daemonMemoryBytes memory requested by them
     */
    public static ProvisioningPlan plan(
            List<PodNeed> pending,
            List<NodeView> existingAndInFlight,
            List<PoolView> pools,
            SortedMap<String, SortedMap<String, Integer>> podsByWorkloadAndZone,
            long daemonCpuMillis,
            long daemonMemoryBytes) {
        ProvisioningRound round = new ProvisioningRound(
                existingAndInFlight,
                pools.stream().sorted(HEAVIEST_FIRST).toList(),
                new ZoneCounts(podsByWorkloadAndZone),
                new ClaimDraft.Overhead(daemonCpuMillis, daemonMemoryBytes));
        pending.stream().sorted(LARGEST_FIRST).forEach(round::place);
        return round.plan();
    }
}
