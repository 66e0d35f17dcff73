package dev.windtunnel.model.rule.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Designs;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the rules about the database find when a piece of the customer is changed, and that they are silent about the customer itself. */
class DatabaseRulesTest {

    @Nested
    final class OfStandbyInProduction {

        private final DesignRule rule = new StandbyInProduction();

        @Test
        void isContentWithTheCustomer() {
            Designs design = Designs.shipped();

            assertEquals(List.of(), design.found(rule));
        }

        @Test
        void missesAStandbyInProductionAndInWhatInheritsIt() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "deployment: multi-az",
                            "deployment: single-az")
                    .after("\n    database:\n      class: db.m6g.large", "      standbyZone: b\n", "");

            assertEquals(
                    List.of(
                            "environments.prod.database.deployment: expected multi-az, found single-az: the only instance is lost with zone a",
                            "environments.stage.database.deployment: expected multi-az, found single-az: the only instance is lost with zone a"),
                    design.found(rule));
        }

        @Test
        void takesAReaderOfAuroraInAnotherZoneForAStandby() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "deployment: multi-az",
                            "deployment: single-az\n      engine: aurora-postgresql\n      replicas: [{ zone: b, class: db.r6g.large }]")
                    .after("\n    database:\n      class: db.m6g.large", "      standbyZone: b\n", "")
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "      volume: { type: gp3, maxStorage: 350Gi }\n",
                            "")
                    .after("  dev:\n    extends: stage", "      volume: { maxStorage: 60Gi }\n", "")
                    .after("  stage:\n    extends: prod", "      volume: { maxStorage: 200Gi }\n", "");

            assertEquals(List.of(), design.found(rule));
        }

        @Test
        void wantsDevSmall() {
            Designs design = Designs.shipped()
                    .after("  dev:\n    extends: stage", "class: db.t4g.small", "class: db.m6g.xlarge");

            assertEquals(
                    List.of(
                            "environments.dev.database.class: expected a class smaller than db.m6g.large of prod, found db.m6g.xlarge"),
                    design.found(rule));
        }
    }

    @Nested
    final class OfBackupsKept {

        private final DesignRule rule = new BackupsKept();

        @Test
        void isContentWithTheCustomerWhoseDevKeepsAWeek() {
            Designs design = Designs.shipped();

            assertEquals(List.of(), design.found(rule));
        }

        @Test
        void wantsThirtyDaysWhereverItMatters() {
            Designs design = Designs.shipped()
                    .after("\n    database:\n      class: db.m6g.large", "retention: 30d", "retention: 14d");

            assertEquals(
                    List.of(
                            "environments.prod.database.backups.retention: expected automated backups to be kept for 30d, found 14d",
                            "environments.stage.database.backups.retention: expected automated backups to be kept for 30d, found 14d"),
                    design.found(rule));
        }

        @Test
        void saysThatZeroTurnsThemOff() {
            Designs design = Designs.shipped()
                    .after(
                            "  stage:\n    extends: prod",
                            "backups: { copies: ~ }",
                            "backups: { copies: ~, retention: 0d }");

            assertEquals(
                    List.of(
                            "environments.stage.database.backups.retention: expected automated backups to be kept for 30d, found 0d, which turns them off"),
                    design.found(rule));
        }
    }

    @Nested
    final class OfRestorePracticed {

        private final DesignRule rule = new RestorePracticed();

        @Test
        void isContentWithTheCustomer() {
            Designs design = Designs.shipped();

            assertEquals(List.of(), design.found(rule));
        }

        @Test
        void wantsLogsToReplay() {
            Designs design = Designs.shipped()
                    .after(
                            "  stage:\n    extends: prod",
                            "backups: { copies: ~ }",
                            "backups: { copies: ~, retention: 0d }");

            assertEquals(
                    List.of(
                            "environments.stage.database.backups.retention: expected recovery to a point in time, found 0d: there are no logs to replay"),
                    design.found(rule));
        }

        @Test
        void isContentWithADrillBelowOperationsAlone() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "      restoreDrill: { schedule: 0 9 1 * *, timeZone: America/New_York, runbook: database-restore }\n",
                            "");

            assertEquals(List.of(), design.found(rule));
        }

        @Test
        void wantsTheDrillOnSchedule() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "      restoreDrill: { schedule: 0 9 1 * *, timeZone: America/New_York, runbook: database-restore }\n",
                            "")
                    .after("    restore-a-backup:", "      schedule: 0 14 1 2,5,8,11 *\n", "");

            assertEquals(
                    List.of(
                            "operations.drills.restore-a-backup.schedule: expected a schedule, found none: it takes place when somebody thinks of it"),
                    design.found(rule));
        }

        @Test
        void wantsADrillAtAll() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "      restoreDrill: { schedule: 0 9 1 * *, timeZone: America/New_York, runbook: database-restore }\n",
                            "")
                    .after("    restore-a-backup:", "kind: restore", "kind: load");

            assertEquals(
                    List.of(
                            "environments.prod.recovery.restoreDrill: expected a restore of the database to be practiced, found no such drill"),
                    design.found(rule));
        }
    }

    @Nested
    final class OfBackupsElsewhere {

        private final DesignRule rule = new BackupsElsewhere();

        @Test
        void isContentWithTheCustomer() {
            Designs design = Designs.shipped();

            assertEquals(List.of(), design.found(rule));
        }

        @Test
        void wantsACopy() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "        copies:\n          us-west-2: { method: automated-backups, retention: 14d, key: data-us-west-2 }\n",
                            "");

            assertEquals(
                    List.of(
                            "environments.prod.database.backups.copies: expected a copy outside of us-east-1 in a region that its data may lie in, us-east-1, us-west-2, found none"),
                    design.found(rule));
        }

        @Test
        void wantsItWhereDataMayLie() {
            Designs design = Designs.shipped()
                    .after("dataProtection:", "allowedRegions: [us-east-1, us-west-2]", "allowedRegions: [us-east-1]");

            assertEquals(
                    List.of(
                            "environments.prod.database.backups.copies: expected a copy outside of us-east-1 in a region that its data may lie in, us-east-1, found us-west-2"),
                    design.found(rule));
        }
    }

    @Nested
    final class OfSnapshotBeforeRelease {

        private final DesignRule rule = new SnapshotBeforeRelease();

        @Test
        void isContentWithTheCustomer() {
            Designs design = Designs.shipped();

            assertEquals(List.of(), design.found(rule));
        }

        @Test
        void wantsItBeforeTheMigration() {
            Designs design = Designs.shipped()
                    .after(
                            "    release:",
                            "        snapshot: { tool: aws rds create-db-snapshot }\n        migrate: { tool: alembic }\n",
                            "        migrate: { tool: alembic }\n        snapshot: { tool: aws rds create-db-snapshot }\n");

            assertEquals(
                    List.of(
                            "delivery.pipelines.release.stages.migrate: expected a stage of kind snapshot before it, found one behind it"),
                    design.found(rule));
        }

        @Test
        void missesTheStage() {
            Designs design = Designs.shipped()
                    .after("    release:", "        snapshot: { tool: aws rds create-db-snapshot }\n", "");

            assertEquals(
                    List.of(
                            "delivery.pipelines.release.stages.migrate: expected a stage of kind snapshot before it, found none"),
                    design.found(rule));
        }

        @Test
        void missesItInAllPipelines() {
            Designs design = Designs.shipped()
                    .after(
                            "    release:",
                            "        snapshot: { tool: aws rds create-db-snapshot }\n        migrate: { tool: alembic }\n",
                            "");

            assertEquals(
                    List.of(
                            "delivery.pipelines: expected a stage of kind snapshot in one of backend, frontend, release, infra, found none"),
                    design.found(rule));
        }

        @Test
        void wantsTheDatabaseToSayIt() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "snapshotBeforeRelease: true",
                            "snapshotBeforeRelease: false");

            assertEquals(
                    List.of(
                            "environments.prod.database.backups.snapshotBeforeRelease: expected true, as pipelines release into prod, found false"),
                    design.found(rule));
        }
    }
}
