package dev.windtunnel.model.rule.book;

import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.account.AccountRules;
import dev.windtunnel.model.rule.edge.EdgeRules;
import dev.windtunnel.model.rule.network.NetworkRules;
import dev.windtunnel.model.rule.protection.ProtectionRules;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All design rules, by id. */
public final class DesignRules {

    private static final List<DesignRule> ALL = Stream.of(
                    AccountRules.all(), EdgeRules.all(), NetworkRules.all(), ProtectionRules.all())
            .flatMap(List::stream)
            .sorted(Comparator.comparing(rule -> rule.facts().id()))
            .toList();

    private DesignRules() {}

    /** All of them, in the order of their ids. */
    public static List<DesignRule> all() {
        return ALL;
    }
}
