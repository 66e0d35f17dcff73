package dev.windtunnel.model.compute.cluster;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import java.util.List;

/** A rule that objects must keep to be let into the cluster (S30, S40). */
@Doc("A constraint of the admission controller")
public record Constraint(
        @Named String name,

        @Doc(
                "What it asks: image-provenance, no-privileged, require-network-policy, no-latest-tag, require-requests, require-probes, no-host-path or custom")
        Kind kind,

        @Doc("deny, warn or dryrun") @Default("deny") Enforcement enforcementAction,

        @Doc("Namespaces that it does not look at") @Default("[]")
        List<String> excludedNamespaces) {

    /** What a constraint asks. */
    public enum Kind {
        /** Images come from listed repositories. */
        IMAGE_PROVENANCE,
        /** No container is root on its node. */
        NO_PRIVILEGED,
        /** A namespace with pods has a network policy. */
        REQUIRE_NETWORK_POLICY,
        /** Images are named by more than latest. */
        NO_LATEST_TAG,
        /** Containers have requests. */
        REQUIRE_REQUESTS,
        /** Containers have probes. */
        REQUIRE_PROBES,
        /** No path of a node is mounted. */
        NO_HOST_PATH,
        /** Something of one's own. */
        CUSTOM
    }

    /** Copies the list. */
    public Constraint {
        excludedNamespaces = List.copyOf(excludedNamespaces);
    }
}
