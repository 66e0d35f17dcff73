package dev.windtunnel.model.rule.account;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.organization.Account.Purpose;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.List;

/** Shared services, security, and each environment have accounts of their own. */
final class AccountsApart implements DesignRule {

    /** Environments that the design has: dev, stage and prod. */
    private static final int ENVIRONMENTS = 3;

    private static final RuleFacts FACTS = new RuleFacts(
            "R-ACC-01",
            Severity.ERROR,
            "an account is the wall of a blast radius: credentials, quotas and mistakes of one do not reach another",
            List.of("S05"),
            "AWS Organizations: Organizing Your AWS Environment Using Multiple Accounts",
            "declare accounts with purpose shared-services, security and environment, and give each environment its own");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        if (!Scope.governsAccounts(design)) {
            return;
        }
        exists(design, Purpose.SHARED_SERVICES, "shared-services", findings);
        exists(design, Purpose.SECURITY, "security", findings);
        List<String> forEnvironments = Owners.of(design, Purpose.ENVIRONMENT);
        if (forEnvironments.size() < ENVIRONMENTS) {
            findings.at(
                    "organization.accounts",
                    "expected accounts of purpose environment for dev, stage and prod, found "
                            + (forEnvironments.isEmpty() ? "none" : "only " + String.join(", ", forEnvironments)));
        }
        standApart(design, forEnvironments, findings);
    }

    private static void exists(Design design, Purpose purpose, String word, Findings findings) {
        if (Owners.of(design, purpose).isEmpty()) {
            findings.at("organization.accounts", "expected an account of purpose " + word + ", found none");
        }
    }

    /** That two environments stand in one account is refused where the design is read. */
    private static void standApart(Design design, List<String> forEnvironments, Findings findings) {
        for (Environment environment : design.environments()) {
            if (!forEnvironments.contains(environment.account())) {
                findings.at(
                        Design.path(environment, "account"),
                        environment.name() + " runs in " + environment.account()
                                + ", which is not of purpose environment");
            }
        }
    }
}
