package dev.windtunnel.model.rule.account;

import dev.windtunnel.model.delivery.Registry;
import dev.windtunnel.model.organization.Account.Purpose;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.security.CloudTrail;
import dev.windtunnel.model.security.ConfigRecorder;
import dev.windtunnel.model.security.GuardDuty;
import dev.windtunnel.model.security.Security;
import dev.windtunnel.model.security.SecurityHub;
import dev.windtunnel.model.security.Siem;
import dev.windtunnel.model.storage.Bucket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Delivery lives in the account of shared services, findings and logs in the security account, nothing of it elsewhere. */
final class ServicesAtHome implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-ACC-03",
            Severity.ERROR,
            "who breaks into one environment must neither push images into the others nor erase the traces",
            List.of("S06", "S07"),
            "AWS Prescriptive Guidance: AWS Security Reference Architecture",
            "write account, administrator or aggregator as the account of purpose shared-services or security");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        if (!Scope.governsAccounts(design)) {
            return;
        }
        delivery(design, findings);
        watching(design, findings);
        logs(design, findings);
    }

    private static void delivery(Design design, Findings findings) {
        List<String> shared = Owners.of(design, Purpose.SHARED_SERVICES);
        Registry registry = design.architecture().delivery().registry();
        if (registry != null) {
            standsIn(shared, "delivery.registry.account", "the registry", registry.account(), findings);
        }
        for (Bucket bucket : design.architecture().buckets()) {
            if (bucket.purpose() == Bucket.Purpose.ARTIFACTS) {
                standsIn(
                        shared, "buckets." + bucket.name() + ".account", "build artifacts", bucket.account(), findings);
            }
        }
    }

    private static void watching(Design design, Findings findings) {
        List<String> home = Owners.of(design, Purpose.SECURITY);
        Security security = design.architecture().security();
        SecurityHub hub = security.securityHub();
        if (hub != null) {
            standsIn(home, "security.securityHub.administrator", "Security Hub", hub.administrator(), findings);
        }
        GuardDuty guardDuty = security.guardDuty();
        if (guardDuty != null) {
            standsIn(home, "security.guardDuty.administrator", "GuardDuty", guardDuty.administrator(), findings);
        }
        ConfigRecorder config = security.config();
        if (config != null) {
            standsIn(home, "security.config.aggregator", "the aggregator of Config", config.aggregator(), findings);
        }
        Siem siem = security.siem();
        if (siem != null) {
            standsIn(home, "security.siem.account", "the SIEM", siem.account(), findings);
        }
    }

    private static void logs(Design design, Findings findings) {
        CloudTrail trail = design.architecture().security().cloudTrail();
        if (trail != null) {
            Owners.bucket(design, trail.bucket())
                    .ifPresent(bucket -> standsIn(
                            Owners.of(design, Purpose.SECURITY),
                            "security.cloudTrail.bucket",
                            "the trail's bucket " + bucket.name(),
                            bucket.account(),
                            findings));
        }
    }

    /** Without such an account there is no home, which R-ACC-01 says. */
    private static void standsIn(
            List<String> home, String path, String what, @Nullable String found, Findings findings) {
        if (!home.isEmpty() && (found == null || !home.contains(found))) {
            findings.at(
                    path,
                    "expected " + what + " in " + String.join(" or ", home) + ", found "
                            + (found == null ? "each account on its own" : "it in " + found));
        }
    }
}
