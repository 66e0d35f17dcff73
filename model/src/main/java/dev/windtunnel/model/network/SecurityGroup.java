package dev.windtunnel.model.network;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import java.util.List;

/** A security group: who may connect to what carries it; answers always go back (S14, S54). */
@Doc("A security group; what carries it names it")
public record SecurityGroup(
        @Named String name,

        @Doc("What it is for") @Default("\"\"") String description,

        @Doc(
                "What carries it beside load balancer, database and endpoints, which name theirs: nodes, pods or control-plane")
        @Default("[]")
        List<Carrier> attachedTo,

        @Doc("Who may connect; nobody else may") @Default("[]")
        List<SecurityGroupRule> ingress,

        @Doc("Where it may connect to; a new group lets everything out")
        @Default("[ { cidr: 0.0.0.0/0, protocol: all } ]")
        List<SecurityGroupRule> egress) {

    /** What has no key of its own to name its security groups. */
    public enum Carrier {
        /** The interfaces of the cluster's nodes, and of pods that have no group of their own. */
        NODES,
        /** Pods with a group of their own (security groups for pods). */
        PODS,
        /** The control plane's interfaces in the VPC. */
        CONTROL_PLANE
    }

    /** The name of the group that every VPC has. */
    public static final String DEFAULT = "default";

    /** Copies. */
    public SecurityGroup {
        attachedTo = List.copyOf(attachedTo);
        ingress = List.copyOf(ingress);
        egress = List.copyOf(egress);
    }

    /** The group that comes with a VPC: from itself, and to everywhere. */
    static SecurityGroup ofNewVpc() {
        SecurityGroupRule fromItself =
                new SecurityGroupRule(null, null, DEFAULT, null, PortRange.everything(), "from itself");
        return new SecurityGroup(
                DEFAULT,
                "as it comes with the VPC",
                List.of(),
                List.of(fromItself),
                List.of(SecurityGroupRule.everywhere()));
    }

    /** Whether it lets nothing in and nothing out, as CIS asks of the default group. */
    public boolean isClosed() {
        return ingress.isEmpty() && egress.isEmpty();
    }
}
