package dev.windtunnel.simulator.world.traffic;

import static dev.windtunnel.simulator.world.traffic.PlantRun.MILLI;
import static dev.windtunnel.simulator.world.traffic.PlantRun.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.simulator.compile.CompiledWorkload.DatabaseConnections;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.result.Cause;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a pod does when it has too few workers, connections or patience. */
class ServerLimitsTest {

    /** 5 ms of computing, a statement, 5 ms of computing. */
    private static PlantFixture querying(int requests, long queryNanos) {
        PlantFixture fixture = PlantRun.burst(requests);
        fixture.concurrency = 10;
        fixture.podMillis = 10_000;
        fixture.queries = 1;
        fixture.cpu = Quantiles.fixed(10.0 * MILLI);
        fixture.query = Quantiles.fixed((double) queryNanos);
        return fixture;
    }

    @Nested
    class WhenASyncWorkerIsSilentForTooLong {

        @Test
        void killsItWithItsRequestAndFreesWorkerAndPoolButNotTheBackend() {
            PlantFixture fixture = querying(2, 100 * SECOND);
            fixture.concurrency = 1;
            fixture.workerTimeoutNanos = 30 * SECOND;
            fixture.connections = new DatabaseConnections(1, 1, SECOND, SECOND, 500 * SECOND);
            PlantRun run = new PlantRun(fixture);
            long killed = run.arrival(0, 0) + 30 * SECOND;

            assertEquals(0, run.endedBefore(killed));
            assertEquals(1, run.plant.databaseGauges(killed).connections());
            assertEquals(1, run.plant.queued(0));
            assertEquals(1, run.endedAt(killed));
            // PostgreSQL works on at the statement of 100 s, and so does its backend count.
            assertEquals(1, run.plant.databaseGauges(killed).connections());
            assertEquals(0, run.plant.queued(0));
            assertEquals(1, run.plant.busy(0));
            assertEquals(1, run.endedBefore(killed + 30 * SECOND));
            assertEquals(2, run.plant.databaseGauges(killed + 30 * SECOND).connections());
            assertEquals(2, run.endedAt(killed + 30 * SECOND));
            run.toTheEnd();

            assertEquals(Map.of(502, 2L), run.clients().statuses());
            assertEquals(Map.of(Cause.WORKER_TIMEOUT, 2L), run.clients().failed());
            assertEquals(0, run.plant.databaseGauges(killed).connections());
        }

        @Test
        void stopsItsComputing() {
            PlantFixture fixture = PlantRun.burst(1);
            fixture.cpu = Quantiles.fixed(100.0 * SECOND);
            fixture.workerTimeoutNanos = 30 * SECOND;
            PlantRun run = new PlantRun(fixture);

            run.toTheEnd();

            assertEquals(30.0 * SECOND, run.plant.cpuUsedCoreNanos(0, 5000 * SECOND), 1);
            assertEquals(Map.of(502, 1L), run.balancer().statuses());
        }

        @Test
        void sparesARequestThatMerelyWaitedForIt() {
            PlantFixture fixture = PlantRun.burst(4);
            fixture.cpu = Quantiles.fixed(20.0 * SECOND);
            fixture.workerTimeoutNanos = 30 * SECOND;
            PlantRun run = new PlantRun(fixture);

            run.toTheEnd();

            assertEquals(4, run.clients().succeeded());
            assertEquals(3, run.plant.waited());
        }
    }

    @Test
    void answers504AfterTheConnectTimeoutWhenTheBacklogIsFull() {
        PlantFixture fixture = PlantRun.burst(5);
        fixture.backlog = 2;
        fixture.cpu = Quantiles.fixed(100.0 * SECOND);
        PlantRun run = new PlantRun(fixture);

        for (int ordinal = 3; ordinal < 5; ordinal++) {
            long overdue = run.arrival(0, ordinal) + 10 * SECOND;
            assertEquals(ordinal - 3, run.endedBefore(overdue));
            assertEquals(ordinal - 2, run.endedAt(overdue));
        }
        assertEquals(3, run.plant.residents(0));
        run.toTheEnd();

        assertEquals(Map.of(504, 2L), run.balancer().statuses());
        assertEquals(Map.of(Cause.WORKER_QUEUE, 2L), run.balancer().failed());
        assertEquals(3, run.clients().succeeded());
    }

    @Nested
    class WhenTheConnectionPoolIsEmpty {

        @Test
        void servesOneAfterTheOtherInTheOrderOfAsking() {
            PlantFixture fixture = querying(4, 2 * SECOND);
            fixture.connections = new DatabaseConnections(1, 1, 7 * SECOND, SECOND, 500 * SECOND);
            PlantRun run = new PlantRun(fixture);
            long first = run.arrival(0, 0) + 5 * MILLI;

            for (int served = 1; served <= 4; served++) {
                // A connection is held from the statement to the end of the request.
                long ends = first + served * (2005 * MILLI);
                assertEquals(served - 1, run.endedBefore(ends - 10));
                assertEquals(served, run.endedAt(ends + 10));
                assertEquals(1, run.plant.databaseGauges(ends).connections());
            }
            run.toTheEnd();

            assertEquals(4, run.clients().succeeded());
        }

        @Test
        void answers500ToThoseWhoWaitedTooLong() {
            PlantFixture fixture = querying(3, 100 * SECOND);
            fixture.connections = new DatabaseConnections(1, 1, 7 * SECOND, SECOND, 500 * SECOND);
            PlantRun run = new PlantRun(fixture);

            for (int ordinal = 1; ordinal < 3; ordinal++) {
                long overdue = run.arrival(0, ordinal) + 5 * MILLI + 7 * SECOND;
                assertEquals(ordinal - 1, run.endedBefore(overdue));
                assertEquals(ordinal, run.endedAt(overdue + 10));
            }
            assertEquals(1, run.plant.busy(0));
            run.toTheEnd();

            assertEquals(Map.of(500, 2L), run.clients().statuses());
            assertEquals(Map.of(Cause.CONNECTION_POOL, 2L), run.clients().failed());
            assertEquals(1, run.clients().succeeded());
        }

        @Test
        void closesWhatThePoolDoesNotKeep() {
            PlantFixture fixture = querying(6, 2 * SECOND);
            fixture.databaseCpus = 100;
            fixture.connections = new DatabaseConnections(2, 5, 7 * SECOND, SECOND, 500 * SECOND);
            PlantRun run = new PlantRun(fixture);

            run.plant.advance(1500 * MILLI);
            int whileAllWait = run.plant.databaseGauges(SECOND).connections();
            run.toTheEnd();

            assertEquals(5, whileAllWait);
            assertEquals(2, run.plant.databaseGauges(60 * SECOND).connections());
            assertEquals(6, run.clients().succeeded());
        }
    }

    @Nested
    class WhenTheDatabaseHasNoConnectionLeft {

        @Test
        void answers500AtOnce() {
            PlantFixture fixture = querying(3, 100 * SECOND);
            fixture.pods = 3;
            fixture.usableConnections = 1;
            fixture.connections = new DatabaseConnections(1, 5, 7 * SECOND, SECOND, 500 * SECOND);
            PlantRun run = new PlantRun(fixture);

            for (int ordinal = 1; ordinal < 3; ordinal++) {
                long asks = run.arrival(0, ordinal) + 5 * MILLI;
                assertEquals(ordinal - 1, run.endedBefore(asks));
                assertEquals(ordinal, run.endedAt(asks));
            }
            run.toTheEnd();

            assertEquals(Map.of(500, 2L), run.clients().statuses());
            assertEquals(Map.of(Cause.CONNECTION_POOL, 2L), run.clients().failed());
        }

        @Test
        void leavesNobodyWaitingForAPlaceThatIsFree() {
            PlantFixture fixture = querying(8, 2 * SECOND);
            fixture.pods = 2;
            fixture.usableConnections = 1;
            fixture.connections = new DatabaseConnections(1, 1, 300 * SECOND, SECOND, 5 * SECOND);
            fixture.arrivals = second -> second == 0 ? 8 : second == 3 ? 2 : 0;
            PlantRun run = new PlantRun(fixture);

            // Pod 1 holds the only connection and three wait for it; the host is replaced and pod 0 connects first.
            run.plant.advance(1500 * MILLI);
            assertEquals(4, run.plant.ended()); // pod 0's four were refused
            run.plant.databaseLost(1500 * MILLI);
            run.plant.databaseReachable(0, 1500 * MILLI);
            run.plant.advance(5500 * MILLI);
            assertEquals(1, run.plant.databaseGauges(5 * SECOND).connections());
            assertEquals(5, run.plant.busy(1));
            run.plant.advance(7 * SECOND);

            // The dead connection is found out, and all who waited for it are refused one after the other.
            assertEquals(0, run.plant.busy(1));
        }
    }

    @Nested
    class WhenTheClientGivesUp {

        @Test
        void writesTheOutcomeAtTheTimeoutWhileTheServerWorksOn() {
            PlantFixture fixture = PlantRun.burst(1);
            fixture.cpu = Quantiles.fixed(20.0 * SECOND);
            fixture.clientTimeoutNanos = 5 * SECOND;
            PlantRun run = new PlantRun(fixture);
            long arrival = run.arrival(0, 0);

            assertEquals(0, run.endedBefore(arrival + 5 * SECOND));
            assertEquals(1, run.endedAt(arrival + 5 * SECOND));
            assertEquals(1, run.plant.busy(0));
            run.plant.advance(arrival + 20 * SECOND);
            assertEquals(1, run.plant.busy(0));
            assertEquals(20.0 * SECOND, run.plant.cpuUsedCoreNanos(0, arrival + 20 * SECOND), 1);
            run.toTheEnd();

            assertEquals(0, run.plant.busy(0));
            assertEquals(1, run.plant.ended());
            assertEquals(Map.of(0, 1L), run.clients().statuses());
            assertEquals(Map.of(Cause.OWN_WORK, 1L), run.clients().failed());
            assertEquals(0, run.balancer().counted());
            assertEquals(0, run.plant.meters().egressBytes());
        }

        @Test
        void laysItToTheQueueIfItWaitedThere() {
            PlantFixture fixture = PlantRun.burst(2);
            fixture.cpu = Quantiles.fixed(20.0 * SECOND);
            fixture.clientTimeoutNanos = 5 * SECOND;
            PlantRun run = new PlantRun(fixture);

            run.toTheEnd();

            assertEquals(
                    Map.of(Cause.WORKER_QUEUE, 1L, Cause.OWN_WORK, 1L),
                    run.clients().failed());
            // Nobody told the server: both are worked off.
            assertEquals(40.0 * SECOND, run.plant.cpuUsedCoreNanos(0, 100 * SECOND), 2);
        }
    }

    @Test
    void answers504WhenTheLoadBalancersIdleTimeoutComesFirst() {
        PlantFixture fixture = PlantRun.burst(1);
        fixture.cpu = Quantiles.fixed(20.0 * SECOND);
        fixture.idleTimeoutNanos = 4 * SECOND;
        PlantRun run = new PlantRun(fixture);

        assertEquals(0, run.endedBefore(run.arrival(0, 0) + 4 * SECOND));
        assertEquals(1, run.endedAt(run.arrival(0, 0) + 4 * SECOND));
        assertEquals(1, run.plant.busy(0));
        run.toTheEnd();

        assertEquals(Map.of(504, 1L), run.balancer().statuses());
        assertEquals(1, run.plant.ended());
    }
}
