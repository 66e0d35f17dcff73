package dev.windtunnel.model.compute.cluster;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import org.jspecify.annotations.Nullable;

/** Something installed in the cluster of which no more is said than that it is there. */
@Doc("An add-on or controller of the cluster")
public record AddOn(
        @Doc("Version; absent means EKS' default for the cluster's version") @Nullable String version,

        @Doc("Whether it is a managed EKS add-on, rather than a chart or manifest of one's own") @Default("false")
        boolean managed,

        @Doc("Pods of its Deployment, at least 1; of no meaning for a DaemonSet") @Default("1")
        int replicas) {

    /** @throws IllegalArgumentException if replicas is below 1 */
    public AddOn {
        if (replicas < 1) {
            throw new IllegalArgumentException("replicas is at least 1, found " + replicas);
        }
    }
}
