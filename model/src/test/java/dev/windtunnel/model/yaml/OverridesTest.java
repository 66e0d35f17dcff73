package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.compute.Autoscaling;
import dev.windtunnel.model.fault.Fault;
import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.model.unit.Share;
import dev.windtunnel.model.workload.TrafficSource;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OverridesTest {

    @TempDir
    private Path folder = Path.of("");

    private LoadedScenario with(String... settings) {
        return Draft.in(folder).set(settings).read();
    }

    @Nested
    final class WhenThePathLeadsSomewhere {

        @Test
        void changesTheScenarioFirst() {
            assertEquals(Duration.ofHours(22), with("duration=22h").scenario().duration());
        }

        @Test
        void changesTheSimulatedEnvironmentAndNoOther() {
            LoadedScenario loaded = with("workloads.web.replicas.min=6");

            assertEquals(
                    6,
                    loaded.environment()
                            .workload("web")
                            .orElseThrow()
                            .replicas()
                            .min());
            assertEquals(
                    1,
                    loaded.architecture()
                            .environment("dev")
                            .orElseThrow()
                            .workload("web")
                            .orElseThrow()
                            .replicas()
                            .min());
        }

        @Test
        void changesTheEnvironmentThatAnotherOverrideChose() {
            LoadedScenario loaded = with("workloads.web.replicas.max=4", "environment=dev");

            assertEquals("dev", loaded.environment().name());
            assertEquals(
                    4,
                    loaded.environment()
                            .workload("web")
                            .orElseThrow()
                            .replicas()
                            .max());
        }

        @Test
        void changesTheArchitectureByItsFullPath() {
            LoadedScenario loaded = with("environments.dev.workloads.web.replicas.max=5", "region=eu-central-1");

            assertEquals(
                    5,
                    loaded.architecture()
                            .environment("dev")
                            .orElseThrow()
                            .workload("web")
                            .orElseThrow()
                            .replicas()
                            .max());
            assertEquals("eu-central-1", loaded.architecture().region());
        }

        @Test
        void findsListElementsByIndexAndInlineKeysBesideTheOthers() {
            LoadedScenario loaded = with("timeline.0.zone=b", "timeline.0.for=5m", "objectives.1.latency=200ms");

            assertEquals(
                    new Fault.AzLoss("b", Duration.ofMinutes(5)),
                    loaded.scenario().timeline().getFirst().fault());
            assertEquals(
                    Duration.ofMillis(200),
                    loaded.scenario().objectives().get(1).latency());
        }

        @Test
        void setsAnOptionalPartThatIsNotWrittenOnTopOfItsDefault() {
            LoadedScenario loaded = with(
                    "loadBalancer.healthCheck.interval=5s",
                    "cluster.daemons.cpu=200m",
                    "workloads.web.autoscaling.cpu=50%");

            assertEquals(
                    Duration.ofSeconds(5),
                    loaded.environment().loadBalancer().healthCheck().interval());
            assertEquals(200, loaded.environment().cluster().daemons().cpu().millis());
            assertEquals(
                    320L << 20,
                    loaded.environment().cluster().daemons().memory().bytes());
            assertEquals(
                    new Autoscaling(new Share(0.5), Duration.ofMinutes(5)),
                    loaded.environment().workload("web").orElseThrow().autoscaling());
        }

        @Test
        void takesFlowSyntaxAndADistributionWithItsCommas() {
            LoadedScenario loaded = with(
                    "traffic={ users: { daily: 7, pages: 2 } }",
                    "traffic.users.think=lognormal(median 10s, cv 1)",
                    "timeline=[]");

            var users = (TrafficSource.Users) loaded.scenario().traffic();
            assertEquals(7, users.daily());
            assertEquals(2.0, users.pages());
            assertEquals(
                    "lognormal(median 10s, sigma 0.8325546111576977)",
                    users.think().toString());
            assertTrue(loaded.scenario().timeline().isEmpty());
        }

        @Test
        void letsTheLaterOfTwoWin() {
            assertEquals(3, with("seed=2", "seed=3").scenario().seed());
        }
    }

    @Nested
    final class WhenItDoesNot {

        private String problem(String setting) {
            return Draft.in(folder).set(setting).onlyProblem();
        }

        @Test
        void offersTheNearestNames() {
            assertEquals(
                    "--set workloads.webb.replicas.min: error: unknown path: there is no 'webb'; did you mean 'web'? Valid names: web",
                    problem("workloads.webb.replicas.min=6"));
            assertEquals(
                    "--set workloads.web.replicas.mim: error: unknown path: there is no 'mim'; did you mean 'min' or 'max'? Valid keys: min, max",
                    problem("workloads.web.replicas.mim=6"));
            assertTrue(
                    problem("workload.web.replicas.min=6")
                            .startsWith(
                                    "--set workload.web.replicas.min: error: unknown path: there is no 'workload'; did you mean 'workloads'"));
        }

        @Test
        void saysHowLongAListIs() {
            assertEquals(
                    "--set timeline.1.zone: error: unknown path: the list has 1 element, counted from 0; there is no '1'",
                    problem("timeline.1.zone=b"));
        }

        @Test
        void saysThatAValueHasNoKeys() {
            assertEquals(
                    "--set duration.hours: error: unknown path: the value before 'hours' is a single value and has no keys",
                    problem("duration.hours=1"));
        }

        @Test
        void saysWhatTheFileChose() {
            assertEquals(
                    "--set traffic.replay.scale: error: unknown path: the file says 'users', not 'replay'; set the whole of it",
                    problem("traffic.replay.scale=2"));
        }

        @Test
        void asksForAValue() {
            assertEquals(
                    "--set seed: error: expected path=value such as workloads.backend.replicas.min=6, found 'seed'",
                    problem("seed"));
        }

        @Test
        void namesTheOverrideWhoseValueIsWrong() {
            assertEquals(
                    "--set workloads.web.replicas.min: error: expected a whole number such as 12, found 'six'"
                            + " (at environments.prod.workloads.web.replicas.min)",
                    problem("workloads.web.replicas.min=six"));
            assertTrue(problem("seed=[1").startsWith("--set seed:1:"), problem("seed=[1"));
        }
    }
}
