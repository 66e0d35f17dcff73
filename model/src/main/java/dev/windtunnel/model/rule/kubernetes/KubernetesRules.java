package dev.windtunnel.model.rule.kubernetes;

import dev.windtunnel.model.rule.DesignRule;
import java.util.List;

/** The rules of this room. */
public final class KubernetesRules {

    private static final List<DesignRule> ALL = List.of(
            new NamespacesBounded(),
            new QuotaAdmitsMost(),
            new PodsRestricted(),
            new AdmissionGuards(),
            new CallsByOwnRole(),
            new TiersApart(),
            new ServingSurvivesOne(),
            new ReleaseKeepsCapacity(),
            new RiskyReleasesAnalyzed(),
            new LivenessOfItsOwn(),
            new PodsLeaveInOrder(),
            new WorkedOnAtQuietTimes(),
            new BudgetLetsDrainsThrough(),
            new ProbesBearLoad(),
            new CisOfEks(),
            new NoAppMesh());

    private KubernetesRules() {}

    /** All of them. */
    public static List<DesignRule> all() {
        return ALL;
    }
}
