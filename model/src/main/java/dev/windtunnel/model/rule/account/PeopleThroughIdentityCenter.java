package dev.windtunnel.model.rule.account;

import dev.windtunnel.model.organization.IdentityCenter;
import dev.windtunnel.model.organization.PermissionSet;
import dev.windtunnel.model.organization.PermissionSet.Job;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.List;
import java.util.Locale;

/** People get in by roles of Identity Center only; developer, operator and auditor exist, and nobody may do everything in prod. */
final class PeopleThroughIdentityCenter implements DesignRule {

    private static final List<Job> JOBS = List.of(Job.DEVELOPER, Job.OPERATOR, Job.AUDITOR);

    private static final RuleFacts FACTS = new RuleFacts(
            "R-ACC-05",
            Severity.ERROR,
            "a user with keys of its own outlives whoever made it, and a role that may do everything is one mistake from an outage",
            List.of("S48"),
            "IAM User Guide: Security best practices in IAM",
            "write organization.identityCenter.permissionSets with narrow roles, and no iamUsers");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        if (!Scope.governsAccounts(design)) {
            return;
        }
        IdentityCenter center = design.architecture().organization().identityCenter();
        if (center == null) {
            findings.at(
                    "organization.identityCenter",
                    "expected people to get in through Identity Center, found no word of how they do");
            return;
        }
        if (!center.iamUsers().isEmpty()) {
            findings.at(
                    "organization.identityCenter.iamUsers",
                    "expected no IAM users beside Identity Center, found " + String.join(", ", center.iamUsers()));
        }
        for (Job job : JOBS) {
            if (center.permissionSets().stream().noneMatch(set -> set.job() == job)) {
                findings.at(
                        "organization.identityCenter.permissionSets",
                        "expected a permission set with job: " + job.name().toLowerCase(Locale.ROOT) + ", found none");
            }
        }
        design.production().ifPresent(prod -> {
            for (PermissionSet set : center.assignedIn(prod.account())) {
                if (set.allowsEverything()) {
                    findings.at(
                            "organization.identityCenter.permissionSets." + set.name(),
                            set.name() + " allows everything in " + prod.account()
                                    + ", expected only what its job needs");
                }
            }
        });
    }
}
