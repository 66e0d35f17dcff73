package dev.windtunnel.simulator.world.traffic;

import static dev.windtunnel.simulator.world.traffic.CapacityFixture.MEBIBYTE;
import static dev.windtunnel.simulator.world.traffic.CapacityFixture.load;
import static dev.windtunnel.simulator.world.traffic.CapacityFixture.throughput;
import static dev.windtunnel.simulator.world.traffic.PlantRun.MILLI;
import static dev.windtunnel.simulator.world.traffic.PlantRun.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.compile.CompiledCapacity;
import dev.windtunnel.simulator.compile.CompiledCapacity.Replica;
import dev.windtunnel.simulator.compile.CompiledCapacity.Replication;
import dev.windtunnel.simulator.compile.CompiledStatements;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.kernel.Tournament;
import dev.windtunnel.simulator.result.Cause;
import dev.windtunnel.simulator.world.traffic.CapacityFixture.Narrowed;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Replicas, their lag, and storage that fills. */
class DatabaseGrowthTest {

    @Nested
    class WhenReplicasAnswer {

        private final Replica replica = new Replica("db.test", 0, 2, 1.0, 1000, null);

        private PlantFixture reading(int replicas) {
            PlantFixture fixture = load(350);
            fixture.concurrency = 8;
            fixture.databaseCpus = 1;
            fixture.query = Quantiles.fixed(10.0 * MILLI);
            fixture.statements = new CompiledStatements(0, true, 0, 0);
            fixture.capacity = new CompiledCapacity(0, 0, null, null, Collections.nCopies(replicas, replica));
            return fixture;
        }

        @Test
        void carryWhatTheirCpusAllowTogether() {
            assertEquals(350, throughput(reading(2)), 1);
            assertEquals(2 / 0.010, throughput(reading(1)), 1);
        }

        @Test
        void leaveThePrimaryNothingToDo() {
            PlantRun run = new PlantRun(reading(2));

            run.toTheEnd();

            assertEquals(0, run.plant.databaseGauges(100 * SECOND).usedCoreNanos());
        }

        @Test
        void areReplacedByThePrimaryWhereThereAreNone() {
            assertEquals(1 / 0.010, throughput(reading(0)), 1);
        }

        @Test
        void arePassedOverWhileTheirZoneIsLost() {
            PlantFixture fixture = reading(1);
            fixture.zones = 2;
            fixture.arrivals = second -> 50;
            fixture.capacity =
                    new CompiledCapacity(0, 0, null, null, List.of(new Replica("db.test", 1, 2, 1.0, 1000, null)));
            PlantRun run = new PlantRun(fixture);
            long endedBefore = run.endedBefore(10 * SECOND);
            double before = run.plant.databaseGauges(10 * SECOND).usedCoreNanos();

            run.plant.zoneSilenced(1, 10 * SECOND);
            long ended = run.endedBefore(20 * SECOND) - endedBefore;
            double during = run.plant.databaseGauges(20 * SECOND).usedCoreNanos();
            run.plant.zoneRestored(1, 20 * SECOND);
            run.plant.advance(30 * SECOND);

            assertEquals(0, before);
            assertTrue(ended > 200, "ended " + ended);
            assertEquals(ended * 10.0 * MILLI, during, 20.0 * MILLI);
            assertEquals(during, run.plant.databaseGauges(30 * SECOND).usedCoreNanos(), 20.0 * MILLI);
        }
    }

    @Nested
    class WhenReplicasLag {

        private final CompiledCapacity capacity = new CompiledCapacity(
                0,
                0,
                null,
                new Replication(1, Quantiles.fixed(100.0 * MILLI), SECOND),
                List.of(new Replica("fast", 0, 2, 4.0, 1000, null), new Replica("slow", 0, 2, 1.0, 1000, null)));

        @Test
        void takesThemInTurnWhileTheyKeepUp() {
            ReadReplicas replicas = new ReadReplicas(capacity, new Tournament(8), 0);

            assertEquals(0, replicas.choose(0, 0));
            assertEquals(1, replicas.choose(0, 0));
            assertEquals(0, replicas.choose(0, 0));
        }

        @Test
        void passesOverThoseThatLagTooMuchAndTakesThePrimaryIfAllDo() {
            ReadReplicas replicas = new ReadReplicas(capacity, new Tournament(8), 0);

            // 1.2 s of replaying for the slow one, 0.3 s for the fast one; the usual lag is 0.1 s, the limit 1 s.
            replicas.wrote(1.2 * SECOND, 0);

            assertEquals(0, replicas.choose(0, 0));
            assertEquals(0, replicas.choose(0, 0));
            assertEquals(1, replicas.rejected());
            replicas.wrote(3.0 * SECOND, 0);
            assertEquals(ReadReplicas.NONE, replicas.choose(0, 0));
            // 3.3 s later the slow one has 0.9 s left to replay, which is just within.
            assertEquals(1, replicas.choose(0, 3300 * MILLI));
            assertEquals(0, replicas.choose(0, 3300 * MILLI));
        }
    }

    @Nested
    class WhenReplayIsTheLimit {

        private double backlogSeconds(double replayShare) {
            PlantFixture fixture = load(50);
            fixture.writes = true;
            fixture.query = Quantiles.fixed(30.0 * MILLI);
            fixture.capacity = new CompiledCapacity(
                    0,
                    0,
                    null,
                    new Replication(replayShare, Quantiles.fixed(0), Long.MAX_VALUE),
                    List.of(new Replica("db.test", 0, 4, 1.0, 1000, null)));
            PlantRun run = new PlantRun(fixture);
            run.plant.advance(60 * SECOND);
            return run.plant.replicaBacklogNanos(0, 60 * SECOND) / 1e9;
        }

        @Test
        void growsByTheExcessOfTheLoadInSecondsPerSecond() {
            // 50 writes a second x 24 ms = 1.2 s of replay each second.
            assertEquals(60 * (50 * 0.024 - 1), backlogSeconds(0.8), 0.2);
        }

        @Test
        void staysSmallBelowIt() {
            // 50 x 12 ms = 0.6
            assertTrue(backlogSeconds(0.4) < 0.2);
        }
    }

    @Nested
    class WhenStorageIsFull {

        @Test
        void failsWritesAndSaysSo() {
            Narrowed storage = new Narrowed();
            storage.allocatedBytes = 4 * MEBIBYTE;
            storage.dataBytes = 3 * MEBIBYTE;
            storage.bytesPerWrite = 1024;
            PlantFixture fixture = load(50);
            fixture.writes = true;
            fixture.capacity = storage.capacity();
            PlantRun run = new PlantRun(fixture);

            run.toTheEnd();

            assertEquals(1024, run.clients().succeeded());
            assertEquals(
                    Map.of(Cause.DATABASE_STORAGE_FULL, 3000 - run.clients().succeeded()),
                    run.clients().failed());
            assertEquals(
                    Map.of(500, 3000 - run.clients().succeeded()), run.clients().statuses());
        }

        @Test
        void takesTheSameWritesWhereThereIsRoom() {
            Narrowed storage = new Narrowed();
            storage.allocatedBytes = 8 * MEBIBYTE;
            storage.dataBytes = 3 * MEBIBYTE;
            storage.bytesPerWrite = 1024;
            PlantFixture fixture = load(50);
            fixture.writes = true;
            fixture.capacity = storage.capacity();
            PlantRun run = new PlantRun(fixture);

            run.toTheEnd();

            assertEquals(3000, run.clients().succeeded());
            assertEquals(Map.of(), run.clients().failed());
        }
    }
}
