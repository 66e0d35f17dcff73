package dev.windtunnel.simulator.world.traffic;

import static dev.windtunnel.simulator.world.traffic.PlantRun.SECOND;

import dev.windtunnel.simulator.compile.CompiledCapacity;
import dev.windtunnel.simulator.compile.CompiledCapacity.Limit;
import dev.windtunnel.simulator.compile.CompiledCapacity.Storage;
import dev.windtunnel.simulator.compile.CompiledWorkload.DatabaseConnections;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.result.Cause;
import java.util.List;

/** A plant in which only the database can be too small, and what comes through it. */
final class CapacityFixture {

    private CapacityFixture() {}

    static final long MEBIBYTE = 1L << 20;
    private static final double NO_LIMIT = 1e12;

    /** A storage that limits nothing, to be narrowed. */
    static final class Narrowed {
        Limit iops = new Limit(NO_LIMIT, NO_LIMIT, NO_LIMIT, 0);
        Limit bytes = new Limit(NO_LIMIT, NO_LIMIT, NO_LIMIT, 0);
        double cacheHits = 1;
        long memoryBytes = 100 * MEBIBYTE;
        long connectionBytes;
        long workingSetBytes;
        int pagesPerWrite;
        long allocatedBytes = 1L << 40;
        long dataBytes;
        long bytesPerWrite;

        Storage storage() {
            return new Storage(
                    iops,
                    bytes,
                    false,
                    false,
                    Quantiles.fixed(0),
                    8192,
                    pagesPerWrite,
                    cacheHits,
                    memoryBytes,
                    connectionBytes,
                    workingSetBytes,
                    0,
                    allocatedBytes,
                    dataBytes,
                    bytesPerWrite,
                    allocatedBytes);
        }

        CompiledCapacity capacity() {
            return new CompiledCapacity(0, 0, storage(), null, List.of());
        }
    }

    static Limit perSecond(double rate) {
        return new Limit(rate, rate, rate, 0);
    }

    /** One statement of no CPU time to speak of; nothing at the pod limits. */
    static PlantFixture load(int perSecond) {
        PlantFixture fixture = new PlantFixture();
        fixture.arrivals = second -> second < 60 ? perSecond : 0;
        fixture.concurrency = 5000;
        fixture.podMillis = 1_000_000;
        fixture.cpu = Quantiles.fixed(2000);
        fixture.queries = 1;
        fixture.query = Quantiles.fixed(1000);
        fixture.usableConnections = 10_000;
        fixture.connections = new DatabaseConnections(5000, 5000, 300 * SECOND, SECOND, 300 * SECOND);
        return fixture;
    }

    /** Requests per second that end between second 20 and second 50. */
    static double throughput(PlantFixture fixture) {
        PlantRun run = new PlantRun(fixture);
        long before = run.endedBefore(20 * SECOND);
        return (run.endedBefore(50 * SECOND) - before) / 30.0;
    }

    /** What most requests were late for. */
    static Cause mainCause(PlantFixture fixture) {
        return new PlantRun(fixture)
                .toTheEnd().clients().latency().entrySet().stream()
                        .max((a, b) ->
                                Long.compare(a.getValue().total(), b.getValue().total()))
                        .orElseThrow()
                        .getKey();
    }
}
