package dev.windtunnel.model.rule.account;

import dev.windtunnel.model.organization.Account;
import dev.windtunnel.model.organization.Organization;
import dev.windtunnel.model.organization.ServiceControlPolicy;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.List;

/** A service control policy, or a guardrail, restricts the root user of every account. */
final class RootRestricted implements DesignRule {

    /** The preventive guardrail that denies what the root user does (Control Tower User Guide, "Strongly recommended controls"). */
    private static final String GUARDRAIL = "AWS-GR_RESTRICT_ROOT_USER";

    private static final RuleFacts FACTS = new RuleFacts(
            "R-ACC-02",
            Severity.ERROR,
            "nothing inside an account can hold back its root user; only a policy from above does",
            List.of("S05", "S49"),
            "AWS Organizations User Guide: Service control policies",
            "attach a policy with denies: [root-user] to root below organization.serviceControlPolicies");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        Organization organization = design.architecture().organization();
        if (!Scope.governsAccounts(design)) {
            return;
        }
        // No policy binds the account that pays, so nothing can be asked of it.
        List<Account> free = organization.accounts().stream()
                .filter(account ->
                        !account.name().equals(organization.costManagement().payer()))
                .filter(account -> !isRestricted(organization, account))
                .toList();
        if (organization.serviceControlPolicies().isEmpty() && !free.isEmpty()) {
            findings.at(
                    "organization.serviceControlPolicies",
                    "no policy restricts the root users of "
                            + String.join(", ", free.stream().map(Account::name).toList())
                            + ", expected one attached to root");
            return;
        }
        for (Account account : free) {
            findings.at(
                    "organization.accounts." + account.name(),
                    "expected a policy that restricts the root user of " + account.name() + ", found "
                            + policies(organization, account));
        }
    }

    private static boolean isRestricted(Organization organization, Account account) {
        return organization.policiesOf(account).stream().anyMatch(ServiceControlPolicy::restrictsRoot)
                || organization.guardrailsOf(account).stream()
                        .anyMatch(guardrail -> guardrail.name().equals(GUARDRAIL));
    }

    private static String policies(Organization organization, Account account) {
        List<String> names = organization.policiesOf(account).stream()
                .map(ServiceControlPolicy::name)
                .toList();
        return names.isEmpty() ? "no policy at all" : "only " + String.join(", ", names);
    }
}
