package dev.windtunnel.model.compute.cluster;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;

/** The network policies of a namespace; without any, all pods reach each other (S32, S54). */
@Doc("Network policies of the namespace")
public record NetworkPolicies(
        @Doc("Directions that are closed but for what 'allow' opens: ingress, egress") @Default("[]")
        List<Direction> defaultDeny,

        @Doc("Traffic that is let through") @Default("[]") List<NetworkRule> allow) {

    /** Seen from the namespace's pods. */
    public enum Direction {
        /** To them. */
        INGRESS,
        /** From them. */
        EGRESS
    }

    /** Copies the lists. */
    public NetworkPolicies {
        defaultDeny = List.copyOf(defaultDeny);
        allow = List.copyOf(allow);
    }
}
