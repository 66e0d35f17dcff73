package dev.windtunnel.model.rule.recovery;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.resilience.Recovery;
import dev.windtunnel.model.resilience.RecoveryRegion;
import dev.windtunnel.model.resilience.RegionQuotas;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.List;

/** What can be launched in the region that takes over is known, and is enough for the fewest pods. */
final class RegionHasRoom implements DesignRule {

    /** vCPUs of running On-Demand instances that a new account or region has (QUO-01). */
    private static final int NEW_ACCOUNT = 5;

    private static final RuleFacts FACTS = new RuleFacts(
            "R-DR-04",
            Severity.WARNING,
            "each region has quotas of its own, small ones where nobody has asked for more, and on that day everybody asks",
            List.of("S76"),
            "DR-07, QUO-01",
            "write recovery.regions.NAME.quotas as Service Quotas shows them, or reserved capacity");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.beyondDevelopment(design)) {
            Recovery recovery = environment.recovery();
            for (RecoveryRegion region : recovery == null ? List.<RecoveryRegion>of() : recovery.regions()) {
                judge(environment, region, findings);
            }
        }
    }

    private static void judge(Environment environment, RecoveryRegion region, Findings findings) {
        String path = Design.path(environment, "recovery.regions." + region.region());
        RegionQuotas quotas = region.quotas();
        if (!region.isStated()) {
            findings.at(
                    path + ".quotas",
                    "expected quotas or reserved capacity, found neither: a new account has " + NEW_ACCOUNT + " vCPUs");
        }
        double cores = environment.workloads().stream()
                .mapToDouble(RegionHasRoom::fewest)
                .sum();
        int allowed =
                quotas == null ? Integer.MAX_VALUE : quotas.onDemand() + (quotas.spot() == null ? 0 : quotas.spot());
        if (allowed < cores) {
            findings.at(
                    path + ".quotas",
                    "expected at least the " + (long) Math.ceil(cores) + " vCPUs that the fewest pods request ("
                            + String.join(
                                    " + ",
                                    environment.workloads().stream()
                                            .map(workload -> workload.replicas().min() + " x "
                                                    + workload.requests().cpu())
                                            .toList())
                            + "), found " + allowed);
        }
    }

    private static double fewest(Workload workload) {
        return workload.replicas().min() * workload.requests().cpu().cores();
    }
}
