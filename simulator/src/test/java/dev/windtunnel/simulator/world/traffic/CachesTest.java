package dev.windtunnel.simulator.world.traffic;

import static dev.windtunnel.simulator.world.traffic.PlantRun.MILLI;
import static dev.windtunnel.simulator.world.traffic.PlantRun.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.compile.CompiledPath;
import dev.windtunnel.simulator.compile.CompiledRuntime;
import dev.windtunnel.simulator.compile.CompiledSurroundings;
import dev.windtunnel.simulator.compile.CompiledSurroundings.Cache;
import dev.windtunnel.simulator.compile.CompiledWorkload.DatabaseConnections;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.result.Cause;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Caches in front of the database's reads. */
class CachesTest {

    private static final int WARM_UP = 5000;
    private static final double RATIO = 0.8;
    private static final int PER_SECOND = 500;

    /** Settings of the cache, and a load of two statements of 100 us each that nothing else limits. */
    private static final class Cached {
        boolean inProcess;
        double ratio = RATIO;
        boolean cold;
        long latencyNanos = MILLI;
        double nanosPerLookup;
        boolean writes;
        int queries = 2;

        PlantFixture fixture() {
            PlantFixture fixture = new PlantFixture();
            fixture.arrivals = second -> second < 60 ? PER_SECOND : 0;
            fixture.concurrency = 5000;
            fixture.podMillis = 1_000_000;
            fixture.cpu = Quantiles.fixed((double) MILLI);
            fixture.queries = queries;
            fixture.writes = writes;
            fixture.query = Quantiles.fixed(0.1 * MILLI);
            fixture.databaseCpus = 100;
            fixture.usableConnections = 10_000;
            fixture.connections = new DatabaseConnections(5000, 5000, SECOND, SECOND, SECOND);
            fixture.surroundings = new CompiledSurroundings(
                    List.of(),
                    List.of(new Cache(
                            "items",
                            inProcess,
                            ratio,
                            WARM_UP,
                            cold,
                            Quantiles.fixed((double) latencyNanos),
                            (double) latencyNanos,
                            inProcess ? -1 : 0,
                            250 * MILLI,
                            nanosPerLookup,
                            2048)));
            fixture.path = new CompiledPath(List.of(), 0, List.of(), 0);
            return fixture;
        }
    }

    /** Statements that the database has worked off until an instant. */
    private static double statements(PlantRun run, long nanos) {
        run.plant.advance(nanos);
        return run.plant.databaseGauges(nanos).usedCoreNanos() / (0.1 * MILLI);
    }

    /** Requests that a cache which was empty has not answered after so many lookups. */
    private static double missed(double lookups, double entriesShare) {
        double e = StrictMath.exp(-lookups / entriesShare);
        return lookups * (1 - RATIO) + RATIO * entriesShare * (1 - e);
    }

    @Test
    void leaveTheDatabaseTheirMissesOnly() {
        PlantRun run = new PlantRun(new Cached().fixture());

        double statements = statements(run, 61 * SECOND);

        double requests = 60 * PER_SECOND;
        // Four standard deviations of a binomial count, two statements each.
        assertEquals(2 * (1 - RATIO) * requests, statements, 8 * Math.sqrt(requests * RATIO * (1 - RATIO)));
        assertEquals(RATIO, (double) run.plant.surroundings().hits(0) / requests, 0.01);
        assertEquals(requests, (double) run.plant.surroundings().lookups(0));
    }

    @Test
    void spendTheSameCpuOnAHitAsOnAMiss() {
        PlantRun run = new PlantRun(new Cached().fixture()).toTheEnd();

        assertEquals(60.0 * PER_SECOND * MILLI, run.plant.cpuUsedCoreNanos(0, 100 * SECOND), 1e6);
        assertEquals(60 * PER_SECOND, run.clients().succeeded());
    }

    @Test
    void takeTheirTimeAndTheWayToThem() {
        Cached sure = new Cached();
        sure.ratio = 1;
        PlantFixture fixture = sure.fixture();
        fixture.arrivals = second -> second == 0 ? 1 : 0;
        fixture.roundTripNanos = 3 * MILLI;
        PlantRun run = new PlantRun(fixture);
        long ends = run.arrival(0, 0) + MILLI + MILLI + 3 * MILLI;

        assertEquals(0, run.endedBefore(ends));
        assertEquals(1, run.endedAt(ends));
    }

    @Nested
    class WhenEmpty {

        @Test
        void loadTheDatabaseUntilTheyAreWarm() {
            Cached cold = new Cached();
            cold.cold = true;
            PlantRun run = new PlantRun(cold.fixture());

            for (int second : List.of(2, 5, 10, 20, 40)) {
                double lookups = second * PER_SECOND;
                assertEquals(
                        2 * missed(lookups, WARM_UP),
                        statements(run, second * SECOND),
                        0.03 * 2 * missed(lookups, WARM_UP) + 20,
                        "after " + second + " s");
            }
        }

        @Test
        void becomeSoByLosingWhatTheyHold() {
            PlantRun run = new PlantRun(new Cached().fixture());
            double before = statements(run, 20 * SECOND);

            run.plant.cacheLost(0, 20 * SECOND);

            double afterward = statements(run, 30 * SECOND) - before;
            assertEquals(2 * missed(10 * PER_SECOND, WARM_UP), afterward, 0.04 * afterward);
            assertTrue(afterward > 2.5 * before / 2, "the load did not rise");
            double soon = statements(run, 50 * SECOND);
            double later = statements(run, 60 * SECOND) - soon;
            assertEquals(2 * (missed(40 * PER_SECOND, WARM_UP) - missed(30 * PER_SECOND, WARM_UP)), later, 0.1 * later);
        }

        @Test
        void stayColdWhileStatementsFail() {
            Cached cold = new Cached();
            cold.cold = true;
            PlantFixture fixture = cold.fixture();
            PlantRun run = new PlantRun(fixture);
            run.plant.databaseLost(0);

            run.plant.advance(30 * SECOND);

            assertTrue(run.plant.surroundings().lookups(0) > 10_000);
            assertEquals(0, run.plant.surroundings().hits(0));
            assertEquals(0, run.plant.surroundings().caches.full(0));
        }
    }

    @Test
    void leaveAWritesStatementToTheDatabase() {
        Cached sure = new Cached();
        sure.ratio = 1;
        sure.writes = true;
        sure.queries = 3;
        PlantRun run = new PlantRun(sure.fixture());

        assertEquals(60.0 * PER_SECOND, statements(run, 61 * SECOND), 1);
    }

    @Test
    void beginAnewInEachPodThatStarts() {
        Cached process = new Cached();
        process.inProcess = true;
        PlantFixture fixture = process.fixture();
        fixture.runtime = new CompiledRuntime(2, false, null);
        PlantRun run = new PlantRun(fixture);
        double warm = statements(run, 20 * SECOND);
        assertEquals(2 * (1 - RATIO) * 20 * PER_SECOND, warm, 0.05 * warm);

        run.plant.podEnded(0, false, 20 * SECOND);
        run.plant.podStarted(0, 0, 0, 0, 20 * SECOND);

        // Each of two processes warms on its own, so together they take twice as many lookups.
        double cold = statements(run, 30 * SECOND) - warm;
        assertEquals(2 * missed(10 * PER_SECOND, 2 * WARM_UP), cold, 0.04 * cold);
    }

    @Nested
    class WhenTheirNode {

        @Test
        void isTooSlowHaveItsLineWaitedFor() {
            Cached narrow = new Cached();
            narrow.ratio = 1;
            narrow.nanosPerLookup = (double) SECOND / PER_SECOND / 0.9;
            PlantRun run = new PlantRun(narrow.fixture()).toTheEnd();

            // The line passes the timeout of 250 ms after some 2.5 s. Nobody tells the node of those who left, so it
            // stays there.
            double inTime = run.plant.surroundings().hits(0);
            assertEquals(2.5 * PER_SECOND, inTime, 0.4 * PER_SECOND);
            assertTrue(Objects.requireNonNull(run.clients().latency().get(Cause.CACHE))
                            .total()
                    > 0.95 * 60 * PER_SECOND);
            assertEquals(60 * PER_SECOND, run.clients().succeeded());
        }

        @Test
        void isLostCostATimeoutAndThenTheStatements() {
            PlantFixture fixture = new Cached().fixture();
            fixture.zones = 2;
            fixture.pods = 2;
            fixture.arrivals = second -> second == 9 ? PER_SECOND : 0;
            PlantRun run = new PlantRun(fixture);
            run.plant.zoneSilenced(0, SECOND);

            double statements = statements(run, 20 * SECOND);

            assertEquals(0, run.plant.surroundings().hits(0));
            assertTrue(run.plant.surroundings().lookups(0) > 100);
            assertEquals(2.0 * run.plant.surroundings().lookups(0), statements, 2);
        }

        @Test
        void isLostWhileALookupIsUnderWayLoseTheAnswer() {
            Cached slow = new Cached();
            slow.ratio = 1;
            slow.latencyNanos = 200 * MILLI;
            PlantFixture fixture = slow.fixture();
            fixture.zones = 2;
            fixture.pods = 2;
            fixture.arrivals = second -> second == 0 ? 40 : 0;
            PlantRun run = new PlantRun(fixture);
            long middle = run.arrival(0, 39) + 10 * MILLI;
            run.plant.advance(middle);
            long before = run.plant.surroundings().hits(0);

            run.plant.zoneSilenced(0, middle);
            run.plant.advance(20 * SECOND);

            assertTrue(before < 40);
            assertEquals(before, run.plant.surroundings().hits(0));
        }
    }
}
