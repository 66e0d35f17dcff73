package dev.windtunnel.model.compute.pod;

import dev.windtunnel.model.compute.node.Label;
import dev.windtunnel.model.compute.node.LabelRequirement;
import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where pods may and would rather stand, beside the workload's {@code nodePools} and {@code zoneSpread} (Kubernetes sheet, section 6). */
@Doc("Where pods may stand, beside nodePools and zoneSpread")
public record Scheduling(
        @Doc("Labels that the node must have") @Default("{}")
        List<Label> nodeSelector,

        @Doc("Requirements of the node's labels (node affinity), all of which must hold") @Default("[]")
        List<LabelRequirement> required,

        @Doc("Requirements of the node's labels that are preferred") @Default("[]")
        List<LabelRequirement> preferred,

        @Doc("Taints that the pods tolerate") @Default("[]") List<Toleration> tolerations,

        @Doc("Further topology spread constraints, such as over hosts") @Default("[]")
        List<TopologySpread> topologySpread,

        @Doc("Pods to stand near to") @Default("[]") List<PodAffinity> podAffinity,
        @Doc("Pods to stand far from") @Default("[]") List<PodAffinity> podAntiAffinity,

        @Doc(
                "PriorityClass, one of the cluster's or system-cluster-critical, system-node-critical; absent means priority 0")
        @Nullable String priorityClass) {

    /** Copies the lists. */
    public Scheduling {
        nodeSelector = List.copyOf(nodeSelector);
        required = List.copyOf(required);
        preferred = List.copyOf(preferred);
        tolerations = List.copyOf(tolerations);
        topologySpread = List.copyOf(topologySpread);
        podAffinity = List.copyOf(podAffinity);
        podAntiAffinity = List.copyOf(podAntiAffinity);
    }

    /** Anywhere, with priority 0. */
    public static Scheduling anywhere() {
        return new Scheduling(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null);
    }
}
