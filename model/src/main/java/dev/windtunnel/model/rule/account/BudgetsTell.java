package dev.windtunnel.model.rule.account;

import dev.windtunnel.model.organization.Account;
import dev.windtunnel.model.organization.AccountBudget;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.List;

/** Every account has a budget that tells somebody. */
final class BudgetsTell implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-ACC-06",
            Severity.WARNING,
            "what nobody is told of is found on the bill, a month later",
            List.of("S63"),
            "AWS Cost Management User Guide: Managing your costs with AWS Budgets",
            "write organization.accounts.NAME.budget with monthly, alerts and receivers");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        if (!Scope.governsAccounts(design)) {
            return;
        }
        for (Account account : Owners.accounts(design)) {
            String path = "organization.accounts." + account.name() + ".budget";
            AccountBudget budget = account.budget();
            if (budget == null) {
                findings.at(path, "expected a monthly budget for " + account.name() + ", found none");
            } else if (!budget.tellsSomebody()) {
                findings.at(
                        path + ".alerts",
                        "expected alerts on the " + budget.monthly() + " of " + account.name() + ", found none");
            }
        }
    }
}
