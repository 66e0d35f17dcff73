package dev.windtunnel.model.rule.network;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.organization.Account;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.security.GuardDuty;
import dev.windtunnel.model.storage.Bucket;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every VPC writes flow logs, and GuardDuty watches every account in every region that holds something. */
final class FlowsRecorded implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-NET-14",
            Severity.ERROR,
            "what was not recorded cannot be looked up after the fact, and the region that nobody uses is where intruders work",
            List.of("S17"),
            "VPC-02; GuardDuty User Guide: enable it in all supported Regions",
            "write vpc.flowLogs, and security.guardDuty with accounts and regions");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : design.environments()) {
            if (environment.vpc().flowLogs() == null) {
                findings.at(
                        Design.path(environment, "vpc.flowLogs"),
                        "expected flow logs of the VPC of " + environment.name() + ", found none");
            }
        }
        if (Scope.governsAccounts(design)) {
            guardDuty(design, findings);
        }
    }

    private static void guardDuty(Design design, Findings findings) {
        GuardDuty guardDuty = design.architecture().security().guardDuty();
        if (guardDuty == null) {
            findings.at("security.guardDuty", "expected GuardDuty in every account, found nothing of it");
            return;
        }
        String home = design.architecture().region();
        List<String> accounts = design.architecture().organization().accounts().stream()
                .map(Account::name)
                .toList();
        for (String region : regions(design)) {
            List<String> without = accounts.stream()
                    .filter(account -> !guardDuty.coverage().covers(account, region, home))
                    .toList();
            if (!without.isEmpty()) {
                boolean lacksRegion = without.size() == accounts.size();
                findings.at(
                        "security.guardDuty." + (lacksRegion ? "regions" : "accounts"),
                        "expected GuardDuty in " + region + " for every account, found it off "
                                + (lacksRegion ? "there" : "in " + String.join(", ", without)));
            }
        }
    }

    /** Where something lies or would run: at home, in the regions of copies and of the plan for a lost region. */
    private static Set<String> regions(Design design) {
        Set<String> regions = new LinkedHashSet<>(List.of(design.architecture().region()));
        for (Environment environment : design.environments()) {
            environment.database().backups().copies().forEach(copy -> regions.add(copy.region()));
            environment.database().crossRegionReplicas().forEach(replica -> regions.add(replica.region()));
            if (environment.database().aurora() != null) {
                environment.database().aurora().secondaries().forEach(secondary -> regions.add(secondary.region()));
            }
            if (environment.recovery() != null) {
                environment.recovery().regions().forEach(region -> regions.add(region.region()));
            }
        }
        for (Bucket bucket : design.architecture().buckets()) {
            regions.addAll(regionsOf(bucket));
        }
        return regions;
    }

    private static List<String> regionsOf(Bucket bucket) {
        List<String> regions = new ArrayList<>();
        if (bucket.region() != null) {
            regions.add(bucket.region());
        }
        if (bucket.replication() != null) {
            regions.add(bucket.replication().region());
        }
        return regions;
    }
}
