package dev.windtunnel.simulator.world.traffic;

import static dev.windtunnel.simulator.world.traffic.CapacityFixture.MEBIBYTE;
import static dev.windtunnel.simulator.world.traffic.CapacityFixture.load;
import static dev.windtunnel.simulator.world.traffic.CapacityFixture.mainCause;
import static dev.windtunnel.simulator.world.traffic.CapacityFixture.perSecond;
import static dev.windtunnel.simulator.world.traffic.CapacityFixture.throughput;
import static dev.windtunnel.simulator.world.traffic.PlantRun.MILLI;
import static dev.windtunnel.simulator.world.traffic.PlantRun.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.simulator.compile.CompiledCapacity;
import dev.windtunnel.simulator.compile.CompiledCapacity.Limit;
import dev.windtunnel.simulator.compile.CompiledStatements;
import dev.windtunnel.simulator.compile.CompiledWorkload.DatabaseConnections;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.result.Cause;
import dev.windtunnel.simulator.world.traffic.CapacityFixture.Narrowed;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each limit of the database as the first to be hit: what comes through is what its arithmetic says. */
class DatabaseCapacityTest {

    @Nested
    class WhenCpuIsTheLimit {

        private PlantFixture cpuBound(double contention, double coherency) {
            PlantFixture fixture = load(500);
            fixture.query = Quantiles.fixed(10.0 * MILLI);
            fixture.connections = new DatabaseConnections(16, 16, 300 * SECOND, SECOND, 300 * SECOND);
            fixture.capacity = new CompiledCapacity(contention, coherency, null, null, List.of());
            return fixture;
        }

        @Test
        void carriesCpusOverWork() {
            assertEquals(4 / 0.010, throughput(cpuBound(0, 0)), 1);
        }

        @Test
        void carriesLessByTheContentionOfWhatIsActive() {
            // 16 connections on 4 vCPUs: x is 4.
            double overhead = 1 + 0.02 * 3 + 0.0005 * 4 * 3;

            assertEquals(4 / 0.010 / overhead, throughput(cpuBound(0.02, 0.0005)), 1);
        }

        @Test
        void losesNothingUpToOneActiveStatementPerCpu() {
            PlantFixture fixture = cpuBound(0.02, 0.0005);
            fixture.connections = new DatabaseConnections(4, 4, 300 * SECOND, SECOND, 300 * SECOND);

            assertEquals(4 / 0.010, throughput(fixture), 1);
        }
    }

    @Nested
    class WhenStorageIsTheLimit {

        private PlantFixture reading(Narrowed storage) {
            PlantFixture fixture = load(120);
            fixture.statements = new CompiledStatements(10, false, 0, 0);
            storage.cacheHits = 0;
            fixture.capacity = storage.capacity();
            return fixture;
        }

        @Test
        void carriesIopsOverPagesOfAStatement() {
            Narrowed storage = new Narrowed();
            storage.iops = perSecond(1000);
            PlantFixture fixture = reading(storage);

            assertEquals(1000 / 10.0, throughput(fixture), 0.5);
            assertEquals(Cause.DATABASE_IO, mainCause(fixture));
        }

        @Test
        void carriesBytesPerSecondOverBytesOfAStatement() {
            Narrowed storage = new Narrowed();
            storage.bytes = perSecond(8 * MEBIBYTE);
            PlantFixture fixture = reading(storage);

            assertEquals(8.0 * MEBIBYTE / (10 * 8192), throughput(fixture), 0.5);
            assertEquals(Cause.DATABASE_IO, mainCause(fixture));
        }

        @Test
        void takesTheClassWhereTheVolumeIsFaster() {
            Narrowed storage = new Narrowed();
            storage.iops = new Limit(64_000, 800, 800, 0);

            assertEquals(800 / 10.0, throughput(reading(storage)), 0.5);
        }

        @Test
        void burstsAsLongAsTheClassesBucketLasts() {
            Narrowed storage = new Narrowed();
            // 1,200 I/O a second against 800 given back: 400 tokens a second are gone after 25 s.
            storage.iops = new Limit(64_000, 800, 2000, 400 * 25);
            PlantRun run = new PlantRun(reading(storage));

            long whileItLasts = run.endedBefore(20 * SECOND);
            run.endedBefore(30 * SECOND);
            long before = run.plant.ended();
            long after = run.endedBefore(50 * SECOND);

            assertEquals(20 * 120.0, (double) whileItLasts, 2);
            assertEquals(80, (after - before) / 20.0, 0.5);
        }

        @Test
        void carriesTheSameLoadWithoutThatLimit() {
            Narrowed storage = new Narrowed();
            storage.iops = perSecond(1300);
            storage.bytes = perSecond(11 * MEBIBYTE);

            assertEquals(120, throughput(reading(storage)), 0.5);
        }

        @Test
        void chargesCommitsForTheirLogAndPages() {
            Narrowed storage = new Narrowed();
            storage.iops = perSecond(300);
            storage.pagesPerWrite = 2;
            PlantFixture fixture = load(120);
            fixture.writes = true;
            fixture.capacity = storage.capacity();

            assertEquals(300 / 3.0, throughput(fixture), 0.5);
            assertEquals(Cause.DATABASE_IO, mainCause(fixture));
        }
    }

    @Nested
    class WhenTheWorkingSetOutgrowsTheCache {

        private PlantFixture caching(long workingSetBytes, int connections, long connectionBytes) {
            Narrowed storage = new Narrowed();
            storage.iops = perSecond(1000);
            storage.cacheHits = 0.99;
            storage.workingSetBytes = workingSetBytes;
            storage.connectionBytes = connectionBytes;
            PlantFixture fixture = load(250);
            // The first second opens all connections that the pool allows; it keeps them.
            fixture.arrivals = second -> second == 0 ? 2000 : second < 60 ? 250 : 0;
            fixture.statements = new CompiledStatements(10, false, 0, 0);
            fixture.capacity = storage.capacity();
            fixture.connections = new DatabaseConnections(connections, connections, 300 * SECOND, SECOND, 300 * SECOND);
            return fixture;
        }

        @Test
        void carriesIopsOverMisses() {
            double misses = 10 * (1 - 0.99 / 2);

            assertEquals(1000 / misses, throughput(caching(200 * MEBIBYTE, 5000, 0)), 1);
        }

        @Test
        void carriesTheSameLoadWhileItFits() {
            assertEquals(250, throughput(caching(100 * MEBIBYTE, 5000, 0)), 1);
        }

        @Test
        void losesCacheToConnections() {
            // 50 connections of 1 MiB leave half of the memory for a working set that would just fit.
            double misses = 10 * (1 - 0.99 / 2);

            assertEquals(1000 / misses, throughput(caching(100 * MEBIBYTE, 50, MEBIBYTE)), 1);
        }

        @Test
        void keepsItWhereConnectionsAreFew() {
            assertEquals(250, throughput(caching(100 * MEBIBYTE, 2, MEBIBYTE)), 1);
        }
    }

    @Nested
    class WhenCommitsAreTheLimit {

        @Test
        void carriesConnectionsOverCommitWait() {
            PlantFixture fixture = load(120);
            fixture.writes = true;
            fixture.connections = new DatabaseConnections(2, 2, 300 * SECOND, SECOND, 300 * SECOND);
            fixture.commitNanos = 20.0 * MILLI;

            // Single-AZ against multi-AZ is the difference between such waits.
            assertEquals(2 / 0.020, throughput(fixture), 0.5);
            fixture.commitNanos = 10.0 * MILLI;
            assertEquals(120, throughput(fixture), 0.5);
        }
    }

    @Nested
    class WhenARowIsHot {

        private PlantFixture locking(double hotShare) {
            PlantFixture fixture = load(120);
            fixture.writes = true;
            fixture.commitNanos = 2.0 * MILLI;
            fixture.statements = new CompiledStatements(0, false, hotShare, 8 * MILLI);
            return fixture;
        }

        @Test
        void carriesOneOverHoldAndCommit() {
            assertEquals(1 / 0.010, throughput(locking(1)), 0.2);
            assertEquals(Cause.DATABASE_LOCK, mainCause(locking(1)));
        }

        @Test
        void leavesThoseAloneWhoDoNotWantIt() {
            assertEquals(120, throughput(locking(0)), 0.2);
            assertEquals(120, throughput(locking(0.5)), 1);
        }
    }
}
