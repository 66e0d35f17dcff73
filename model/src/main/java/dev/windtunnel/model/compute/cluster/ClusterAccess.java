package dev.windtunnel.model.compute.cluster;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;

/** What nodes and people may do (S31, S53). */
@Doc("What nodes and people may do")
public record ClusterAccess(
        @Doc(
                "Managed policies and permissions of the node role; beyond EKS' own every pod that reaches the metadata service has them (R-K8S-05)")
        @Default("[AmazonEKSWorkerNodePolicy, AmazonEC2ContainerRegistryPullOnly, AmazonEKS_CNI_Policy]")
        List<String> nodeRolePolicies,

        @Doc("Roles of Kubernetes' access control, by name") @Default("{}")
        List<ClusterRole> roles) {

    /** What an EKS node needs: joining, pulling images, addresses. */
    private static final List<String> NEEDED = List.of(
            "AmazonEKSWorkerNodePolicy",
            "AmazonEKSWorkerNodeMinimalPolicy",
            "AmazonEC2ContainerRegistryPullOnly",
            "AmazonEC2ContainerRegistryReadOnly",
            "AmazonEKS_CNI_Policy",
            "AmazonSSMManagedInstanceCore");

    /** Copies the lists. */
    public ClusterAccess {
        nodeRolePolicies = List.copyOf(nodeRolePolicies);
        roles = List.copyOf(roles);
    }

    /** As EKS advises, with no roles beside Kubernetes' own. */
    public static ClusterAccess ofDefaults() {
        return new ClusterAccess(
                List.of("AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly", "AmazonEKS_CNI_Policy"),
                List.of());
    }

    /** Policies of the node role that no node needs for itself, in the order written. */
    public List<String> applicationPolicies() {
        return nodeRolePolicies.stream()
                .filter(policy -> !NEEDED.contains(policy))
                .toList();
    }
}
