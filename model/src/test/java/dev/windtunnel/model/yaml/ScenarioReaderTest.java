package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.compute.CapacityType;
import dev.windtunnel.model.compute.Server;
import dev.windtunnel.model.fault.Fault;
import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.model.scenario.Moment;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.workload.TrafficSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScenarioReaderTest {

    @TempDir
    private Path folder = Path.of("");

    @Nested
    final class WhenTheFilesAreFine {

        @Test
        void readsValuesNamesDefaultsAndChoices() {
            LoadedScenario loaded = Draft.in(folder).read();

            var backend = loaded.environment().workload("web").orElseThrow();
            assertEquals("A day", loaded.scenario().title());
            assertEquals(
                    List.of("dev", "prod"),
                    loaded.architecture().environments().stream()
                            .map(e -> e.name())
                            .toList());
            assertEquals(3, backend.replicas().min());
            assertEquals(
                    new Server.Gunicorn(2, 4, 2048, Duration.ofSeconds(30), Duration.ofSeconds(2)), backend.server());
            assertEquals(
                    10,
                    backend.databaseClient() == null
                            ? -1
                            : backend.databaseClient().poolOverflow());
            assertEquals(
                    CapacityType.ON_DEMAND,
                    loaded.environment().cluster().nodePools().getFirst().capacity());
            assertEquals("1.34", loaded.environment().cluster().version());
            assertEquals(150, loaded.environment().cluster().daemons().cpu().millis());
        }

        @Test
        void readsTheTimelineBesideItsMoment() {
            LoadedScenario loaded = Draft.in(folder).read();

            var entry = loaded.scenario().timeline().getFirst();
            assertEquals(new Moment.ClockTime(LocalTime.of(20, 15)), entry.at());
            assertEquals(new Fault.AzLoss("a", Duration.ofMinutes(40)), entry.fault());
        }

        @Test
        void keepsADistributionWholeInsideBraces() {
            LoadedScenario loaded = Draft.in(folder).read();

            var users = (TrafficSource.Users) loaded.scenario().traffic();
            assertEquals(Distribution.parse("lognormal(median 33s, cv 1.2)"), users.think());
            assertEquals(
                    Distribution.parse("lognormal(mean 8ms, cv 0.6)"),
                    loaded.architecture().endpoints().getFirst().cpu());
            assertEquals(2, loaded.architecture().endpoints().getFirst().queries());
        }

        @Test
        void startsAtTheLocalTimeOfTheZone() {
            LoadedScenario loaded = Draft.in(folder).read();

            assertEquals(Instant.parse("2026-11-27T05:00:00Z"), loaded.start());
            assertEquals("America/New_York", loaded.zone().getId());
        }

        @Test
        void readsMergedAnchorsAndLetsOwnKeysWin() {
            LoadedScenario loaded = Draft.in(folder)
                    .architecture("replicas: { min: 1, max: 2 }", "replicas: &size { min: 1, max: 2 }")
                    .architecture("replicas: { min: 3, max: 9 }", "replicas: { <<: *size, max: 9 }")
                    .read();

            var replicas = loaded.environment().workload("web").orElseThrow().replicas();
            assertEquals(1, replicas.min());
            assertEquals(9, replicas.max());
        }

        @Test
        void hashesFilesAndOverridesToTheSameValueForTheSameInput() {
            Draft draft = Draft.in(folder);

            String hash = draft.read().inputHash();

            assertTrue(hash.matches("[0-9a-f]{64}"), hash);
            assertEquals(hash, draft.read().inputHash());
            assertNotEquals(hash, draft.set("seed=2").read().inputHash());
            assertNotEquals(hash, draft.scenario("# A test.", "# A test").read().inputHash());
            assertNotEquals(hash, draft.architecture("Shop", "Shops").read().inputHash());
        }
    }

    @Nested
    final class WhenKeysAreWrong {

        @Test
        void namesTheNearestKeyAndTheValidOnesWithTheLineAndACaret() {
            String printed =
                    Draft.in(folder).scenario("duration:", "durtion:").printed().getFirst();

            assertEquals("""
                    day.yaml:7:1: error: unknown key 'durtion' (at durtion); did you mean 'duration'? Valid keys: scenario, \
                    architecture, environment, start, timezone, duration, traffic, clients, messages, timeline, objectives, budget, seed
                        durtion: 24h
                        ^""", printed);
        }

        @Test
        void doesNotCallAMisspelledKeyMissingAsWell() {
            assertTrue(Draft.in(folder)
                    .scenario("duration:", "durtion:")
                    .onlyProblem()
                    .contains("unknown key"));
        }

        @Test
        void namesAMissingKeyAndWhatItSays() {
            assertEquals(
                    "architecture.yaml:44:19: error: missing key 'max' (at environments.prod.workloads.web.replicas); it says: Most pods",
                    Draft.in(folder).architecture("min: 3, max: 9", "min: 3").onlyProblem());
        }

        @Test
        void namesAKeyThatStandsTwice() {
            assertEquals(
                    "day.yaml:8:1: error: key 'duration' stands twice, first at line 7",
                    Draft.in(folder)
                            .scenario("traffic:", "duration: 1h\ntraffic:")
                            .onlyProblem());
        }

        @Test
        void namesAKeyWithoutAValue() {
            assertEquals(
                    "day.yaml:7:1: error: key 'duration' has no value (at duration); it says: How long it lasts",
                    Draft.in(folder).scenario("duration: 24h", "duration:").onlyProblem());
        }

        @Test
        void offersTheWordsOfAChoice() {
            assertEquals(
                    "day.yaml:9:3: error: unknown key 'user' (at traffic.user); did you mean 'users'? Valid keys: replay, closed, users, rate",
                    Draft.in(folder).scenario("  users:", "  user:").onlyProblem());
            assertEquals(
                    "day.yaml:11:25: error: expected one of az-loss, found 'azloss' (at timeline.0.fault); did you mean 'az-loss'?"
                            + " Valid words: az-loss",
                    Draft.in(folder).scenario("az-loss", "azloss").onlyProblem());
        }

        @Test
        void countsTheKeysOfAnInlineComponentAsValid() {
            assertTrue(
                    Draft.in(folder)
                            .scenario("zone: a, for: 40m", "zone: a, fro: 40m")
                            .onlyProblem()
                            .contains(
                                    "unknown key 'fro' (at timeline.0.fro); did you mean 'for'? Valid keys: at, fault, zone, for"));
        }
    }

    @Nested
    final class WhenValuesAreWrong {

        @Test
        void saysWhatWasFoundAndExpectedForAWrongType() {
            assertEquals(
                    "architecture.yaml:44:26: error: expected a whole number such as 12, found 'three'"
                            + " (at environments.prod.workloads.web.replicas.min)",
                    Draft.in(folder).architecture("min: 3,", "min: three,").onlyProblem());
        }

        @Test
        void saysWhatWasFoundAndExpectedForAWrongShape() {
            assertEquals(
                    "architecture.yaml:44:19: error: expected a mapping, found '3' (at environments.prod.workloads.web.replicas);"
                            + " valid keys: min, max",
                    Draft.in(folder).architecture("{ min: 3, max: 9 }", "3").onlyProblem());
            assertEquals(
                    "architecture.yaml:41:26: error: expected a list, found 'm6g.large'"
                            + " (at environments.prod.cluster.nodePools.general.instanceTypes)",
                    Draft.in(folder)
                            .architecture("[m6g.large, m7g.large]", "m6g.large")
                            .onlyProblem());
            assertEquals(
                    "day.yaml:7:11: error: expected a single value, found a list (at duration)",
                    Draft.in(folder).scenario("24h", "[24h]").onlyProblem());
        }

        @Test
        void explainsABadUnit() {
            assertEquals(
                    "architecture.yaml:45:26: error: expected a CPU quantity such as 250m, 1 or 1.5, found '1k'"
                            + " (at environments.prod.workloads.web.requests.cpu)",
                    Draft.in(folder)
                            .architecture("cpu: 1, memory: 768Mi", "cpu: 1k, memory: 768Mi")
                            .onlyProblem());
        }

        @Test
        void refusesNegativeNumbersAtTheirKey() {
            assertEquals(
                    "architecture.yaml:44:28: error: min is at least 1, found -3 (at environments.prod.workloads.web.replicas.min)",
                    Draft.in(folder).architecture("min: 3,", "min:   -3,").onlyProblem());
            assertEquals(
                    "day.yaml:7:11: error: a duration is not negative, found '-24h' (at duration)",
                    Draft.in(folder).scenario("24h", "-24h").onlyProblem());
        }

        @Test
        void refusesAHorizonOfZero() {
            assertEquals(
                    "day.yaml:7:11: error: duration is longer than 0s: there is nothing to simulate (at duration)",
                    Draft.in(folder).scenario("24h", "0s").onlyProblem());
        }

        @Test
        void offersTheNearestWordOfAnEnum() {
            assertEquals(
                    "architecture.yaml:40:21: error: expected one of on-demand, spot, found 'ondemand'; did you mean 'on-demand'?"
                            + " (at environments.prod.cluster.nodePools.general.capacity)",
                    Draft.in(folder)
                            .architecture("capacity: on-demand\n", "capacity: ondemand\n")
                            .onlyProblem());
        }

        @Test
        void putsAConstructorsObjectionAtTheKeyItNames() {
            assertEquals(
                    "architecture.yaml:46:17: error: limits are at least the requests, found limits 500m, 1Gi and requests 1, 768Mi"
                            + " (at environments.prod.workloads.web.limits)",
                    Draft.in(folder)
                            .architecture("cpu: 2, memory: 1Gi", "cpu: 500m, memory: 1Gi")
                            .onlyProblem());
        }

        @Test
        void readsWhatYamlWouldMisread() {
            LoadedScenario loaded = Draft.in(folder)
                    .scenario("A day", "no")
                    .scenario("at: 20:15", "at: \"20:15\"")
                    .architecture("max: 9", "max: 010")
                    .read();

            assertEquals("no", loaded.scenario().title());
            assertEquals(
                    10,
                    loaded.environment()
                            .workload("web")
                            .orElseThrow()
                            .replicas()
                            .max());
            assertTrue(Draft.in(folder)
                    .architecture("max: 9", "max: 1_000")
                    .onlyProblem()
                    .contains("found '1_000'"));
        }

        @Test
        void namesTheZoneThatWasMeant() {
            assertTrue(Draft.in(folder)
                    .scenario("America/New_York", "America/NewYork")
                    .onlyProblem()
                    .startsWith("day.yaml:6:11: error: expected an IANA time zone such as America/New_York,"
                            + " found 'America/NewYork'; did you mean 'America/New_York'"));
        }
    }

    @Nested
    final class WhenSeveralThingsAreWrong {

        @Test
        void reportsAllOfBothFilesInTheirOrder() {
            List<String> starts = Draft.in(folder)
                    .architecture("region: us-east-1", "region: us-esat-1")
                    .architecture("cidr: 10.30.0.0/16", "cidr: 10.10.0.0/16")
                    .architecture("share: 40%", "share: 30%")
                    .architecture("m7g.large", "m7g.lrage")
                    .architecture("min: 3,", "min: three,")
                    .scenario("duration: 24h", "durtion: 24h")
                    .scenario("zone: a", "zone: q")
                    .printed()
                    .stream()
                    .map(text -> text.lines()
                            .findFirst()
                            .orElse("")
                            .replaceFirst("[;(].*", "")
                            .strip())
                    .toList();

            assertEquals(
                    List.of(
                            "day.yaml:7:1: error: unknown key 'durtion'",
                            "day.yaml:11:40: error: unknown zone 'q'",
                            "architecture.yaml:2:9: error: unknown region 'us-esat-1'",
                            "architecture.yaml:31:13: error: VPC 10.10.0.0/16 overlaps 10.10.0.0/16 of environments.dev.vpc.cidr at line 12",
                            "architecture.yaml:33:22: error: subnet 10.30.0.0/24 lies outside its VPC 10.10.0.0/16"),
                    starts.subList(0, 5));
            assertTrue(
                    starts.contains(
                            "architecture.yaml:44:26: error: expected a whole number such as 12, found 'three'"),
                    starts::toString);
            assertTrue(
                    starts.contains("architecture.yaml:41:38: error: unknown instance type 'm7g.lrage'"),
                    starts::toString);
            assertTrue(
                    starts.stream()
                            .anyMatch(text -> text.endsWith("the shares of the endpoints add up to 100%, found 90%")),
                    starts::toString);
        }

        @Test
        void tellsAProblemBehindAnAliasOnce() {
            assertEquals(
                    "architecture.yaml:22:32: error: min is at least 1, found 0 (at environments.dev.workloads.web.replicas.min)",
                    Draft.in(folder)
                            .architecture("replicas: { min: 1, max: 2 }", "replicas: &size { min: 0, max: 2 }")
                            .architecture("replicas: { min: 3, max: 9 }", "replicas: *size")
                            .printed()
                            .getFirst()
                            .lines()
                            .findFirst()
                            .orElse(""));
        }
    }

    @Nested
    final class WhenAFileIsMissing {

        @Test
        void offersTheNearestFileOfTheFolder() throws Exception {
            Files.writeString(folder.resolve("launch-day.yaml"), "x: 1");

            InputRejected rejected = assertThrows(
                    InputRejected.class,
                    () -> ScenarioReader.read(folder.resolve("lunch-day.yaml"), List.of(), Draft.KNOWN));

            assertEquals(1, rejected.problems().size());
            assertTrue(
                    rejected.problems().getFirst().print().endsWith("; did you mean 'launch-day.yaml'?"),
                    rejected.problems().getFirst().print());
        }

        @Test
        void pointsAtTheKeyThatNamesTheArchitecture() {
            assertEquals(
                    "day.yaml:3:15: error: there is no file architektur.yaml (at architecture); did you mean 'architecture.yaml'?",
                    Draft.in(folder)
                            .scenario("architecture.yaml", "architektur.yaml")
                            .onlyProblem());
        }

        @Test
        void readsAFolderAsNoFile() {
            InputRejected rejected =
                    assertThrows(InputRejected.class, () -> ArchitectureReader.read(folder, Draft.KNOWN));

            assertTrue(
                    rejected.problems().getFirst().print().contains("expected a file, found the folder"),
                    rejected.problems().getFirst().print());
        }
    }
}
