package dev.windtunnel.model.rule.capacity;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.catalog.InstanceType;
import dev.windtunnel.model.compute.NodePool;
import dev.windtunnel.model.compute.Resources;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.WorkloadSize;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * The nodes that pods need in pools: vCPU and memory of whole nodes, of the type of the pools on which a pod takes least, as
 * if workloads shared nodes without waste. What fails by this reckoning fails in any packing.
 */
public final class PeakNodes {

    private static final double GIBIBYTE = 1L << 30;

    private PeakNodes() {}

    /** The pools on which a workload's pods may stand. */
    public static List<NodePool> pools(Environment environment, Workload workload) {
        return environment.cluster().nodePools().stream()
                .filter(pool ->
                        workload.nodePools().isEmpty() || workload.nodePools().contains(pool.name()))
                .toList();
    }

    /** vCPUs of the nodes of so many pods of a workload; empty if a pod fits on no type of the pools. */
    public static OptionalDouble vcpus(
            Catalog catalog, Environment environment, Workload workload, List<NodePool> pools, int pods) {
        return least(catalog, environment, workload, pools, pods, InstanceType::vcpus);
    }

    /** GiB of memory of the nodes of so many pods of a workload; empty if a pod fits on no type of the pools. */
    public static OptionalDouble gibibytes(
            Catalog catalog, Environment environment, Workload workload, List<NodePool> pools, int pods) {
        OptionalDouble bytes = least(catalog, environment, workload, pools, pods, type -> type.memory()
                .bytes());
        return bytes.isEmpty() ? bytes : OptionalDouble.of(bytes.getAsDouble() / GIBIBYTE);
    }

    private static OptionalDouble least(
            Catalog catalog,
            Environment environment,
            Workload workload,
            List<NodePool> pools,
            int pods,
            ToLongFunction<InstanceType> amount) {
        Resources requests = WorkloadSize.of(workload).requests();
        double least = Double.POSITIVE_INFINITY;
        for (NodePool pool : pools) {
            for (InstanceType type : types(catalog, pool)) {
                int fitting = NodeRoom.of(type, environment.cluster(), pool).pods(requests);
                if (fitting > 0) {
                    least = Math.min(least, amount.applyAsLong(type) * (double) pods / fitting);
                }
            }
        }
        return Double.isInfinite(least) ? OptionalDouble.empty() : OptionalDouble.of(least);
    }

    /** The types of a pool that the catalog knows; others are reported where the YAML is read. */
    static List<InstanceType> types(Catalog catalog, NodePool pool) {
        return pool.instanceTypes().stream()
                .flatMap(name -> catalog.instanceType(name).stream())
                .toList();
    }

    /** Says how the pods come about: {@code 30 backend pods and 9 frontend pods}. */
    public static String counted(List<Workload> workloads, ToIntFunction<WorkloadSize> count) {
        List<String> parts = new ArrayList<>();
        for (Workload workload : workloads) {
            int pods = count.applyAsInt(WorkloadSize.of(workload));
            parts.add(pods + " " + workload.name() + (pods == 1 ? " pod" : " pods"));
        }
        return String.join(", ", parts);
    }
}
