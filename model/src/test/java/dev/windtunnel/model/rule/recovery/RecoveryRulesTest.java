package dev.windtunnel.model.rule.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Designs;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the rules about recovery find when a piece of the customer is changed. */
class RecoveryRulesTest {

    @Nested
    final class OfTargetsWithinReach {

        private final DesignRule rule = new TargetsWithinReach();

        @Test
        void isContentWithTheCustomer() {
            Designs design = Designs.shipped();

            assertEquals(List.of(), design.found(rule));
        }

        @Test
        void wantsTargets() {
            Designs design =
                    Designs.shipped().after("\n    database:\n      class: db.m6g.large", "      rpo: 30m\n", "");

            assertEquals(
                    List.of("environments.prod.recovery: expected an rto and an rpo, found only an rto"),
                    design.found(rule));
        }

        @Test
        void addsUpTheSteps() {
            Designs design = Designs.shipped()
                    .after("\n    database:\n      class: db.m6g.large", "      rto: 4h\n", "      rto: 1h\n");

            assertEquals(
                    List.of(
                            "environments.prod.recovery.rto: expected users to be served again within 1h, found decision 48m + building 1h + restore 15m = 2h3m"),
                    design.found(rule));
        }

        @Test
        void knowsHowFarCopiesAreBehind() {
            Designs design = Designs.shipped()
                    .after("\n    database:\n      class: db.m6g.large", "      rpo: 30m\n", "      rpo: 10m\n");

            assertEquals(
                    List.of(
                            "environments.prod.recovery.rpo: expected to lose no more than 10m, found up to 15m: backups that follow to us-west-2"),
                    design.found(rule));
        }

        @Test
        void countsTheAgeOfASnapshot() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "method: automated-backups, retention: 14d",
                            "method: snapshots");

            assertEquals(
                    List.of(
                            "environments.prod.recovery.rpo: expected to lose no more than 30m, found up to 1d17m4s: a snapshot every 1d + copying 17m4s to us-west-2"),
                    design.found(rule));
        }

        @Test
        void findsNothingToComeBackTo() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "        copies:\n          us-west-2: { method: automated-backups, retention: 14d, key: data-us-west-2 }\n",
                            "");

            assertEquals(
                    List.of(
                            "environments.prod.recovery.rpo: expected to lose no more than 30m, found everything lost: no copy of a backup"),
                    design.found(rule));
        }

        @Test
        void wantsDataWhereAPilotLightBurns() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "      pattern: backup-restore\n",
                            "      pattern: pilot-light\n");

            assertEquals(
                    List.of(
                            "environments.prod.recovery.rpo: expected to lose no more than 30m, found everything lost: no replica there"),
                    design.found(rule));
        }

        @Test
        void wantsAWayForUsers() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "      traffic: { by: route-53-health-check, healthCheck: app }\n",
                            "");

            assertEquals(
                    List.of(
                            "environments.prod.recovery.traffic: expected a way for users to come to the other region, found none"),
                    design.found(rule));
        }
    }

    @Nested
    final class OfRegionHasRoom {

        private final DesignRule rule = new RegionHasRoom();

        @Test
        void isContentWithTheCustomer() {
            Designs design = Designs.shipped();

            assertEquals(List.of(), design.found(rule));
        }

        @Test
        void wantsQuotas() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "us-west-2: { cidr: 10.40.0.0/16, quotas: { onDemand: 256 } }",
                            "us-west-2: { cidr: 10.40.0.0/16 }");

            assertEquals(
                    List.of(
                            "environments.prod.recovery.regions.us-west-2.quotas: expected quotas or reserved capacity, found neither: a new account has 5 vCPUs"),
                    design.found(rule));
        }

        @Test
        void addsUpWhatTheFewestPodsRequest() {
            Designs design = Designs.shipped()
                    .after("\n    database:\n      class: db.m6g.large", "onDemand: 256", "onDemand: 1");

            assertEquals(
                    List.of(
                            "environments.prod.recovery.regions.us-west-2.quotas: expected at least the 2 vCPUs that the fewest pods request (3 x 100m + 3 x 500m), found 1"),
                    design.found(rule));
        }
    }

    @Nested
    final class OfDrillsNameRunbooks {

        private final DesignRule rule = new DrillsNameRunbooks();

        @Test
        void isContentWithTheCustomer() {
            Designs design = Designs.shipped();

            assertEquals(List.of(), design.found(rule));
        }

        @Test
        void wantsARunbook() {
            Designs design = Designs.shipped().after("    find-the-intruder:", ", runbook: intruder }", " }");

            assertEquals(
                    List.of(
                            "operations.drills.find-the-intruder.runbook: expected the runbook that is followed, found none"),
                    design.found(rule));
        }

        @Test
        void wantsOneForTheFault() {
            Designs design = Designs.shipped()
                    .after("    zone-loss:", "      faults: [az-loss]\n", "")
                    .after("    lose-a-zone:", "      runbook: zone-loss\n", "");

            assertEquals(
                    List.of(
                            "operations.drills.lose-a-zone.runbook: expected the runbook that is followed, found none",
                            "operations.drills.lose-a-zone.faults.0: expected a runbook for az-loss, found none"),
                    design.found(rule));
        }

        @Test
        void wantsOneForRecovery() {
            Designs design = Designs.shipped()
                    .after("\n    database:\n      class: db.m6g.large", ", runbook: region-loss }", " }");

            assertEquals(
                    List.of(
                            "environments.prod.recovery.failoverDrill.runbook: expected the runbook that is followed, found none"),
                    design.found(rule));
        }
    }
}
