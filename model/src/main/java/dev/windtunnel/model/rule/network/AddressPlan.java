package dev.windtunnel.model.rule.network;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.catalog.InstanceType;
import dev.windtunnel.model.compute.CronJob;
import dev.windtunnel.model.compute.NodeGroup;
import dev.windtunnel.model.compute.NodePool;
import dev.windtunnel.model.compute.Resources;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.WorkloadSize;
import dev.windtunnel.model.compute.cluster.NodeAddresses;
import dev.windtunnel.model.compute.cluster.VpcCni;
import dev.windtunnel.model.rule.capacity.NodeRoom;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.CpuQuantity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The addresses that nodes and pods take of each private subnet when there are most of them: every workload at its highest number
 * during a release, every CronJob at work, and one zone gone, so that the others hold everything.
 *
 * <p>Pods stand on the smallest type that takes one, since many small nodes take more addresses than a few large ones. Workloads
 * share nodes: each fills a share of them, and the shares add up.
 *
 * @param zonesLeft zones that hold everything
 * @param pods of all workloads and CronJobs
 * @param nodes of each zone, by type
 */
record AddressPlan(int zonesLeft, int pods, List<Nodes> nodes) {

    /** Pods of each node's daemons with an address of their own: EBS CSI, log and metric agents (estimate). */
    static final int DAEMON_PODS = 3;

    /** What rounding may add to a sum of shares without asking for one more node. */
    private static final double ROUNDING = 1e-9;

    private static final Resources NOTHING = new Resources(new CpuQuantity(0), new ByteSize(0));

    /**
     * Nodes of one type in one zone.
     *
     * @param perZone how many
     * @param addressesEach addresses that each takes, those of its pods and those kept ready among them
     */
    record Nodes(String type, int perZone, int addressesEach) {

        long addresses() {
            return (long) perZone * addressesEach;
        }

        @Override
        public String toString() {
            return perZone + " " + type + " x " + addressesEach;
        }
    }

    AddressPlan {
        nodes = List.copyOf(nodes);
    }

    /** The addresses of one zone. */
    long perZone() {
        return nodes.stream().mapToLong(Nodes::addresses).sum();
    }

    /** How they come about: {@code 14 m6g.large x 20}. */
    String described() {
        return nodes.stream().map(Nodes::toString).collect(Collectors.joining(" + "));
    }

    static AddressPlan of(Catalog catalog, Environment environment) {
        Loads loads = new Loads(catalog, environment);
        for (Workload workload : environment.workloads()) {
            WorkloadSize size = WorkloadSize.of(workload);
            loads.add(size.mostDuringRelease(), size.requests(), workload.nodePools());
        }
        for (CronJob job : environment.cronJobs()) {
            loads.add(job.suspend() ? 0 : job.parallelism(), job.requests(), job.nodePools());
        }
        loads.addStanding();
        return loads.plan();
    }

    /** Sums up what stands on each type. */
    private static final class Loads {

        /** What stands on one type. */
        private static final class Load {
            private double nodes;
            private int pods;
            private int standingPerZone;
        }

        private final Catalog catalog;
        private final Environment environment;
        private final Map<String, Load> byType = new TreeMap<>();

        Loads(Catalog catalog, Environment environment) {
            this.catalog = catalog;
            this.environment = environment;
        }

        /** A pod that is larger than every type stands nowhere and takes no address. */
        void add(int pods, Resources requests, List<String> pools) {
            environment.cluster().nodePools().stream()
                    .filter(pool -> pools.isEmpty() || pools.contains(pool.name()))
                    .flatMap(pool -> smallest(pool, requests).stream())
                    .min(SMALLEST)
                    .ifPresent(room -> {
                        Load load = load(room.type().name());
                        load.pods += pods;
                        load.nodes += pods / (double) room.pods(requests);
                    });
        }

        void addStanding() {
            for (NodePool pool : environment.cluster().nodePools()) {
                if (pool.minPerZone() > 0) {
                    smallest(pool, NOTHING)
                            .ifPresent(room -> load(room.type().name()).standingPerZone += pool.minPerZone());
                }
            }
            for (NodeGroup group : environment.cluster().nodeGroups()) {
                int perZone =
                        Math.ceilDiv(group.minSize(), environment.vpc().zones().size());
                if (perZone > 0) {
                    load(group.instanceTypes().getFirst()).standingPerZone += perZone;
                }
            }
        }

        private static final Comparator<NodeRoom> SMALLEST = Comparator.comparingInt(
                        (NodeRoom room) -> room.type().vcpus())
                .thenComparing(room -> room.type().memory())
                .thenComparing(room -> room.type().name());

        private Optional<NodeRoom> smallest(NodePool pool, Resources requests) {
            return pool.instanceTypes().stream()
                    .flatMap(name -> catalog.instanceType(name).stream())
                    .map(type -> NodeRoom.of(type, environment.cluster(), pool))
                    .filter(room -> room.pods(requests) > 0)
                    .min(SMALLEST);
        }

        private Load load(String type) {
            return byType.computeIfAbsent(type, _ -> new Load());
        }

        AddressPlan plan() {
            // The only zone cannot be lost and leave something to plan for.
            int zonesLeft = Math.max(1, environment.vpc().zones().size() - 1);
            List<Nodes> nodes = byType.entrySet().stream()
                    .flatMap(entry -> catalog.instanceType(entry.getKey()).stream()
                            .map(type -> nodes(type, entry.getValue(), zonesLeft)))
                    .toList();
            int pods = byType.values().stream().mapToInt(load -> load.pods).sum();
            return new AddressPlan(zonesLeft, pods, nodes);
        }

        private Nodes nodes(InstanceType type, Load load, int zonesLeft) {
            int needed = (int) StrictMath.ceil(load.nodes / zonesLeft - ROUNDING);
            int perZone = Math.max(1, Math.max(needed, load.standingPerZone));
            int podsEach = Math.ceilDiv(Math.ceilDiv(load.pods, zonesLeft), perZone) + DAEMON_PODS;
            VpcCni cni = environment.cluster().addOns().vpcCni();
            return new Nodes(
                    type.name(),
                    perZone,
                    NodeAddresses.of(cni, type.networkInterfaces(), type.addressesPerInterface(), podsEach));
        }
    }
}
