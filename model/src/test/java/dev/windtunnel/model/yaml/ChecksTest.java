package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChecksTest {

    @TempDir
    private Path folder = Path.of("");

    @Nested
    final class OfTheNetwork {

        @Test
        void refusesVpcsThatOverlap() {
            List<String> printed = Draft.in(folder)
                    .architecture("cidr: 10.10.0.0/16", "cidr: 10.0.0.0/8")
                    .printed();

            assertEquals("""
                    architecture.yaml:31:13: error: VPC 10.30.0.0/16 overlaps 10.0.0.0/8 of environments.dev.vpc.cidr at line 12 \
                    (at environments.prod.vpc.cidr)
                              cidr: 10.30.0.0/16
                                    ^""", printed.getFirst());
            assertEquals(1, printed.size());
        }

        @Test
        void refusesASubnetOutsideItsVpc() {
            assertEquals(
                    "architecture.yaml:34:22: error: subnet 10.40.1.0/24 lies outside its VPC 10.30.0.0/16"
                            + " (at environments.prod.vpc.zones.b.public)",
                    Draft.in(folder)
                            .architecture("10.30.1.0/24", "10.40.1.0/24")
                            .onlyProblem());
        }

        @Test
        void refusesSubnetsThatOverlap() {
            assertEquals(
                    "architecture.yaml:34:45: error: subnet 10.30.32.0/20 overlaps 10.30.32.0/19 of"
                            + " environments.prod.vpc.zones.a.private at line 33 (at environments.prod.vpc.zones.b.private)",
                    Draft.in(folder)
                            .architecture("10.30.64.0/19", "10.30.32.0/20")
                            .onlyProblem());
        }

        @Test
        void refusesHostBits() {
            assertEquals(
                    "architecture.yaml:31:13: error: host bits are set in 10.30.0.1/16; the block is 10.30.0.0/16"
                            + " (at environments.prod.vpc.cidr)",
                    Draft.in(folder)
                            .architecture("10.30.0.0/16", "10.30.0.1/16")
                            .onlyProblem());
        }
    }

    @Nested
    final class OfNames {

        @Test
        void offersTheNearestInstanceTypes() {
            assertEquals(
                    "architecture.yaml:41:27: error: unknown instance type 'm6g.lagre' (at"
                            + " environments.prod.cluster.nodePools.general.instanceTypes.0); did you mean 'm6g.large' or 'm6g.xlarge' or"
                            + " 'm7g.large'? Valid instance types: m6g.large, m6g.xlarge, m7g.large, t4g.xlarge",
                    Draft.in(folder).architecture("[m6g.large", "[m6g.lagre").onlyProblem());
        }

        @Test
        void offersTheNearestDatabaseClassAndRegion() {
            assertTrue(Draft.in(folder)
                    .architecture("db.m6g.large", "m6g.large")
                    .onlyProblem()
                    .startsWith("architecture.yaml:50:24: error: unknown database class 'm6g.large' (at"
                            + " environments.prod.database.class); did you mean 'db.m6g.large'"));
            assertTrue(Draft.in(folder)
                    .architecture("us-east-1", "us-eats-1")
                    .onlyProblem()
                    .contains("unknown region 'us-eats-1' (at region); did you mean 'us-east-1'?"));
        }

        @Test
        void refusesAnAccountThatIsNotThereOrTaken() {
            assertTrue(Draft.in(folder)
                    .architecture("account: prod", "account: prd")
                    .onlyProblem()
                    .startsWith("architecture.yaml:29:14: error: unknown account 'prd' (at environments.prod.account);"
                            + " did you mean 'prod'?"));
            assertTrue(Draft.in(folder)
                    .architecture("account: prod", "account: dev")
                    .onlyProblem()
                    .contains("account 'dev' already holds another environment"));
        }

        @Test
        void refusesAnEndpointWhoseWorkloadIsMissingInOneEnvironment() {
            assertEquals(
                    "architecture.yaml:52:21: error: there is no workload 'web' in environment 'prod' (at endpoints.list.workload);"
                            + " valid workloads: api",
                    Draft.in(folder)
                            .architecture(
                                    "      web:\n        replicas: { min: 3", "      api:\n        replicas: { min: 3")
                            .printed()
                            .getFirst()
                            .lines()
                            .findFirst()
                            .orElse(""));
        }

        @Test
        void refusesANodePoolThatIsNotThere() {
            assertTrue(Draft.in(folder)
                    .architecture("nodePools: [general]", "nodePools: [genral]")
                    .onlyProblem()
                    .startsWith("architecture.yaml:48:21: error: unknown node pool 'genral'"
                            + " (at environments.prod.workloads.web.nodePools.0); did you mean 'general'?"));
        }

        @Test
        void refusesANameThatStandsTwice() {
            assertTrue(Draft.in(folder)
                    .architecture("[m6g.large, m7g.large]", "[m6g.large, m6g.large]")
                    .onlyProblem()
                    .contains("instance type 'm6g.large' stands twice"));
            assertEquals(
                    "day.yaml:14:13: error: objective 'availability' stands twice (at objectives.1.name)",
                    Draft.in(folder)
                            .scenario("name: fast", "name: availability")
                            .onlyProblem());
        }

        @Test
        void refusesADatabaseZoneOutsideTheVpc() {
            assertTrue(
                    Draft.in(folder)
                            .architecture("standbyZone: b", "standbyZone: c")
                            .onlyProblem()
                            .startsWith(
                                    "architecture.yaml:50:67: error: unknown zone 'c' (at environments.prod.database.standbyZone)"));
        }

        @Test
        void refusesWhatTheScenarioNamesAndTheArchitectureLacks() {
            assertTrue(Draft.in(folder)
                    .scenario("environment: prod", "environment: prd")
                    .onlyProblem()
                    .startsWith(
                            "day.yaml:4:14: error: unknown environment 'prd' (at environment); did you mean 'prod'"));
            assertTrue(
                    Draft.in(folder)
                            .scenario("endpoint: list", "endpoint: lists")
                            .onlyProblem()
                            .startsWith(
                                    "day.yaml:14:56: error: unknown endpoint 'lists' (at objectives.1.endpoint); did you mean 'list'?"));
            assertTrue(Draft.in(folder)
                    .scenario("zone: a", "zone: c")
                    .onlyProblem()
                    .startsWith(
                            "day.yaml:11:40: error: unknown zone 'c' (at timeline.0.zone); did you mean 'a' or 'b'?"));
        }
    }

    @Nested
    final class OfEndpoints {

        @Test
        void saysWhatTheSharesAddUpTo() {
            assertEquals(
                    "architecture.yaml:52:3: error: the shares of the endpoints add up to 100%, found 99.9% (at endpoints)",
                    Draft.in(folder).architecture("share: 40%", "share: 39.9%").onlyProblem());
        }

        @Test
        void asksForAPoolWhereQueriesAre() {
            assertEquals(
                    "architecture.yaml:52:95: error: workload 'web' is asked for queries and has no databaseClient in"
                            + " environment 'prod' (at endpoints.list.queries); add 'databaseClient: {}' for SQLAlchemy's defaults",
                    Draft.in(folder)
                            .architecture("        databaseClient: { poolSize: 4 }\n", "\n")
                            .onlyProblem());
        }
    }

    @Nested
    final class OfTime {

        @Test
        void asksForATimezoneAtTheClockTimeThatNeedsIt() {
            List<String> printed = Draft.in(folder)
                    .scenario("timezone: America/New_York\n", "")
                    .printed();

            assertEquals(
                    "day.yaml:8:10: error: an hourly profile needs the scenario's timezone (at traffic.users); add a key such as"
                            + " 'timezone: America/New_York' to the scenario",
                    printed.getFirst().lines().findFirst().orElse(""));
            assertEquals("""
                    day.yaml:10:11: error: a clock time needs the scenario's timezone (at timeline.0.at); add a key such as \
                    'timezone: America/New_York' to the scenario
                          - { at: 20:15, fault: az-loss, zone: a, for: 40m }
                                  ^""", printed.get(1));
            assertEquals(2, printed.size());
        }

        @Test
        void asksForNoTimezoneWhereOffsetsStand() {
            List<String> printed = Draft.in(folder)
                    .scenario("timezone: America/New_York\n", "")
                    .scenario("at: 20:15", "at: +6h15m")
                    .printed();

            assertEquals(1, printed.size());
            assertTrue(printed.getFirst().contains("hourly profile"));
        }

        @Test
        void refusesAMomentAfterTheEnd() {
            assertEquals(
                    "day.yaml:11:11: error: expected a moment inside the scenario, which lasts 1d from 2026-11-27T00:00, found +1d"
                            + " (at timeline.0.at)",
                    Draft.in(folder).scenario("at: 20:15", "at: +24h").onlyProblem());
            assertTrue(Draft.in(folder)
                    .scenario("duration: 24h", "duration: 6h")
                    .onlyProblem()
                    .endsWith("which lasts 6h from 2026-11-27T00:00, found 20:15 (at timeline.0.at)"));
        }

        @Test
        void refusesAClockTimeThatClocksJumpOver() {
            assertEquals(
                    "day.yaml:11:11: error: 02:30 does not exist on 2026-03-08 in America/New_York: clocks go from 02:00 to 03:00"
                            + " (at timeline.0.at)",
                    Draft.in(folder)
                            .scenario("2026-11-27", "2026-03-08")
                            .scenario("at: 20:15", "at: 02:30")
                            .onlyProblem());
        }

        @Test
        void refusesAStartThatClocksJumpOver() {
            assertEquals(
                    "day.yaml:5:8: error: 02:30 does not exist on 2026-03-08 in America/New_York: clocks go from 02:00 to 03:00"
                            + " (at start)",
                    Draft.in(folder)
                            .scenario("2026-11-27T00:00", "2026-03-08T02:30")
                            .onlyProblem());
        }
    }
}
