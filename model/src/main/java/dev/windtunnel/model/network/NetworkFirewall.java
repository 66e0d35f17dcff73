package dev.windtunnel.model.network;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Distribution;
import java.util.List;

/** An AWS Network Firewall on the way out of the VPC, with an endpoint in each zone (S14, NFW-01). */
@Doc("Network Firewall")
public record NetworkFirewall(
        @Doc("Zones with an endpoint; empty means all of the VPC's") @Default("[]")
        List<String> zones,

        @Doc("Subnets of the endpoints, by name; empty means the public ones of the zones") @Default("[]")
        List<String> subnets,

        @Doc("Rule groups, by name") List<FirewallRuleGroup> ruleGroups,

        @Doc(
                "What becomes of flows that it lost track of, and of all while it cannot judge: drop, reject or continue (fail open)")
        @Default("drop")
        StreamExceptionPolicy streamExceptionPolicy,

        @Doc("Whether it can be deleted only after this is switched off") @Default("false")
        boolean deleteProtection,

        @Doc("Time that it adds to a packet's way (NFW-01; estimate)") @Default("lognormal(median 1ms, sigma 0.5)")
        Distribution latency) {

    /** What the firewall does with a flow in the middle of which it joins. */
    public enum StreamExceptionPolicy {
        /** Drops it: it fails closed. */
        DROP,
        /** Drops it and resets the connection, so that clients notice at once. */
        REJECT,
        /** Goes on by the rules that need no beginning: it fails open. */
        CONTINUE
    }

    /** @throws IllegalArgumentException without rule groups: nothing would be filtered */
    public NetworkFirewall {
        zones = List.copyOf(zones);
        subnets = List.copyOf(subnets);
        ruleGroups = List.copyOf(ruleGroups);
        if (ruleGroups.isEmpty()) {
            throw new IllegalArgumentException("ruleGroups holds at least one");
        }
    }
}
