package dev.windtunnel.model.rule.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Designs;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the rules about cost find when a piece of the customer is changed. */
class CostRulesTest {

    @Nested
    final class OfCommitmentsAfterCalm {

        private final DesignRule rule = new CommitmentsAfterCalm();

        @Test
        void missesSomebodyWhoConsidersThem() {
            Designs design =
                    Designs.shipped().after("  cost:\n    costExplorer", "spot: { target: 100%", "spot: { target: 90%");

            assertEquals(
                    List.of(
                            "operations.cost.pipeline.steps: expected commitments to be considered once the baseline has been stable for 30d, found nothing that does"),
                    design.found(rule));
        }

        @Test
        void isContentWhereAPipelineProposesThem() {
            Designs design = Designs.shipped()
                    .after("  cost:\n    costExplorer", "steps: [right-sizing,", "steps: [commitments, right-sizing,");

            assertEquals(List.of(), design.found(rule));
        }

        @Test
        void wantsAMonthOfCalm() {
            Designs design = Designs.shipped()
                    .after("  cost:\n    costExplorer", "steps: [right-sizing,", "steps: [commitments, right-sizing,")
                    .after("  cost:\n    costExplorer", "stableFor: 30d", "stableFor: 7d");

            assertEquals(List.of("operations.cost.stableFor: expected at least 30d, found 7d"), design.found(rule));
        }

        @Test
        void countsWhatIsReservedAndWhatRuns() {
            Designs design = Designs.shipped()
                    .after(
                            "  cost:\n    costExplorer",
                            "    stableFor: 30d\n",
                            "    stableFor: 30d\n    commitments:\n      database: { kind: rds-reserved-instances, class: db.m6g.large, count: 5 }\n");

            assertEquals(
                    List.of(
                            "operations.cost.commitments.database.count: expected at most the 4 instances of db.m6g.large that the design runs, found 5"),
                    design.found(rule));
        }
    }
}
