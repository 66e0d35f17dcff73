package dev.windtunnel.model.rule.network;

import dev.windtunnel.model.rule.DesignRule;
import java.util.List;

/** The rules of this room. */
public final class NetworkRules {

    private static final List<DesignRule> ALL = List.of(
            new BlocksApart(),
            new SubnetsInside(),
            new ThreeZones(),
            new InternetForPublicOnly(),
            new NatInEveryZone(),
            new SingleNat(),
            new IsolatedStaysInside(),
            new EverythingInItsTier(),
            new AddressSpace(),
            new ClosedControlPlane(),
            new EndpointsOfServices(),
            new OpenToTheInternet(),
            new SecurityGroupChain(),
            new FlowsRecorded());

    private NetworkRules() {}

    /** All of them. */
    public static List<DesignRule> all() {
        return ALL;
    }
}
