package dev.windtunnel.simulator.world.traffic;

import static dev.windtunnel.simulator.world.traffic.PlantRun.MILLI;
import static dev.windtunnel.simulator.world.traffic.PlantRun.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.compute.StatementCancel;
import dev.windtunnel.simulator.compile.CompiledAttempts;
import dev.windtunnel.simulator.compile.CompiledResilience;
import dev.windtunnel.simulator.compile.CompiledResilience.Statements;
import dev.windtunnel.simulator.compile.CompiledWorkload.DatabaseConnections;
import dev.windtunnel.simulator.kernel.Quantiles;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A client gives up after 1 s, and the server notices, while its statement of 10 s runs at the database. */
class StatementCancelTest {

    /** When the statement begins, after its request's arrival. */
    private static final long ASKS = 5 * MILLI;

    private final long start;
    private PlantRun run = new PlantRun(fixture(StatementCancel.CLOSE, 0));

    StatementCancelTest() {
        start = run.arrival(0, 0);
    }

    private static PlantFixture fixture(StatementCancel onCancel, long checkNanos) {
        PlantFixture fixture = PlantRun.burst(1);
        fixture.queries = 1;
        fixture.cpu = Quantiles.fixed(10.0 * MILLI);
        fixture.query = Quantiles.fixed(10.0 * SECOND);
        fixture.connections = new DatabaseConnections(5, 20, 300 * SECOND, SECOND, 300 * SECOND);
        fixture.clientTimeoutNanos = 100 * SECOND;
        fixture.attempts =
                new CompiledAttempts(SECOND, true, List.of(), 0, false, false, CompiledAttempts.UNBOUNDED, 0, 0);
        fixture.resilience = new CompiledResilience(
                null,
                List.of(new Statements(List.of(), 0, CompiledAttempts.UNBOUNDED, onCancel, checkNanos)),
                List.of());
        return fixture;
    }

    private void begin(StatementCancel onCancel, long checkNanos) {
        run = new PlantRun(fixture(onCancel, checkNanos));
    }

    /** Runs until so long after the request's arrival; checks workers, connections and statements then. */
    private void expect(long nanos, int workers, int connections, int statements) {
        long now = start + nanos;
        run.plant.advance(now);
        DatabaseGauges gauges = run.plant.databaseGauges(now);
        assertEquals(workers, run.plant.busy(0), "workers");
        assertEquals(connections, gauges.connections(), "connections");
        assertEquals(statements, gauges.running(), "statements");
    }

    private double usedSeconds() {
        run.toTheEnd();
        return run.plant.databaseGauges(1000 * SECOND).usedCoreNanos() / SECOND;
    }

    @Test
    void aClosedConnectionLeavesTheBackendAtWorkUntilItWrites() {
        begin(StatementCancel.CLOSE, 0);

        expect(SECOND - 1, 1, 1, 1);
        expect(SECOND + 1, 0, 1, 1);
        expect(ASKS + 10 * SECOND - 1, 0, 1, 1);
        expect(ASKS + 10 * SECOND + 1, 0, 0, 0);
        assertEquals(10, usedSeconds(), 1e-6);
    }

    @Test
    void aBackendThatLooksStopsAtItsNextLook() {
        begin(StatementCancel.CLOSE, 300 * MILLI);

        // It looks 0.3, 0.6, 0.9 and 1.2 s after its statement began.
        expect(ASKS + 1200 * MILLI - 1, 0, 1, 1);
        expect(ASKS + 1200 * MILLI + 1, 0, 0, 0);
        assertEquals(1.2, usedSeconds(), 1e-6);
    }

    @Test
    void aBlockedWorkerStaysUntilItsStatementIsBack() {
        begin(StatementCancel.WAIT, 0);

        expect(SECOND + 1, 1, 1, 1);
        expect(ASKS + 10 * SECOND - 1, 1, 1, 1);
        expect(ASKS + 10 * SECOND + 1, 0, 1, 0);
        assertEquals(10, usedSeconds(), 1e-6);
        assertEquals(1, run.clients().failedTotal());
        assertEquals(1, run.plant.ended());
    }

    @Test
    void aCanceledStatementEndsAtOnce() {
        begin(StatementCancel.CANCEL, 0);

        expect(SECOND + 1, 0, 0, 0);
        assertEquals(1 - ASKS / (double) SECOND, usedSeconds(), 1e-6);
    }
}
