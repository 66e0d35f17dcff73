package dev.windtunnel.model.compute;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;

/** An EKS cluster (S19). */
@Doc("The environment's EKS cluster")
public record Cluster(
        @Doc("Kubernetes minor version") String version,
        @Doc("Node pools, by name") List<NodePool> nodePools,

        @Doc("What every node carries beside its pods' workloads: VPC CNI, kube-proxy, EBS CSI, log and metric agents")
        @Default("{cpu: 150m, memory: 320Mi}")
        Resources daemons) {

    /** @throws IllegalArgumentException without node pools */
    public Cluster {
        nodePools = List.copyOf(nodePools);
        if (nodePools.isEmpty()) {
            throw new IllegalArgumentException("a cluster has at least one node pool");
        }
    }
}
