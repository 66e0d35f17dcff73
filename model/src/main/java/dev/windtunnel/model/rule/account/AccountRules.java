package dev.windtunnel.model.rule.account;

import dev.windtunnel.model.rule.DesignRule;
import java.util.List;

/** The rules of this room. */
public final class AccountRules {

    private static final List<DesignRule> ALL = List.of(
            new AccountsApart(),
            new RootRestricted(),
            new ServicesAtHome(),
            new LogsShipped(),
            new PeopleThroughIdentityCenter(),
            new BudgetsTell(),
            new ProductionAlone(),
            new StageLikeProduction(),
            new BenchmarkOfAccounts());

    private AccountRules() {}

    /** All of them. */
    public static List<DesignRule> all() {
        return ALL;
    }
}
