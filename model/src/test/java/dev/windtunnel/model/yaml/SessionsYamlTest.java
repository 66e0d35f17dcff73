package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.unit.CountDistribution;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Share;
import dev.windtunnel.model.workload.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users who come in sessions, as they are written down. */
final class SessionsYamlTest {

    private static final String USERS = "  users: { daily: 5000, think: lognormal(median 33s, cv 1.2) }";
    private static final String KINDS = "  users:\n    daily: 5000\n    sessions:\n      kinds:\n";

    @TempDir
    private Path folder = Path.of("");

    private Draft traffic(String written) {
        return Draft.in(folder).scenario(USERS, written);
    }

    private Draft sessions(String written) {
        return traffic("  users: { daily: 5000, sessions: " + written + " }");
    }

    private static Sessions of(Draft draft) {
        return Objects.requireNonNull(draft.read().scenario().traffic().sessions());
    }

    @Nested
    final class WhenTheyAreFine {

        @Test
        void haveTheDefaultsOfTheWorkloadSheet() {
            Sessions sessions = of(sessions("{}"));

            assertEquals(new CountDistribution.Geometric(6), sessions.pages());
            assertEquals(Distribution.parse("lognormal(median 33s, cv 1.2)"), sessions.think());
            assertEquals(new CountDistribution.Fixed(4), sessions.calls());
            assertEquals(2, sessions.waves());
            assertEquals(24, sessions.meanCalls());
            assertNull(sessions.kinds());
            assertNull(sessions.files());
            assertNull(sessions.patience());
            assertNull(sessions.reload());
        }

        @Test
        void areAbsentUnlessWritten() {
            assertNull(Draft.in(folder).read().scenario().traffic().sessions());
        }

        @Test
        void readAsInTheHousePlan() {
            Sessions sessions = of(sessions("{ pages: 6, think: lognormal(median 33s, cv 1.2) }"));

            assertEquals(new CountDistribution.Fixed(6), sessions.pages());
        }

        @Test
        void readKindsFilesPatienceAndReload() {
            Sessions sessions = of(traffic(KINDS + """
                            browse: { share: 75%, waves: [[list, home], [list]] }
                            front: { share: 25%, waves: [[home]] }
                          files: { endpoint: home, first: 15 }
                          patience: { leaveSlow: 20% }
                          reload: { chance: 40%, delay: exponential(2s) }
                    """));

            assertEquals(
                    List.of(
                            new Sessions.Kind(
                                    "browse", Share.parse("75%"), List.of(List.of("list", "home"), List.of("list"))),
                            new Sessions.Kind("front", Share.parse("25%"), List.of(List.of("home")))),
                    sessions.kinds());
            assertEquals(new Sessions.Files("home", 15, 0), sessions.files());
            assertEquals(
                    new Sessions.Patience(Duration.ofSeconds(3), Share.parse("20%"), Share.parse("50%")),
                    sessions.patience());
            assertEquals(
                    new Sessions.Reload(Share.parse("40%"), new Distribution.Exponential(2), 3), sessions.reload());
            assertEquals(6 * (0.75 * 3 + 0.25) + 15, sessions.meanCalls(), 1e-9);
        }

        @Test
        void beginAtARateAndFromCounts() throws IOException {
            Files.writeString(
                    folder.resolve("trace.csv"), "timestamp_utc,requests\n1998-06-23T15:00Z,1\n1998-06-23T15:01Z,2\n");

            Sessions ofRate =
                    of(traffic("  rate: { stages: [{ duration: 1m, target: 2/s }], sessions: { pages: 3 } }"));
            Sessions ofCounts =
                    of(traffic("  replay: { trace: trace.csv, from: \"1998-06-23T15:00:00Z\", sessions: { pages: 4 } }")
                            .scenario("duration: 24h", "duration: 2m")
                            .scenario("at: 20:15", "at: +1m"));

            assertEquals(3, ofRate.pages().mean());
            assertEquals(4, ofCounts.pages().mean());
        }

        @Test
        void takeSettingsFromTheCommandLine() {
            Draft draft = traffic(KINDS + "        front: { share: 100%, waves: [[home], [list]] }\n")
                    .set("traffic.users.sessions.pages=2", "traffic.users.sessions.kinds.front.waves.1.0=home");

            Sessions sessions = of(draft);

            assertEquals(new CountDistribution.Fixed(2), sessions.pages());
            assertEquals(
                    List.of(List.of("home"), List.of("home")),
                    Objects.requireNonNull(sessions.kinds()).getFirst().waves());
        }
    }

    @Nested
    final class WhenTheyAreWrong {

        @Test
        void nameTheNearestEndpoint() {
            assertEquals(
                    "day.yaml:13:49: error: unknown endpoint 'lst' (at traffic.users.sessions.kinds.browse.waves.1.0);"
                            + " did you mean 'list'? Valid endpoints: list, home",
                    traffic(KINDS + "        browse: { share: 100%, waves: [[home], [lst]] }\n")
                            .onlyProblem());
            assertTrue(sessions("{ files: { endpoint: hom } }").onlyProblem().contains("unknown endpoint 'hom'"));
        }

        @Test
        void refuseSharesThatDoNotAddUp() {
            assertEquals(
                    "day.yaml:13:9: error: the shares of the kinds of pages add up to 100%, found 99%"
                            + " (at traffic.users.sessions.kinds)",
                    traffic(
                                    KINDS
                                            + "        a: { share: 60%, waves: [[home]] }\n        b: { share: 39%, waves: [[list]] }\n")
                            .onlyProblem());
        }

        @Test
        void refuseEmptyWavesAndPagesWithoutWaves() {
            assertEquals(
                    "day.yaml:13:34: error: waves.1 is empty: a wave has at least one endpoint"
                            + " (at traffic.users.sessions.kinds.a.waves)",
                    traffic(KINDS + "        a: { share: 100%, waves: [[home], []] }\n")
                            .onlyProblem());
            assertTrue(traffic(KINDS + "        a: { share: 100%, waves: [] }\n")
                    .onlyProblem()
                    .contains("waves has 1 to 20 waves, found 0"));
            assertTrue(sessions("{ kinds: {} }").onlyProblem().contains("kinds is not empty"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "pages: 0; the count lies between 1 and 10000, found 0",
                    "pages: geometric(mean 0.9); the mean of a count lies between 1 and 10000, found 0.9",
                    "pages: lognormal(mean 0.5, cv 1); the mean of a count lies between 1 and 10000, found 0.5",
                    "pages: 2.5; expected a whole number (6) or a distribution",
                    "pages: poisson(3); expected a whole number (6) or a distribution",
                    "pages: 'empirical(1 50%, 2 40%)'; add up to 1 (100%), found a sum of 0.9",
                    "think: '-3s'; a duration is not negative, found '-3s'",
                    "calls: 500; calls has a mean of at most 200, found 500",
                    "waves: 0; waves lies between 1 and 20, found 0",
                    "patience: { limit: 0s }; limit is longer than 0s, found 0s",
                    "patience: { leaveSlow: 120% }; 120%",
                    "reload: { max: 0 }; max lies between 1 and 20, found 0",
                    "files: { endpoint: home, first: -1 }; first and later lie between 0 and 200, found -1 and 0",
                    "page: 3; unknown key 'page' (at traffic.users.sessions.page); did you mean 'pages'?",
                })
        void refuseWhatCannotBe(String written, String message) {
            String problem = sessions("{ " + written + " }").onlyProblem();

            assertTrue(problem.startsWith("day.yaml:9:"), problem);
            assertTrue(problem.contains(message.strip()), problem);
        }

        @Test
        void refuseWhatSessionsTellAlready() {
            assertEquals(
                    "day.yaml:9:32: error: 'pages' is told by 'sessions' here (at traffic.users.pages); leave 'pages' away",
                    traffic("  users: { daily: 5000, pages: 3, sessions: {} }").onlyProblem());
            List<String> problems = traffic("""
                      users:
                        daily: 5000
                        sessions:
                          calls: 3
                          waves: 1
                          kinds:
                            a: { share: 100%, waves: [[home]] }
                    """).printed();
            assertEquals(2, problems.size(), problems.toString());
            assertTrue(problems.getFirst().contains("'calls' is told by 'kinds' here"), problems.getFirst());
        }

        @Test
        void refuseFilesThatLeaveNothingToCall() {
            Draft draft = sessions("{ files: { endpoint: list } }")
                    .architecture("share: 60%", "share: 100%")
                    .architecture("share: 40%", "share: 0%");

            assertTrue(draft.onlyProblem().contains("no endpoint with a share is left"), draft.onlyProblem());
        }

        @Test
        void refuseLogsOfRequests() throws IOException {
            Files.writeString(
                    folder.resolve("log"),
                    "1.2.3.4 - - [27/Nov/2026:00:00:01 +0000] \"GET /items HTTP/1.1\" 200 12 \"-\" \"-\"\n");
            Draft draft = traffic("  replay: { trace: log, from: \"2026-11-27T00:00:00Z\", sessions: {} }")
                    .scenario("duration: 24h", "duration: 2m")
                    .scenario("at: 20:15", "at: +1m");

            assertTrue(draft.onlyProblem().contains("a log holds requests, each at its recorded instant"));
        }
    }
}
