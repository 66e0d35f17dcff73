package dev.windtunnel.simulator.world.traffic;

import static dev.windtunnel.simulator.world.traffic.PlantRun.MILLI;
import static dev.windtunnel.simulator.world.traffic.PlantRun.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.compute.StatementCancel;
import dev.windtunnel.simulator.compile.CompiledAttempts;
import dev.windtunnel.simulator.compile.CompiledAttempts.Wait;
import dev.windtunnel.simulator.compile.CompiledResilience;
import dev.windtunnel.simulator.compile.CompiledResilience.Gateway;
import dev.windtunnel.simulator.compile.CompiledResilience.Statements;
import dev.windtunnel.simulator.compile.CompiledWorkload.DatabaseConnections;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.result.Cause;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementRetriesTest {

    private static final double UNBOUNDED = CompiledAttempts.UNBOUNDED;
    private static final int EVERYTHING = 7;

    private static List<Wait> waits(int retries, long nanos) {
        return Collections.nCopies(retries, new Wait(nanos, Quantiles.fixed(0)));
    }

    private static CompiledResilience retrying(int retries, long waitNanos, int retried, double budget) {
        return new CompiledResilience(
                null,
                List.of(new Statements(waits(retries, waitNanos), retried, budget, StatementCancel.CLOSE, 0)),
                List.of());
    }

    private static PlantFixture querying(int requests) {
        PlantFixture fixture = PlantRun.burst(requests);
        fixture.concurrency = 20;
        fixture.podMillis = 20_000;
        fixture.databaseCpus = 20;
        fixture.queries = 1;
        fixture.cpu = Quantiles.fixed(10.0 * MILLI);
        fixture.query = Quantiles.fixed(SECOND);
        fixture.connections = new DatabaseConnections(5, 20, 30 * SECOND, 3 * SECOND, 8 * SECOND);
        return fixture;
    }

    @Nested
    class WhenNothingFails {

        @Test
        void changesNoByteOfARun() {
            PlantFixture fixture = querying(200);
            PlantFixture other = querying(200);
            other.resilience = retrying(3, 100 * MILLI, EVERYTHING, UNBOUNDED);
            PlantRun without = new PlantRun(fixture).toTheEnd();

            PlantRun with = new PlantRun(other).toTheEnd();

            assertEquals(without.plant.digest(), with.plant.digest());
            assertEquals(without.plant.minutes(), with.plant.minutes());
            assertEquals(
                    new StatementCounts(200, 0, 0, 0), with.plant.measures().statements());
        }
    }

    @Nested
    class InAFailover {

        /** The database is lost half a second into the only statement, and back as soon or late as is said. */
        private PlantRun run(PlantFixture fixture, long downNanos) {
            PlantRun run = lost(fixture);
            long lost = run.arrival(0, 0) + 500 * MILLI;
            run.plant.advance(lost + downNanos);
            run.plant.databaseReachable(0, lost + downNanos);
            return run;
        }

        private PlantRun lost(PlantFixture fixture) {
            PlantRun run = new PlantRun(fixture);
            long lost = run.arrival(0, 0) + 500 * MILLI;
            run.plant.advance(lost);
            run.plant.databaseLost(lost);
            return run;
        }

        @Test
        void theStatementIsTriedAgainWhileItsWorkerIsHeld() {
            PlantFixture fixture = querying(1);
            fixture.resilience = retrying(1, 2 * SECOND, Statements.CONNECTION_LOST, UNBOUNDED);
            PlantRun run = run(fixture, SECOND);
            long found = run.arrival(0, 0) + 500 * MILLI + 8 * SECOND;

            run.plant.advance(found + SECOND);
            assertEquals(1, run.plant.busy(0));
            // Back off 2 s, open a connection, 1 s of statement, and the second half of the request's own CPU time.
            assertEquals(0, run.endedBefore(found + 2 * SECOND + SECOND + 5 * MILLI));
            assertEquals(1, run.endedAt(found + 2 * SECOND + SECOND + 5 * MILLI));
            run.toTheEnd();

            assertEquals(1, run.clients().succeeded());
            assertEquals(Map.of(), run.clients().failed());
            assertTrue(run.clients().latency().containsKey(Cause.DATABASE_FAILOVER));
            assertEquals(new StatementCounts(1, 1, 1, 0), run.plant.measures().statements());
        }

        @Test
        void failsAfterItsLastTry() {
            PlantFixture fixture = querying(1);
            fixture.resilience = retrying(2, SECOND, Statements.CONNECTION_LOST, UNBOUNDED);
            PlantRun run = run(fixture, 100 * SECOND);

            run.toTheEnd();

            // The dead connection, and two dials in vain.
            assertEquals(new StatementCounts(1, 3, 2, 0), run.plant.measures().statements());
            assertEquals(Map.of(Cause.DATABASE_FAILOVER, 1L), run.clients().failed());
            assertEquals(0, run.residents());
        }

        @Test
        void isEndedByTheTimeoutOfASyncWorker() {
            PlantFixture fixture = querying(1);
            fixture.workerTimeoutNanos = 9 * SECOND;
            fixture.resilience = retrying(5, 5 * SECOND, Statements.CONNECTION_LOST, UNBOUNDED);
            PlantRun run = lost(fixture);
            long start = run.arrival(0, 0);

            assertEquals(0, run.endedBefore(start + 9 * SECOND));
            assertEquals(1, run.endedAt(start + 9 * SECOND));
            run.toTheEnd();

            assertEquals(Map.of(502, 1L), run.clients().statuses());
            assertEquals(Map.of(Cause.DATABASE_FAILOVER, 1L), run.clients().failed());
            assertEquals(0, run.plant.measures().statements().retries());
        }
    }

    @Nested
    class WhenThePoolIsEmpty {

        @Test
        void itsTimeoutIsTriedAgainWithTheWholeTimeoutAnew() {
            // One connection, held for 10 s; the second request waits 4 s, rests 1 s, and waits again.
            PlantFixture fixture = querying(2);
            fixture.query = Quantiles.fixed(10.0 * SECOND);
            fixture.connections = new DatabaseConnections(1, 1, 4 * SECOND, SECOND, 300 * SECOND);
            fixture.resilience = retrying(2, SECOND, Statements.POOL_TIMEOUT, UNBOUNDED);
            PlantRun run = new PlantRun(fixture);
            long second = run.arrival(0, 1) + 5 * MILLI;

            // Asks at 0, 5 and 10 s; the first request is done at about 10 s.
            assertEquals(1, run.endedBefore(second + 11 * SECOND));
            run.toTheEnd();

            assertEquals(2, run.clients().succeeded());
            assertEquals(2, run.plant.measures().statements().failed());
            assertEquals(2, run.plant.measures().statements().retries());
        }
    }

    @Nested
    class ABudget {

        @Test
        void boundsRetriesToItsShareOfTheStatements() {
            PlantFixture fixture = querying(0);
            fixture.arrivals = second -> 50;
            fixture.usableConnections = 0;
            fixture.resilience = retrying(3, 10 * MILLI, Statements.REFUSED, 0.2);

            PlantRun run = new PlantRun(fixture).toTheEnd();

            assertEquals(3000, run.plant.measures().statements().statements());
            assertEquals(600, run.plant.measures().statements().retries());
            // Each failed try is refused or tried again, but for the last of those that had all three.
            assertEquals(3600, run.plant.measures().statements().failed());
            assertEquals(3000, (double) run.plant.measures().statements().refused(), 20);
        }
    }

    @Nested
    class ThroughThreeLayers {

        @ParameterizedTest
        @CsvSource({"0,0,0,1", "2,0,0,3", "0,2,0,3", "0,0,2,3", "1,1,1,8", "2,2,2,27", "3,2,1,24"})
        void attemptsAtTheDatabaseMultiply(int client, int gateway, int statement, int attempts) {
            PlantFixture fixture = querying(100);
            fixture.usableConnections = 0;
            fixture.attempts =
                    new CompiledAttempts(0, false, waits(client, 20 * MILLI), 1, true, true, UNBOUNDED, 0, 0);
            fixture.resilience = new CompiledResilience(
                    new Gateway(waits(gateway, 20 * MILLI), 0, Gateway.INTERNAL_ERROR, UNBOUNDED, true, 3, false),
                    List.of(new Statements(
                            waits(Math.max(1, statement), 20 * MILLI),
                            statement == 0 ? 0 : Statements.REFUSED,
                            UNBOUNDED,
                            StatementCancel.CLOSE,
                            0)),
                    List.of());

            PlantRun run = new PlantRun(fixture).toTheEnd();

            assertEquals(100, run.clients().failedTotal());
            assertEquals(100L * attempts, run.plant.measures().statements().failed());
        }
    }
}
