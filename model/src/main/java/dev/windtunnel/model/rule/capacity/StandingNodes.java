package dev.windtunnel.model.rule.capacity;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.catalog.InstanceType;
import dev.windtunnel.model.compute.CapacityType;
import dev.windtunnel.model.compute.NodePool;
import dev.windtunnel.model.compute.Resources;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.WorkloadSize;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The On-Demand nodes of Karpenter's pools that stand from the start in every zone but one, each of the smallest type of its
 * pool, and whether pods fit on them: the largest pods first, each on the first node that takes it.
 */
final class StandingNodes {

    /** A node and what is taken of it. */
    private static final class Node {
        private final NodePool pool;
        private long millis;
        private long bytes;
        private int pods;

        Node(NodePool pool, NodeRoom room) {
            this.pool = pool;
            millis = room.room().cpu().millis();
            bytes = room.room().memory().bytes();
            pods = room.maxPods();
        }

        boolean takes(Workload workload, Resources requests) {
            boolean isAllowed =
                    workload.nodePools().isEmpty() || workload.nodePools().contains(pool.name());
            boolean fits = pods > 0
                    && millis >= requests.cpu().millis()
                    && bytes >= requests.memory().bytes();
            if (isAllowed && fits) {
                pods--;
                millis -= requests.cpu().millis();
                bytes -= requests.memory().bytes();
            }
            return isAllowed && fits;
        }
    }

    private final List<Node> nodes = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();

    private StandingNodes() {}

    static StandingNodes withoutOneZone(Catalog catalog, Environment environment) {
        StandingNodes standing = new StandingNodes();
        for (NodePool pool : environment.cluster().nodePools()) {
            int count = pool.minPerZone() * (environment.vpc().zones().size() - 1);
            if (pool.capacity() == CapacityType.ON_DEMAND && count > 0) {
                PeakNodes.types(catalog, pool).stream()
                        .min(Comparator.comparingInt(InstanceType::vcpus).thenComparing(InstanceType::memory))
                        .ifPresent(type -> standing.add(pool, NodeRoom.of(type, environment.cluster(), pool), count));
            }
        }
        return standing;
    }

    private void add(NodePool pool, NodeRoom room, int count) {
        for (int node = 0; node < count; node++) {
            nodes.add(new Node(pool, room));
        }
        kinds.add(count + " " + room.type().name() + " with " + room.room().cpu() + " vCPU each for pods");
    }

    /** What stands: {@code 2 m6g.large with 1780m vCPU each for pods}. */
    String described() {
        return kinds.isEmpty() ? "no On-Demand node is sure to stand" : String.join(" and ", kinds) + " are left";
    }

    /** Pods without a place, {@code 1 of 3 backend pods}; empty if the fewest pods of all workloads find one. Asked once. */
    List<String> homeless(List<Workload> workloads) {
        List<Workload> largestFirst = workloads.stream()
                .sorted(Comparator.comparing((Workload workload) ->
                                WorkloadSize.of(workload).requests().cpu())
                        .reversed())
                .toList();
        List<String> homeless = new ArrayList<>();
        for (Workload workload : largestFirst) {
            WorkloadSize size = WorkloadSize.of(workload);
            int without = 0;
            for (int pod = 0; pod < size.fewest(); pod++) {
                boolean found = nodes.stream().anyMatch(node -> node.takes(workload, size.requests()));
                without += found ? 0 : 1;
            }
            if (without > 0) {
                homeless.add(without + " of " + size.fewest() + " " + workload.name() + " pods");
            }
        }
        return homeless;
    }
}
