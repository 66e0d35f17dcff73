package dev.windtunnel.model.rule.cost;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.database.Database;
import dev.windtunnel.model.database.Deployment;
import dev.windtunnel.model.operations.Commitment;
import dev.windtunnel.model.operations.CostPractices;
import dev.windtunnel.model.operations.CostPractices.CostPipeline;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.util.List;

/** Commitments are considered, but only once the baseline has been stable for a month, and for no more than what always runs. */
final class CommitmentsAfterCalm implements DesignRule {

    /** The customer's document, Cost Management, and the sheet's rule: no commitment on less than a month of calm. */
    private static final Duration CALM = Duration.ofDays(30);

    private static final RuleFacts FACTS = new RuleFacts(
            "R-CST-01",
            Severity.ADVICE,
            "a commitment is paid whether it is used or not, and what always runs costs a third less with one",
            List.of("S64"),
            "customer's document, Cost Management",
            "write operations.cost.stableFor: 30d, and commitments among operations.cost.pipeline.steps");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        CostPractices cost = design.architecture().operations().cost();
        if (cost.equals(new CostPractices())) {
            return;
        }
        if (cost.stableFor().compareTo(CALM) < 0) {
            findings.at(
                    "operations.cost.stableFor",
                    "expected at least " + Durations.print(CALM) + ", found " + Durations.print(cost.stableFor()));
        }
        CostPipeline pipeline = cost.pipeline();
        boolean isProposed = pipeline != null && pipeline.steps().contains(CostPipeline.Step.COMMITMENTS);
        if (cost.commitments().isEmpty() && !isProposed) {
            findings.at(
                    pipeline == null ? "operations.cost.commitments" : "operations.cost.pipeline.steps",
                    "expected commitments to be considered once the baseline has been stable for "
                            + Durations.print(cost.stableFor()) + ", found nothing that does");
        }
        cost.commitments().forEach(commitment -> isUsed(design, commitment, findings));
    }

    private static void isUsed(Design design, Commitment commitment, Findings findings) {
        Integer reserved = commitment.count();
        String name = commitment.instanceClass();
        if (reserved == null || name == null) {
            return;
        }
        int run = design.environments().stream()
                .map(Environment::database)
                .mapToInt(database -> instances(database, name))
                .sum();
        if (reserved > run) {
            findings.at(
                    "operations.cost.commitments." + commitment.name() + ".count",
                    "expected at most the " + run + " instances of " + name + " that the design runs, found "
                            + reserved);
        }
    }

    /** Instances of a class in the region: primary, standby and replicas. */
    private static int instances(Database database, String name) {
        int own = database.instanceClass().equals(name) ? (database.deployment() == Deployment.MULTI_AZ ? 2 : 1) : 0;
        return own
                + (int) database.replicas().stream()
                        .filter(replica -> replica.instanceClass().equals(name))
                        .count();
    }
}
