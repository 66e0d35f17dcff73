package dev.windtunnel.model.compute;

import dev.windtunnel.model.compute.cluster.AddOns;
import dev.windtunnel.model.compute.cluster.Admission;
import dev.windtunnel.model.compute.cluster.ClusterAccess;
import dev.windtunnel.model.compute.cluster.ControlPlane;
import dev.windtunnel.model.compute.cluster.MaintenanceWindows;
import dev.windtunnel.model.compute.cluster.Mesh;
import dev.windtunnel.model.compute.cluster.Namespace;
import dev.windtunnel.model.compute.cluster.NetworkPolicyEngine;
import dev.windtunnel.model.compute.cluster.PriorityClass;
import dev.windtunnel.model.compute.node.ClusterAutoscaler;
import dev.windtunnel.model.compute.node.VcpuQuotas;
import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An EKS cluster (S19 to S34). */
@Doc("The environment's EKS cluster")
public record Cluster(
        @Doc("Kubernetes minor version") String version,
        @Doc("Node pools, by name") List<NodePool> nodePools,

        @Doc("What every node carries beside its pods' workloads: VPC CNI, kube-proxy, EBS CSI, log and metric agents")
        @Default("{cpu: 150m, memory: 320Mi}")
        Resources daemons,

        @Doc("Endpoint, logs, encryption and support of the control plane") @Default("{}")
        ControlPlane controlPlane,

        @Doc("Add-ons and controllers") @Default("{}") AddOns addOns,
        @Doc("Namespaces, by name") @Default("{}") List<Namespace> namespaces,

        @Doc("Who enforces network policies: none, vpc-cni, calico or cilium") @Default("none")
        NetworkPolicyEngine networkPolicyEngine,

        @Doc("Constraints and signatures that objects are let in by") @Default("{}")
        Admission admission,

        @Doc("PriorityClasses, by name") @Default("{}") List<PriorityClass> priorityClasses,

        @Doc("Policies of the node role, and roles in the cluster") @Default("{}")
        ClusterAccess access,

        @Doc("Managed node groups, by name") @Default("{}") List<NodeGroup> nodeGroups,

        @Doc("Cluster Autoscaler of the managed node groups; absent means none") @Nullable ClusterAutoscaler clusterAutoscaler,

        @Doc("vCPU quotas of the account; absent means that they are not stated (a new account has 5)") @Nullable VcpuQuotas quotas,

        @Doc("When the cluster is worked on") @Default("{}") MaintenanceWindows maintenance,
        @Doc("Service mesh; absent means none") @Nullable Mesh mesh) {

    /** @throws IllegalArgumentException without node pools, or if the version is no minor version */
    public Cluster {
        nodePools = List.copyOf(nodePools);
        namespaces = List.copyOf(namespaces);
        priorityClasses = List.copyOf(priorityClasses);
        nodeGroups = List.copyOf(nodeGroups);
        if (!version.matches("[0-9]{1,2}\\.[0-9]{1,3}")) {
            throw new IllegalArgumentException("version is a minor version such as 1.34, found '" + version + "'");
        }
        if (nodePools.isEmpty()) {
            throw new IllegalArgumentException("a cluster has at least one node pool");
        }
    }

    /** A cluster of which no more is said than what runs workloads. */
    public Cluster(String version, List<NodePool> nodePools, Resources daemons) {
        this(
                version,
                nodePools,
                daemons,
                ControlPlane.ofDefaults(),
                AddOns.ofDefaults(),
                List.of(),
                NetworkPolicyEngine.NONE,
                Admission.none(),
                List.of(),
                ClusterAccess.ofDefaults(),
                List.of(),
                null,
                null,
                MaintenanceWindows.anyTime(),
                null);
    }

    /** The namespace of this name. */
    public Optional<Namespace> namespace(String name) {
        return namespaces.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
