package dev.windtunnel.model.rule.capacity;

import dev.windtunnel.model.catalog.InstanceType;
import dev.windtunnel.model.compute.Allocatable;
import dev.windtunnel.model.compute.Cluster;
import dev.windtunnel.model.compute.NodePool;
import dev.windtunnel.model.compute.Resources;
import dev.windtunnel.model.compute.node.Kubelet;
import dev.windtunnel.model.compute.node.ResourceAmount;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.CpuQuantity;
import org.jspecify.annotations.Nullable;

/**
 * What a node of a pool has for workloads: its capacity less what kubelet keeps (Kubernetes sheet, section 13) and what the
 * cluster's daemons request.
 *
 * @param type of the node
 * @param room CPU and memory for pods of workloads
 * @param maxPods pods that kubelet takes
 */
public record NodeRoom(InstanceType type, Resources room, int maxPods) {

    private static final int PODS_OF_A_SMALL_NODE = 110;
    private static final int PODS_OF_A_LARGE_NODE = 250;
    private static final int VCPUS_OF_A_LARGE_NODE = 30;

    /** Of a node of this type in a pool. */
    public static NodeRoom of(InstanceType type, Cluster cluster, NodePool pool) {
        Kubelet kubelet = pool.nodeClass().kubelet();
        int maxPods = maxPods(type, cluster, kubelet);
        Resources allocatable = type.architecture().equals("arm64")
                ? Allocatable.ofArm64(type.vcpus(), type.memory(), maxPods)
                : Allocatable.of(type.vcpus(), type.memory(), maxPods);
        long millis = allocatable.cpu().millis() - cluster.daemons().cpu().millis();
        long bytes = allocatable.memory().bytes() - cluster.daemons().memory().bytes();
        ResourceAmount kept = kubelet.kubeReserved();
        if (kept != null) {
            Resources usual = Allocatable.kubeReserved(type.vcpus(), maxPods);
            millis += kept.cpu() == null ? 0 : usual.cpu().millis() - millis(kept);
            bytes += kept.memory() == null ? 0 : usual.memory().bytes() - bytes(kept);
        }
        millis -= millis(kubelet.systemReserved());
        bytes -= bytes(kubelet.systemReserved());
        return new NodeRoom(
                type, new Resources(new CpuQuantity(Math.max(0, millis)), new ByteSize(Math.max(0, bytes))), maxPods);
    }

    private static int maxPods(InstanceType type, Cluster cluster, Kubelet kubelet) {
        Integer said = kubelet.maxPods();
        if (said != null) {
            return said;
        }
        int advised = type.vcpus() < VCPUS_OF_A_LARGE_NODE ? PODS_OF_A_SMALL_NODE : PODS_OF_A_LARGE_NODE;
        return cluster.addOns().vpcCni().prefixDelegation() ? advised : type.maxPods();
    }

    private static long millis(@Nullable ResourceAmount amount) {
        return amount == null || amount.cpu() == null ? 0 : amount.cpu().millis();
    }

    private static long bytes(@Nullable ResourceAmount amount) {
        return amount == null || amount.memory() == null ? 0 : amount.memory().bytes();
    }

    /** How many pods that request so much fit on it. */
    public int pods(Resources requests) {
        long byCpu = requests.cpu().millis() == 0
                ? maxPods
                : room.cpu().millis() / requests.cpu().millis();
        long byMemory = requests.memory().bytes() == 0
                ? maxPods
                : room.memory().bytes() / requests.memory().bytes();
        return (int) Math.min(maxPods, Math.min(byCpu, byMemory));
    }
}
