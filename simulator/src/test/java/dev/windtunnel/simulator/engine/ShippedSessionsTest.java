package dev.windtunnel.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.Series;
import dev.windtunnel.simulator.result.SessionOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The shipped lunch hour in sessions, whose zone a falls silent at 12:30. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShippedSessionsTest {

    private static final String SCENARIO = "innovate-inc/sessions.yaml";
    private static final List<String> SHORT =
            List.of("duration=6m", "timeline.0.at=12:04", "timeline.0.for=1m", "traffic.users.daily=40000");

    private final RunResult hour = ShippedRun.run(SCENARIO, List.of());

    private static List<Double> series(RunResult result, String metric) {
        return result.series().stream()
                .filter(one -> one.metric().equals(metric))
                .findFirst()
                .map(Series::values)
                .orElseThrow();
    }

    private static double mean(List<Double> values, int from, int to) {
        return values.subList(from, to).stream()
                .mapToDouble(value -> value)
                .average()
                .orElseThrow();
    }

    @Test
    void holdsAboutAsManyUsersAsItsCommentSays() {
        assertEquals(1450, mean(series(hour, "sessions.active"), 18, 29), 100);
    }

    @Test
    void isAskedLessWhenItIsSlow() {
        List<Double> arrived =
                hour.minutes().stream().map(minute -> (double) minute.arrived()).toList();

        // New users come with their files in any case.
        double before = mean(arrived, 20, 29);
        assertTrue(arrived.get(31) < 0.9 * before, arrived.get(31) + " after " + before);
        assertTrue(mean(arrived, 50, 60) > 0.95 * before, "it comes back");
    }

    @Test
    void losesUsersWhileTheDatabaseFailsOverAndAtNoOtherTime() {
        SessionOutcome sessions = hour.sessions();
        List<Double> left = series(hour, "sessions.left");

        assertTrue(sessions.leftFailed() > 500 && sessions.leftSlow() > 10, sessions.toString());
        assertTrue(left.get(30) + left.get(31) > 0.98 * sessions.leftFailed(), left.toString());
        assertEquals(
                sessions.begun(),
                sessions.finished() + sessions.leftSlow() + sessions.leftFailed() + sessions.active());
        assertEquals(
                sessions.ended(), sessions.byPages().stream().mapToLong(n -> n).sum());
        assertEquals(
                (double) sessions.begun(),
                series(hour, "sessions.begun").stream().mapToDouble(n -> n).sum());
    }

    @Test
    void bringsEachNewUserFifteenFilesOnce() {
        double files = hour.endpoints().stream()
                .filter(endpoint -> endpoint.endpoint().equals("static"))
                .mapToLong(endpoint -> endpoint.arrived())
                .sum();

        // Only reloads of a first page ask for them again.
        long begun = hour.sessions().begun();
        assertTrue(
                files >= 15.0 * begun
                        && files <= 15.0 * (begun + hour.sessions().reloads()),
                "files " + files);
    }

    @Nested
    class Declarations {

        @TempDir
        private Path folder = Path.of("");

        private String changed(String scenarioPiece, String by, String architecturePiece, String otherwise)
                throws IOException {
            Path shipped = ShippedRun.scenarios().resolve("innovate-inc");
            Files.writeString(
                    folder.resolve("sessions.yaml"),
                    replaced(Files.readString(shipped.resolve("sessions.yaml")), scenarioPiece, by));
            Files.writeString(
                    folder.resolve("architecture.yaml"),
                    replaced(Files.readString(shipped.resolve("architecture.yaml")), architecturePiece, otherwise));
            return folder.resolve("sessions.yaml").toAbsolutePath().toString();
        }

        private static String replaced(String text, String piece, String by) {
            assertTrue(text.contains(piece), piece);
            int at = text.lastIndexOf(piece);
            return text.substring(0, at) + by + text.substring(at + piece.length());
        }

        @Test
        void mayStandInAnyOrder() throws IOException {
            String digest = ShippedRun.finish(ShippedRun.load(SCENARIO, SHORT)).requestDigest();
            String browse = "        browse: { share: 46%, waves: [[profile, list]] }\n";
            String moved = changed(browse, "", "endpoints:", "endpoints:");
            Files.writeString(
                    Path.of(moved),
                    replaced(
                            Files.readString(Path.of(moved)),
                            "      patience:",
                            "        browse: { share: 46%, waves: [[list, profile]] }\n      patience:"));

            String permuted = ShippedRun.finish(ShippedRun.load(moved, SHORT)).requestDigest();

            assertEquals(digest, permuted);
        }

        /** More work at an endpoint changes when its users go on, and nothing about what they or others want. */
        @Test
        void ofOtherWorkLeaveUsersAsTheyAre() throws IOException {
            RunResult before = ShippedRun.run(SCENARIO, SHORT);

            RunResult after = ShippedRun.run(
                    changed("seed: 7", "seed: 7", "cpu: lognormal(mean 8ms, cv 0.6)", "cpu: gamma(mean 12ms, cv 0.6)"),
                    SHORT);

            assertNotEquals(
                    before.provenance().requestDigest(), after.provenance().requestDigest());
            assertEquals(series(before, "sessions.begun"), series(after, "sessions.begun"));
            assertEquals(before.sessions().begun(), after.sessions().begun());
        }

        @Test
        void ofPagesBringAsManyRequestsAsTheyName() {
            List<String> flat = new ArrayList<>(SHORT);
            flat.addAll(List.of("duration=30m", "traffic.users.sessions.think=1s"));

            RunResult result = ShippedRun.run(SCENARIO, flat);

            // 2.5 calls on six pages and 15 files: 30.12 requests a session; those of its failures aside.
            double perSession = (double) result.arrived() / result.sessions().begun();
            assertEquals(30.12, perSession, 0.6);
        }
    }
}
