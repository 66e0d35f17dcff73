package dev.windtunnel.model.compute;

import dev.windtunnel.model.compute.node.Disruption;
import dev.windtunnel.model.compute.node.Label;
import dev.windtunnel.model.compute.node.LabelRequirement;
import dev.windtunnel.model.compute.node.NodeClass;
import dev.windtunnel.model.compute.node.Taint;
import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.CpuQuantity;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nodes of one purchase and architecture, launched just in time from a list of instance types (S21, S22). */
@Doc("A Karpenter node pool")
public record NodePool(
        @Named String name,
        @Doc("on-demand or spot") CapacityType capacity,

        @Doc("EC2 instance types it may launch; the cheapest that fits is taken")
        List<String> instanceTypes,

        @Doc("Nodes that stand in each zone at the start and are never removed (a managed node group's minimum)")
        @Default("0")
        int minPerZone,

        @Doc("Most CPU the pool may own; absent means no limit") @Nullable CpuQuantity cpuLimit,

        @Doc("Among pools that fit, the higher weight is tried first, 0 to 100") @Default("0")
        int weight,

        @Doc("Time a node stands empty before it is removed") @Default("30s")
        Duration consolidateAfter,

        @Doc("Size of each node's gp3 root volume") @Default("50Gi")
        ByteSize rootVolume,

        @Doc("Most memory the pool may own; absent means no limit") @Nullable ByteSize memoryLimit,

        @Doc("Labels of its nodes") @Default("{}") List<Label> labels,
        @Doc("Taints of its nodes") @Default("[]") List<Taint> taints,

        @Doc("What the nodes' labels must be, beside the instance types and the capacity type") @Default("[]")
        List<LabelRequirement> requirements,

        @Doc("Age at which a node is replaced; 0s means Never") @Default("30d")
        Duration expireAfter,

        @Doc("Time after which a draining node goes whatever its pods say; absent means that the drain waits for ever")
        @Nullable Duration terminationGracePeriod,

        @Doc("Which nodes are consolidated, and how many at once") @Default("{}")
        Disruption disruption,

        @Doc("Image, volume encryption, metadata service and kubelet of its nodes") @Default("{}")
        NodeClass nodeClass) {

    /** @throws IllegalArgumentException without instance types, or with a weight outside 0..100 */
    public NodePool {
        instanceTypes = List.copyOf(instanceTypes);
        labels = List.copyOf(labels);
        taints = List.copyOf(taints);
        requirements = List.copyOf(requirements);
        if (instanceTypes.isEmpty()) {
            throw new IllegalArgumentException("a node pool lists at least one instance type");
        }
        if (minPerZone < 0) {
            throw new IllegalArgumentException("minPerZone is not negative, found " + minPerZone);
        }
        if (weight < 0 || weight > 100) {
            throw new IllegalArgumentException("weight lies between 0 and 100, found " + weight);
        }
    }

    /** A pool of which no more is said than what it launches, with Karpenter's defaults (Kubernetes sheet, section 11). */
    public NodePool(
            String name,
            CapacityType capacity,
            List<String> instanceTypes,
            int minPerZone,
            @Nullable CpuQuantity cpuLimit,
            int weight,
            Duration consolidateAfter,
            ByteSize rootVolume) {
        this(
                name,
                capacity,
                instanceTypes,
                minPerZone,
                cpuLimit,
                weight,
                consolidateAfter,
                rootVolume,
                null,
                List.of(),
                List.of(),
                List.of(),
                Duration.ofDays(30),
                null,
                Disruption.ofDefaults(),
                NodeClass.ofDefaults());
    }
}
