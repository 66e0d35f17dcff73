package dev.windtunnel.model.rule.account;

import static dev.windtunnel.model.rule.Designs.shipped;
import static dev.windtunnel.model.rule.Judged.by;
import static dev.windtunnel.model.rule.Judged.dev;
import static dev.windtunnel.model.rule.Judged.prod;
import static dev.windtunnel.model.rule.Judged.stage;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.rule.Check;
import dev.windtunnel.model.rule.Designs;
import dev.windtunnel.model.rule.Judged;
import dev.windtunnel.model.rule.Severity;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What production shares with no other environment, and what stage has of it. */
class ProductionTest {

    @Nested
    class StandsAlone {

        @Test
        void soItLendsNoKeyToDev() {
            Designs design = prod("ebs: { encrypts: [ebs],", "ebs: { encrypts: [ebs], sharedWith: [dev],");

            assertEquals(
                    List.of(
                            "environments.prod.keys.ebs.sharedWith: key ebs of prod is shared with dev, expected a key of"
                                    + " its own for dev"),
                    by("R-ACC-07", design));
        }

        @Test
        void soItBorrowsNoKey() {
            Designs design = dev("    secrets:", "    keys: { data: { sharedWith: [prod] } }\n    secrets:");

            assertEquals(
                    List.of(
                            "environments.dev.keys.data.sharedWith: key data of dev is shared with prod, expected a key of"
                                    + " its own for prod"),
                    by("R-ACC-07", design));
        }

        @Test
        void soNoKeyEncryptsTheVolumesOfBoth() {
            String shared = "sharedWith: [stage, prod]\n      encrypts: ";
            Designs volumes = shipped().after("    registry:\n      account", "encrypts: [ecr, s3]", shared + "[ebs]");
            Designs images =
                    shipped().after("    registry:\n      account", "encrypts: [ecr, s3]", shared + "[ecr, s3]");

            assertEquals(
                    List.of(
                            "security.keys.registry.sharedWith: key registry encrypts what belongs to prod and to stage,"
                                    + " expected one for each"),
                    by("R-ACC-07", volumes));
            assertEquals(List.of(), by("R-ACC-07", images));
        }

        @Test
        void soNoWayLeadsIntoItsNetwork() {
            String peering =
                    "      connections: { to-prod: { kind: peering, environment: prod, destinations: [10.30.0.0/16] } }\n";
            Designs design = dev("    dns:", peering + "    dns:");

            Check.Outcome outcome = design.outcome(Judged.rule("R-ACC-07"));

            assertEquals(Severity.WARNING, outcome.findings().getFirst().severity());
            assertEquals(
                    List.of(
                            "environments.dev.vpc.connections.to-prod: to-prod leads from the VPC of dev into that of prod,"
                                    + " expected no way between them"),
                    by("R-ACC-07", design));
        }
    }

    @Nested
    class IsTriedInStage {

        @Test
        void withTheSameQueues() {
            Designs design = prod("    cronJobs:\n", "    queues: { exports: {}, mails: {} }\n    cronJobs:\n")
                    .after("  stage:\n    extends: prod", "    cronJobs:", "    queues: ~\n    cronJobs:");

            assertEquals(
                    List.of("environments.stage.queues: expected what prod has, found no exports, no mails"),
                    by("R-ACC-08", design));
        }

        @Test
        void inTheSameZones() {
            Designs design = stage(
                    "        c: { public: 10.20.2.0/24, private: 10.20.96.0/19, isolated: 10.20.10.0/24 }\n",
                    "        c: ~\n");

            assertEquals(
                    List.of("environments.stage.vpc.zones: expected 3 zones as in prod, found 2"),
                    by("R-ACC-08", design));
        }

        @Test
        void withADatabaseOfTheSameKindThatIsNotLarger() {
            Designs design = stage(
                    "      storage: 50Gi\n",
                    "      storage: 50Gi\n      deployment: single-az\n      standbyZone: ~\n      class: db.m6g.2xlarge\n");

            assertEquals(
                    List.of(
                            "environments.stage.database.class: expected at most the 2 vCPUs of db.m6g.large in prod, found 8"
                                    + " of db.m6g.2xlarge",
                            "environments.stage.database.deployment: expected multi-az as in prod, found single-az"),
                    by("R-ACC-08", design).stream().sorted().toList());
        }

        @Test
        void withWhatStandsBesideTheDatabase() {
            Designs design = prod(
                            "      storage: 100Gi\n",
                            "      storage: 100Gi\n      proxy: {}\n      replicas: [{ zone: c, class: db.m6g.large }]\n")
                    .after(
                            "  stage:\n    extends: prod",
                            "      storage: 50Gi\n",
                            "      storage: 50Gi\n      proxy: ~\n      replicas: []\n");

            assertEquals(
                    List.of("environments.stage.database: expected what prod has, found no proxy, no read replica"),
                    by("R-ACC-08", design));
        }

        @Test
        void withNoMorePods() {
            Designs design = stage("replicas: { min: 3, max: 9 }", "replicas: { min: 3, max: 31 }");

            assertEquals(
                    List.of(
                            "environments.stage.workloads.backend.replicas.max: expected at most the 30 pods of prod, found"
                                    + " 31"),
                    by("R-ACC-08", design));
        }

        @Test
        void onSpotTooIfThatIsWhatItRunsOn() {
            Designs design =
                    stage("spot-arm64: { cpuLimit: 32, memoryLimit: 256Gi }", "spot-arm64: { capacity: on-demand }");

            assertEquals(
                    List.of("environments.stage.cluster.nodePools: expected what prod has, found no spot pool"),
                    by("R-ACC-08", design));
        }
    }
}
