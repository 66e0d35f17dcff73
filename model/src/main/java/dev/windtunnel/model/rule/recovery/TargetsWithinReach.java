package dev.windtunnel.model.rule.recovery;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.resilience.Recovery;
import dev.windtunnel.model.resilience.RecoveryPattern;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.util.List;

/** Every environment says how long its recovery may take and what it may lose, and its pattern can keep that. */
final class TargetsWithinReach implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-DR-01",
            Severity.ERROR,
            "a target that nobody stated is missed without anybody knowing, and one out of reach is missed for sure",
            List.of("S46", "S76"),
            "DR-01 to DR-06, RDS-52 to RDS-58",
            "write recovery.rto and recovery.rpo, and a pattern, copies or replicas that can keep them");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : design.environments()) {
            Recovery recovery = environment.recovery();
            if (recovery != null) {
                judge(environment, recovery, findings);
            } else if (design.environments().size() > 1) {
                findings.at(Design.path(environment, "recovery"), "expected an rto and an rpo, found neither stated");
            }
        }
    }

    private static void judge(Environment environment, Recovery recovery, Findings findings) {
        String path = Design.path(environment, "recovery");
        if (!recovery.statesTargets()) {
            findings.at(
                    path,
                    "expected an rto and an rpo, found "
                            + (recovery.rto() == null && recovery.rpo() == null
                                    ? "neither"
                                    : recovery.rto() == null ? "only an rpo" : "only an rto"));
        }
        Reach reach = Reach.of(environment, recovery);
        if (recovery.rto() != null && reach.time().compareTo(recovery.rto()) > 0) {
            findings.at(
                    path + ".rto",
                    "expected users to be served again within " + Durations.print(recovery.rto()) + ", found "
                            + reach.steps() + " = " + Durations.print(reach.time()));
        }
        if (recovery.rpo() != null) {
            loss(path + ".rpo", recovery.rpo(), reach, findings);
        }
        if (recovery.pattern() != RecoveryPattern.NONE && recovery.traffic() == null) {
            findings.at(
                    Severity.WARNING,
                    path + ".traffic",
                    "expected a way for users to come to the other region, found none");
        }
    }

    private static void loss(String path, Duration rpo, Reach reach, Findings findings) {
        String expected = "expected to lose no more than " + Durations.print(rpo) + ", found ";
        if (reach.loss() == null) {
            findings.at(path, expected + "everything lost: " + reach.source());
        } else if (reach.loss().compareTo(rpo) > 0) {
            findings.at(path, expected + "up to " + Durations.print(reach.loss()) + ": " + reach.source());
        }
    }
}
