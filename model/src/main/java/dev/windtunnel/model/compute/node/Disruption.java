package dev.windtunnel.model.compute.node;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.CountOrShare;
import java.util.List;

/** How Karpenter may remove nodes of a pool (S22; Kubernetes sheet, section 11.3). The wait before it is the pool's {@code consolidateAfter}. */
@Doc("How nodes of the pool may be removed")
public record Disruption(
        @Doc("when-empty-or-underutilized or when-empty") @Default("when-empty-or-underutilized")
        ConsolidationPolicy consolidationPolicy,

        @Doc("Budgets; the smallest of those that count at a time holds. An empty list means no bound")
        @Default("[{ nodes: 10% }]")
        List<DisruptionBudget> budgets) {

    /** Copies the list. */
    public Disruption {
        budgets = List.copyOf(budgets);
    }

    /** Karpenter's defaults: one budget of 10 %. */
    public static Disruption ofDefaults() {
        return new Disruption(
                ConsolidationPolicy.WHEN_EMPTY_OR_UNDERUTILIZED,
                List.of(new DisruptionBudget(CountOrShare.parse("10%"), null, null, List.of())));
    }
}
