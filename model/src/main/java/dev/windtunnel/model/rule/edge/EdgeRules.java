package dev.windtunnel.model.rule.edge;

import dev.windtunnel.model.rule.DesignRule;
import java.util.List;

/** The rules of this room. */
public final class EdgeRules {

    private static final List<DesignRule> ALL = List.of(
            new TlsAtTheLoadBalancer(),
            new WebAclAttached(),
            new LoadBalancerInEveryZone(),
            new HealthWithoutDatabase(),
            new ZonalShiftReady(),
            new NamesFollowTheCluster());

    private EdgeRules() {}

    /** All of them. */
    public static List<DesignRule> all() {
        return ALL;
    }
}
