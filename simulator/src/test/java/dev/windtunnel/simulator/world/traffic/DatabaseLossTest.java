package dev.windtunnel.simulator.world.traffic;

import static dev.windtunnel.simulator.world.traffic.PlantRun.MILLI;
import static dev.windtunnel.simulator.world.traffic.PlantRun.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.simulator.compile.CompiledWorkload.DatabaseConnections;
import dev.windtunnel.simulator.kernel.CountsBySecond;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.result.Cause;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseLossTest {

    /** From the arrival to the statement. */
    private static final long ASKS = 5 * MILLI;

    private static final long CONNECT_TIMEOUT = 3 * SECOND;
    private static final long SOCKET_TIMEOUT = 8 * SECOND;

    private static PlantRun run(CountsBySecond arrivals) {
        PlantFixture fixture = new PlantFixture();
        fixture.arrivals = arrivals;
        fixture.concurrency = 20;
        fixture.podMillis = 20_000;
        fixture.databaseCpus = 20;
        fixture.queries = 1;
        fixture.cpu = Quantiles.fixed(10.0 * MILLI);
        fixture.query = Quantiles.fixed(SECOND);
        fixture.connections = new DatabaseConnections(5, 20, 30 * SECOND, CONNECT_TIMEOUT, SOCKET_TIMEOUT);
        return new PlantRun(fixture);
    }

    @Test
    void leavesRunningStatementsToTheSocketTimeout() {
        PlantRun run = run(second -> second == 0 ? 1 : 0);
        long lost = run.arrival(0, 0) + 500 * MILLI;

        run.plant.advance(lost);
        run.plant.databaseLost(lost);
        assertEquals(0, run.plant.databaseGauges(lost).running());
        run.plant.databaseReachable(0, lost + 1);

        assertEquals(0, run.endedBefore(lost + SOCKET_TIMEOUT));
        assertEquals(1, run.endedAt(lost + SOCKET_TIMEOUT));
        run.toTheEnd();
        assertEquals(Map.of(500, 1L), run.clients().statuses());
        assertEquals(Map.of(Cause.DATABASE_FAILOVER, 1L), run.clients().failed());
    }

    @Test
    void leavesNewConnectionsToTheConnectTimeout() {
        PlantRun run = run(second -> second == 1 ? 1 : 0);
        run.plant.databaseLost(0);
        long overdue = run.arrival(1, 0) + ASKS + CONNECT_TIMEOUT;

        assertEquals(0, run.endedBefore(overdue));
        assertEquals(1, run.endedAt(overdue));
        run.toTheEnd();

        assertEquals(Map.of(500, 1L), run.clients().statuses());
        assertEquals(Map.of(Cause.DATABASE_FAILOVER, 1L), run.clients().failed());
        assertEquals(0, run.plant.databaseGauges(0).connections());
    }

    @Test
    void emptiesTheStalePoolAtTheFirstTimeoutAndThenServesAll() {
        // Three connections are kept; two requests find dead ones; the third dead one is never tried.
        PlantRun run = run(second -> switch (second) {
            case 0 -> 3;
            case 6, 11 -> 1;
            case 20, 21, 22, 23 -> 5;
            default -> 0;
        });

        run.plant.advance(5 * SECOND);
        assertEquals(3, run.plant.databaseGauges(5 * SECOND).connections());
        run.plant.databaseLost(5 * SECOND);
        run.plant.advance(10 * SECOND);
        run.plant.databaseReachable(0, 10 * SECOND);
        long first = run.arrival(6, 0) + ASKS + SOCKET_TIMEOUT;
        long second = run.arrival(11, 0) + ASKS + SOCKET_TIMEOUT;

        assertEquals(3, run.endedBefore(first));
        assertEquals(4, run.endedAt(first));
        assertEquals(4, run.endedBefore(second));
        assertEquals(5, run.endedAt(second));
        assertEquals(0, run.plant.databaseGauges(second).connections());
        run.toTheEnd();
        assertEquals(Map.of(500, 2L), run.clients().statuses());
        assertEquals(Map.of(Cause.DATABASE_FAILOVER, 2L), run.clients().failed());
        assertEquals(23, run.clients().succeeded());
        assertEquals(5, run.plant.databaseGauges(60 * SECOND).connections());
    }

    @Test
    void opensANewConnectionOnceTheStalePoolIsEmpty() {
        PlantRun run = run(second -> second == 0 || second == 6 ? 3 : second == 15 ? 1 : 0);

        run.plant.advance(5 * SECOND);
        run.plant.databaseLost(5 * SECOND);
        run.plant.databaseReachable(0, 5 * SECOND);
        run.plant.advance(15 * SECOND);
        assertEquals(6, run.plant.ended());
        run.toTheEnd();

        assertEquals(3, run.clients().failedTotal());
        assertEquals(4, run.clients().succeeded());
    }

    @Test
    void keepsItsCountOfConnectionsWhenDeadOnesAreClosedLate() {
        PlantRun run = run(second -> second < 30 ? 2 : 0);

        for (int second = 0; second < 30; second++) {
            long now = second * SECOND;
            run.plant.advance(now);
            if (second == 5) {
                run.plant.databaseLost(now);
            }
            if (second == 20) {
                run.plant.databaseReachable(0, now);
            }
            int connections = run.plant.databaseGauges(now).connections();
            boolean answers = second < 5 || second >= 20;
            assertEquals(answers ? Math.clamp(connections, 0, 20) : 0, connections, "second " + second);
        }
    }
}
