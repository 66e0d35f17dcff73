package dev.windtunnel.model.rule.book;

import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.account.AccountRules;
import dev.windtunnel.model.rule.application.ApplicationRules;
import dev.windtunnel.model.rule.capacity.CapacityRules;
import dev.windtunnel.model.rule.compute.ComputeRules;
import dev.windtunnel.model.rule.cost.CostRules;
import dev.windtunnel.model.rule.database.DatabaseRules;
import dev.windtunnel.model.rule.delivery.DeliveryRules;
import dev.windtunnel.model.rule.edge.EdgeRules;
import dev.windtunnel.model.rule.kubernetes.KubernetesRules;
import dev.windtunnel.model.rule.network.NetworkRules;
import dev.windtunnel.model.rule.observability.ObservabilityRules;
import dev.windtunnel.model.rule.protection.ProtectionRules;
import dev.windtunnel.model.rule.recovery.RecoveryRules;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All design rules, by id. */
public final class DesignRules {

    private static final List<DesignRule> ALL = Stream.of(
                    AccountRules.all(),
                    ApplicationRules.all(),
                    CapacityRules.all(),
                    ComputeRules.all(),
                    CostRules.all(),
                    DatabaseRules.all(),
                    DeliveryRules.all(),
                    EdgeRules.all(),
                    KubernetesRules.all(),
                    NetworkRules.all(),
                    ObservabilityRules.all(),
                    ProtectionRules.all(),
                    RecoveryRules.all())
            .flatMap(List::stream)
            .sorted(Comparator.comparing(rule -> rule.facts().id()))
            .toList();

    private DesignRules() {}

    /** All of them, in the order of their ids. */
    public static List<DesignRule> all() {
        return ALL;
    }
}
