package dev.windtunnel.model.rule.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Designs;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the rules about storage, replicas, maintenance and class find when a piece of the customer is changed. */
class DatabaseOperationRulesTest {

    @Nested
    final class OfStorageGrows {

        private final DesignRule rule = new StorageGrows();

        @Test
        void isContentWithTheCustomer() {
            Designs design = Designs.shipped();

            assertEquals(List.of(), design.found(rule));
        }

        @Test
        void wantsAMaximum() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "{ type: gp3, maxStorage: 350Gi }",
                            "{ type: gp3 }");

            assertEquals(
                    List.of(
                            "environments.prod.database.volume.maxStorage: expected storage to grow by itself up to at least 126Gi, 26% above 100Gi, found no maximum: it does not grow"),
                    design.found(rule));
        }

        @Test
        void wantsRoomBelowTheMaximum() {
            Designs design = Designs.shipped()
                    .after("\n    database:\n      class: db.m6g.large", "maxStorage: 350Gi", "maxStorage: 125Gi");

            assertEquals(
                    List.of(
                            "environments.prod.database.volume.maxStorage: expected at least 126Gi, 26% above 100Gi, found 125Gi"),
                    design.found(rule));
        }

        @Test
        void isContentWithJustEnoughRoom() {
            Designs design = Designs.shipped()
                    .after("\n    database:\n      class: db.m6g.large", "maxStorage: 350Gi", "maxStorage: 126Gi");

            assertEquals(List.of(), design.found(rule));
        }

        @Test
        void holdsWhatIsSimulatedToItToo() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "      storage: 100Gi\n",
                            "      storage: 100Gi\n      capacity: { iops: 6000 }\n")
                    .after("  stage:\n    extends: prod", "      storage: 50Gi\n", "      storage: 400Gi\n")
                    .after("  stage:\n    extends: prod", "maxStorage: 200Gi", "maxStorage: 600Gi")
                    .after("  dev:\n    extends: stage", "      storage: 20Gi\n", "      storage: 400Gi\n")
                    .after("  dev:\n    extends: stage", "maxStorage: 60Gi", "maxStorage: 600Gi");

            assertEquals(
                    List.of(
                            "environments.prod.database.capacity.iops: a gp3 volume of 100Gi, below 400Gi, has 3000 I/O per second, found 6000 asked for"),
                    design.found(rule));
        }

        @Test
        void knowsWhatASmallVolumeGives() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "type: gp3, maxStorage: 350Gi",
                            "type: gp3, iops: 4000, throughput: 250Mi, maxStorage: 350Gi");

            assertEquals(
                    List.of(
                            "environments.prod.database.volume.iops: a gp3 volume of 100Gi, below 400Gi, has 3000 I/O per second, found 4000 asked for",
                            "environments.prod.database.volume.throughput: a gp3 volume of 100Gi, below 400Gi, has 125Mi per second, found 250Mi asked for",
                            "environments.stage.database.volume.iops: a gp3 volume of 50Gi, below 400Gi, has 3000 I/O per second, found 4000 asked for",
                            "environments.stage.database.volume.throughput: a gp3 volume of 50Gi, below 400Gi, has 125Mi per second, found 250Mi asked for"),
                    design.found(rule));
        }
    }

    @Nested
    final class OfReplicasForReadingOnly {

        private final DesignRule rule = new ReplicasForReadingOnly();

        @Test
        void isContentWithTheCustomerWhoHasNone() {
            Designs design = Designs.shipped();

            assertEquals(List.of(), design.found(rule));
        }

        @Test
        void wantsABoundOfTheLag() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "      storage: 100Gi\n",
                            "      storage: 100Gi\n      replicas: [{ zone: c, class: db.m6g.large }]\n")
                    .after("  detail:\n", "    queries: 2\n", "    queries: 2\n    readsFrom: replica\n")
                    .after(
                            "  dev:\n    extends: stage",
                            "      storage: 20Gi\n",
                            "      storage: 20Gi\n      replicas: [{ zone: a, class: db.t4g.small }]\n");

            assertEquals(
                    List.of(
                            "environments.stage.database.capacity.maxLag: expected a lag beyond which detail read from the primary, found none",
                            "environments.prod.database.capacity.maxLag: expected a lag beyond which detail read from the primary, found none"),
                    design.found(rule));
        }

        @Test
        void isContentWithABound() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "      storage: 100Gi\n",
                            "      storage: 100Gi\n      replicas: [{ zone: c, class: db.m6g.large }]\n      capacity: { maxLag: 5s }\n")
                    .after("  detail:\n", "    queries: 2\n", "    queries: 2\n    readsFrom: replica\n");

            assertEquals(List.of(), design.found(rule));
        }

        @Test
        void findsWhoReadsLateWhatIsWrittenThere() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "      storage: 100Gi\n",
                            "      storage: 100Gi\n      replicas: [{ zone: c, class: db.m6g.large }]\n      capacity: { maxLag: 5s }\n")
                    .after("  detail:\n", "    path: /api/items/{id}\n", "    path: /api/cart\n")
                    .after("  detail:\n", "    queries: 2\n", "    queries: 2\n    readsFrom: replica\n");

            assertEquals(
                    List.of(
                            "endpoints.detail.readsFrom: expected primary, found replica: cart writes what it reads at /api/cart"),
                    design.found(rule));
        }

        @Test
        void takesNoReplicaForAStandby() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "deployment: multi-az",
                            "deployment: single-az\n      replicas: [{ zone: c, class: db.m6g.large }]")
                    .after("\n    database:\n      class: db.m6g.large", "      standbyZone: b\n", "");

            assertEquals(
                    List.of(
                            "environments.prod.database.replicas: expected a standby beside replicas, found single-az with 1: none of them takes over",
                            "environments.stage.database.replicas: expected a standby beside replicas, found single-az with 1: none of them takes over"),
                    design.found(rule));
        }
    }

    @Nested
    final class OfMaintenanceAtQuietTimes {

        private final DesignRule rule = new MaintenanceAtQuietTimes();

        @Test
        void isContentWithTheCustomer() {
            Designs design = Designs.shipped();

            assertEquals(List.of(), design.found(rule));
        }

        @Test
        void wantsAWindow() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "{ window: \"sat:08:00-sat:08:30\", upgrade: blue-green }",
                            "{ upgrade: blue-green }");

            assertEquals(
                    List.of(
                            "environments.prod.database.maintenance.window: expected a window at a quiet time, found none: RDS chooses one",
                            "environments.stage.database.maintenance.window: expected a window at a quiet time, found none: RDS chooses one"),
                    design.found(rule));
        }

        @Test
        void wantsAnUpgradeThatWasAgreed() {
            Designs design = Designs.shipped()
                    .after("\n    database:\n      class: db.m6g.large", "upgrade: blue-green", "upgrade: in-place");

            assertEquals(
                    List.of(
                            "environments.prod.database.maintenance.upgrade: expected blue-green or an acceptedOutage, found in-place: nobody has agreed to the outage",
                            "environments.stage.database.maintenance.upgrade: expected blue-green or an acceptedOutage, found in-place: nobody has agreed to the outage"),
                    design.found(rule));
        }

        @Test
        void isContentWithAnOutageThatWasAgreed() {
            Designs design = Designs.shipped()
                    .after("\n    database:\n      class: db.m6g.large", "upgrade: blue-green", "acceptedOutage: 10m");

            assertEquals(List.of(), design.found(rule));
        }

        @Test
        void keepsClearOfTheBackupWindow() {
            Designs design = Designs.shipped()
                    .after("\n    database:\n      class: db.m6g.large", "sat:08:00-sat:08:30", "sat:07:15-sat:07:45");

            assertEquals(
                    List.of(
                            "environments.prod.database.maintenance.window: sat:07:15-sat:07:45 overlaps the backup window, 07:00-07:30 UTC; RDS refuses that",
                            "environments.stage.database.maintenance.window: sat:07:15-sat:07:45 overlaps the backup window, 07:00-07:30 UTC; RDS refuses that"),
                    design.found(rule));
        }

        @Test
        void findsABackupWindowThatReachesOverMidnight() {
            Designs design = Designs.shipped()
                    .after("\n    database:\n      class: db.m6g.large", "window: 07:00-07:30", "window: 23:45-00:30")
                    .after("\n    database:\n      class: db.m6g.large", "sat:08:00-sat:08:30", "sat:00:00-sat:00:30");

            assertEquals(
                    List.of(
                            "environments.prod.database.maintenance.window: sat:00:00-sat:00:30 overlaps a time in which no node may go, 0 17 * * * UTC for 12h, of pool on-demand-arm64",
                            "environments.prod.database.maintenance.window: sat:00:00-sat:00:30 overlaps the backup window, 23:45-00:30 UTC; RDS refuses that",
                            "environments.stage.database.maintenance.window: sat:00:00-sat:00:30 overlaps a time in which no node may go, 0 17 * * * UTC for 12h, of pool on-demand-arm64",
                            "environments.stage.database.maintenance.window: sat:00:00-sat:00:30 overlaps the backup window, 23:45-00:30 UTC; RDS refuses that"),
                    design.found(rule));
        }
    }

    @Nested
    final class OfSteadyClassInProduction {

        private final DesignRule rule = new SteadyClassInProduction();

        @Test
        void isContentWithTheCustomerWhoseDevIsBurstable() {
            Designs design = Designs.shipped();

            assertEquals(List.of(), design.found(rule));
        }

        @Test
        void findsABurstableClass() {
            Designs design = Designs.shipped()
                    .after("\n    database:\n      class: db.m6g.large", "class: db.m6g.large", "class: db.t4g.large");

            assertEquals(
                    List.of(
                            "environments.prod.database.class: expected a class that is not burstable, found db.t4g.large, which earns 30% of its 2 vCPUs and bills what it uses beyond"),
                    design.found(rule));
        }

        @Test
        void findsABurstableReplica() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "      storage: 100Gi\n",
                            "      storage: 100Gi\n      replicas: [{ zone: c, class: db.t4g.medium }]\n");

            assertEquals(
                    List.of(
                            "environments.prod.database.replicas.0.class: expected a class that is not burstable, found db.t4g.medium, which earns 20% of its 2 vCPUs and bills what it uses beyond"),
                    design.found(rule));
        }

        @Test
        void isContentWhereCreditsAreWatched() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "      alarms:\n",
                            "      alarms:\n        credits: { metric: AWS/RDS CPUCreditBalance, when: below, threshold: 50, receivers: [team] }\n")
                    .after("\n    database:\n      class: db.m6g.large", "class: db.m6g.large", "class: db.t4g.large");

            assertEquals(List.of(), design.found(rule));
        }
    }
}
