package dev.windtunnel.model.rule.compute;

import dev.windtunnel.model.rule.DesignRule;
import java.util.List;

/** The rules of this room. */
public final class ComputeRules {

    private static final List<DesignRule> ALL = List.of(
            new ClusterInSupport(),
            new KindsOfNodesApart(),
            new ImagesForEveryNode(),
            new SpotSpreadWide(),
            new CreditsOfBurstables(),
            new VcpuQuotasSuffice());

    private ComputeRules() {}

    /** All of them. */
    public static List<DesignRule> all() {
        return ALL;
    }
}
