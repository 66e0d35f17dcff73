package dev.windtunnel.simulator.world.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.windtunnel.simulator.compile.CompiledAttempts;
import dev.windtunnel.simulator.compile.CompiledSessions.Mixed;
import dev.windtunnel.simulator.compile.CompiledSessions.Patience;
import dev.windtunnel.simulator.compile.CompiledSessions.Reload;
import dev.windtunnel.simulator.kernel.CountTable;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.result.MinuteOutcome;
import dev.windtunnel.simulator.result.ViewOutcome;
import dev.windtunnel.simulator.statistics.BatchMeans;
import dev.windtunnel.simulator.statistics.Interval;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Users who come in sessions to a whole plant. */
class SessionsTest {

    private static final long SECOND = PlantFixture.SECOND;

    /** One server of 20 requests a second, against 40 that two sessions a second ask for. */
    private static PlantFixture overloaded(SessionFixture users) {
        PlantFixture fixture = users.plant();
        fixture.cpu = Quantiles.fixed(0.05 * SECOND);
        fixture.horizonSeconds = 1800;
        return fixture;
    }

    private static List<Long> byMinute(PlantRun run) {
        return run.plant.minutes().stream().map(MinuteOutcome::arrived).toList();
    }

    private static double meanOf(List<Long> minutes, int from, int to) {
        return minutes.subList(from, to).stream().mapToLong(n -> n).average().orElseThrow();
    }

    @Nested
    class WhenAnswersComeAtOnce {

        private static final int WARM_UP = 1000;
        private static final int SECONDS = 20_000;

        /** Two sessions a second of five pages: four thoughts of 20 s, so 160 users at a time. */
        @Test
        void holdsAsManySessionsAsLittlesLawSays() {
            PlantFixture fixture = new SessionFixture().plant();
            fixture.cpu = Quantiles.fixed(1000);
            fixture.concurrency = 1000;
            fixture.podMillis = 1_000_000;
            fixture.horizonSeconds = WARM_UP + SECONDS;
            PlantRun run = new PlantRun(fixture);
            double[] active = new double[SECONDS];

            run.plant.advance(WARM_UP * SECOND);
            SessionCounts before = run.plant.sessions();
            for (int second = 0; second < SECONDS; second++) {
                run.plant.advance((WARM_UP + second) * SECOND);
                active[second] = run.plant.sessions().active();
            }
            run.plant.advance(fixture.horizonSeconds * SECOND);
            SessionCounts after = run.plant.sessions();

            Interval held = BatchMeans.of(active, 0.99).interval();
            assertTrue(held.low() <= 160 && 160 <= held.high(), "160 active sessions expected, found " + held);
            double begun = (double) (after.begun() - before.begun()) / SECONDS;
            double ended = after.finished() - before.finished();
            double length = (after.endedSeconds() - before.endedSeconds()) / ended;
            assertEquals(2, begun, 4 * Math.sqrt(2.0 / SECONDS));
            // The same run's own rate and length; sessions across its borders are what is left.
            double mean = (held.low() + held.high()) / 2;
            assertEquals(mean, begun * length, 0.02 * mean);
        }
    }

    @Nested
    class WhenAnswersAreSlow {

        @Test
        void asksForNoMoreThanIsServed() {
            SessionFixture users = new SessionFixture();
            PlantFixture quick = overloaded(users);
            quick.cpu = Quantiles.fixed(0.001 * SECOND);
            PlantRun open = new PlantRun(quick);
            PlantRun slow = new PlantRun(overloaded(users));

            open.plant.advance(1800 * SECOND);
            slow.plant.advance(1800 * SECOND);

            // Twenty minutes in, users wait for minutes: on top of the 1,200 a minute that are served come the two
            // calls of a
            // first wave of at most the 120 users who are new.
            assertEquals(2400, meanOf(byMinute(open), 20, 30), 200);
            double offered = meanOf(byMinute(slow), 20, 30);
            assertTrue(1200 <= offered && offered <= 1200 + 2 * 130, "offered " + offered);
            assertEquals(
                    open.plant.sessions().begun(), slow.plant.sessions().begun(), "users come whatever the answers");
            assertTrue(
                    slow.plant.sessions().active() > 4 * open.plant.sessions().active());
        }

        @Test
        void losesUsersWithoutPatience() {
            SessionFixture users = new SessionFixture();
            users.patience = new Patience(3 * SECOND, 0.5, 0.5);
            PlantRun run = new PlantRun(overloaded(users));

            run.plant.advance(1800 * SECOND);

            SessionCounts counts = run.plant.sessions();
            assertEquals(0, counts.leftFailed());
            assertTrue(counts.leftSlow() > 0.2 * counts.begun(), counts.toString());
            // They come and leave in equal numbers: the line grows no longer.
            assertTrue(counts.active() < 600, counts.toString());
        }

        @Test
        void countsLatencyFromTheMomentTheFormerWaveWasAnswered() {
            SessionFixture users = new SessionFixture();
            users.begins = second -> second == 0 ? 1 : 0;
            users.pages = CountTable.fixed(1);
            users.content = new Mixed(CountTable.fixed(4), 4, List.of(1.0));
            PlantFixture fixture = users.plant();
            fixture.cpu = Quantiles.fixed(0.5 * SECOND);
            PlantRun run = new PlantRun(fixture).toTheEnd();

            ViewOutcome clients = run.clients();

            assertEquals(4, clients.counted());
            clients.latency()
                    .values()
                    .forEach(histogram -> assertEquals(1, histogram.buckets().size(), histogram.toString()));
            assertEquals(2, run.plant.sessions().endedSeconds(), 1e-6);
        }
    }

    @Nested
    class WhenClientsTryAgain {

        /** Attempts time out after 2 s and are tried twice more, or hedged; pages that fail are loaded again. */
        private static PlantFixture impatient(int hedges) {
            SessionFixture users = new SessionFixture();
            users.patience = new Patience(3 * SECOND, 0.2, 0.3);
            users.reload = new Reload(0.6, Quantiles.exponential(SECOND), 2);
            PlantFixture fixture = overloaded(users);
            fixture.horizonSeconds = 900;
            fixture.clientTimeoutNanos = 20 * SECOND;
            CompiledAttempts.Wait wait = new CompiledAttempts.Wait(SECOND, Quantiles.fixed(0));
            fixture.attempts = new CompiledAttempts(
                    2 * SECOND, true, List.of(wait, wait), 1, true, true, CompiledAttempts.UNBOUNDED, hedges, SECOND);
            return fixture;
        }

        @Test
        void balancesBothLedgersAndTheSessions() {
            for (int hedges = 0; hedges < 2; hedges++) {
                PlantRun run = new PlantRun(impatient(hedges)).toTheEnd();

                AttemptCounts attempts = run.plant.attempts();
                SessionCounts sessions = run.plant.sessions();
                assertEquals(attempts.sent(), attempts.answered() + attempts.failed() + attempts.abandoned());
                assertEquals(run.plant.arrived(0), run.clients().counted());
                assertEquals(run.plant.arrived(0), run.plant.ended());
                assertEquals(run.plant.arrived(0) + attempts.retries() + attempts.hedges(), attempts.sent());
                assertEquals(
                        sessions.begun(),
                        sessions.finished() + sessions.leftSlow() + sessions.leftFailed() + sessions.active());
                assertTrue(attempts.retries() > 100 && sessions.reloads() > 100, attempts + " " + sessions);
                assertTrue(sessions.leftFailed() > 100 && sessions.leftSlow() > 100, sessions.toString());
            }
        }
    }

    @Nested
    class ACallOfAWave {

        @Test
        void waitsForTheHandshakeThatItsWaveBeganWith() {
            SessionFixture users = new SessionFixture();
            users.begins = second -> second == 0 ? 1 : 0;
            users.pages = CountTable.fixed(1);
            users.content = new Mixed(CountTable.fixed(6), 2, List.of(1.0));
            PlantFixture fixture = users.plant();
            fixture.cpu = Quantiles.fixed(1000);
            fixture.concurrency = 10;
            fixture.overhead = Quantiles.fixed(0.1 * SECOND);
            PlantRun run = new PlantRun(fixture).toTheEnd();

            // Overhead is a round trip of the client as well as the load balancer's own time: three calls with two,
            // three with one.
            long[] slow = {0};
            run.clients().latency().values().forEach(histogram -> {
                assertEquals(2, histogram.buckets().size(), histogram.toString());
                assertEquals(List.of(3L, 3L), histogram.counts());
                slow[0]++;
            });
            assertEquals(1, slow[0]);
        }
    }

    @Test
    void allocatesNothingForAMillionRequests() {
        SessionFixture users = new SessionFixture();
        users.begins = second -> 1500;
        users.think = Quantiles.exponential(2.0 * SECOND);
        users.patience = new Patience(SECOND, 0.1, 0.1);
        users.reload = new Reload(0.5, Quantiles.fixed(SECOND), 2);
        PlantFixture fixture = users.plant();
        fixture.pods = 40;
        fixture.concurrency = 64;
        fixture.podMillis = 8000;
        fixture.cpu = Quantiles.exponential(0.004 * SECOND);
        fixture.clientTimeoutNanos = SECOND;
        fixture.horizonSeconds = 1000;
        PlantRun run = new PlantRun(fixture);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        // Visits, 1,500 new ones a second, have room from second 88 until second 174; a minute's page is turned at
        // second 120.
        run.plant.advance(130 * SECOND);
        threads.getCurrentThreadAllocatedBytes();
        long endedBefore = run.plant.ended();

        long bytesBefore = threads.getCurrentThreadAllocatedBytes();
        run.plant.advance(170 * SECOND);
        long bytes = threads.getCurrentThreadAllocatedBytes() - bytesBefore;

        assertEquals(0, bytes);
        assertTrue(run.plant.ended() - endedBefore >= 1_000_000, "ended " + (run.plant.ended() - endedBefore));
    }
}
