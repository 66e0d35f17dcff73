package dev.windtunnel.simulator.world.traffic;

import static dev.windtunnel.simulator.world.traffic.QueueFixture.DEAD;
import static dev.windtunnel.simulator.world.traffic.QueueFixture.MILLI;
import static dev.windtunnel.simulator.world.traffic.QueueFixture.ORDERS;
import static dev.windtunnel.simulator.world.traffic.QueueFixture.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.compile.CompiledQueues;
import dev.windtunnel.simulator.compile.CompiledWorkload;
import dev.windtunnel.simulator.compile.CompiledWorkload.DatabaseConnections;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.metric.LatencyHistogram;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads of pods, messages of a queue, and what becomes of both. */
class QueueWorkersTest {

    private static QueueCounts counts(ExactPlant plant) {
        return plant.queueCounts(ORDERS);
    }

    @Test
    void worksOnMessagesOneAfterTheOther() {
        QueueFixture fixture = QueueFixture.burst(5);

        ExactPlant plant = fixture.runUntil(4 * SECOND);

        // Each takes a second; the first began within the first second.
        assertEquals(5, counts(plant).sent());
        assertTrue(
                counts(plant).deleted() >= 3 && counts(plant).deleted() <= 4,
                "deleted " + counts(plant).deleted());
        assertEquals(1, plant.queues().inFlight(ORDERS));

        plant.advance(6 * SECOND);

        assertEquals(5, counts(plant).deleted());
        assertEquals(5, counts(plant).received());
    }

    @Test
    void waitsForOthersWithoutUsingTheCpu() {
        QueueFixture fixture = QueueFixture.burst(4);
        fixture.plant.concurrency = 4;
        fixture.plant.cpu = QueueFixture.seconds(0.5);
        fixture.waiting = QueueFixture.seconds(10);

        ExactPlant plant = fixture.runUntil(5 * SECOND);

        assertEquals(2.0 * SECOND, plant.cpuUsedCoreNanos(0, 5 * SECOND), 1000);
        assertEquals(0, counts(plant).deleted());
        assertEquals(4, plant.residents(0));

        plant.advance(12 * SECOND);

        assertEquals(4, counts(plant).deleted());
        assertEquals(0, plant.residents(0));
    }

    @Test
    void holdsBackADelayedMessage() {
        QueueFixture fixture = QueueFixture.burst(1);
        fixture.delayNanos = 10 * SECOND;

        ExactPlant plant = fixture.runUntil(10 * SECOND);

        assertEquals(1, plant.queues().delayed(ORDERS));
        assertEquals(0, counts(plant).received());

        plant.advance(12 * SECOND);

        assertEquals(1, counts(plant).deleted());
    }

    @Test
    void waitsForItsStatementsAtTheDatabase() {
        QueueFixture fixture = QueueFixture.burst(1);
        fixture.plant.cpu = QueueFixture.seconds(1);
        fixture.plant.query = QueueFixture.seconds(2);
        fixture.queries = 2;
        fixture.plant.connections = new DatabaseConnections(1, 1, SECOND, SECOND, SECOND);

        ExactPlant plant = fixture.runUntil(4 * SECOND);

        assertEquals(0, counts(plant).deleted());
        assertEquals(1, plant.databaseGauges(4 * SECOND).running());

        plant.advance(6 * SECOND + 10 * MILLI);

        assertEquals(1, counts(plant).deleted());
        assertEquals(0, plant.databaseGauges(6 * SECOND).running());
    }

    @Test
    void failsAMessageWhoseConnectionDoesNotComeInTime() {
        QueueFixture fixture = QueueFixture.burst(2);
        fixture.plant.concurrency = 2;
        fixture.plant.cpu = QueueFixture.seconds(0.1);
        fixture.plant.query = QueueFixture.seconds(5);
        fixture.queries = 1;
        fixture.plant.connections = new DatabaseConnections(1, 1, SECOND, SECOND, SECOND);

        ExactPlant plant = fixture.runUntil(20 * SECOND);

        assertEquals(1, counts(plant).failed());
        assertEquals(1, counts(plant).deleted());
        assertEquals(1, plant.queues().inFlight(ORDERS));
    }

    @Nested
    class WhenThePollsFindNothing {

        @Test
        void longPollsCostARequestEachTwentySeconds() {
            QueueFixture fixture = QueueFixture.burst(0);
            fixture.plant.concurrency = 3;

            ExactPlant plant = fixture.runUntil(61 * SECOND);

            assertEquals(9, counts(plant).emptyReceives());
            assertEquals(9, counts(plant).requests());
        }

        @Test
        void shortPollsCostOneEachPause() {
            QueueFixture fixture = QueueFixture.burst(0);
            fixture.plant.concurrency = 3;
            fixture.waitNanos = 0;

            ExactPlant plant = fixture.runUntil(60 * SECOND);

            assertEquals(180, counts(plant).emptyReceives());
            assertEquals(180, counts(plant).requests());
        }

        @Test
        void aShortPollFindsAMessageAtItsNextTry() {
            QueueFixture fixture = new QueueFixture();
            fixture.messages = second -> second == 5 ? 1 : 0;
            fixture.waitNanos = 0;

            ExactPlant plant = fixture.runUntil(6 * SECOND);

            // Sent within the sixth second, seen at its end, not before.
            assertEquals(1, plant.queues().visible(ORDERS));
            plant.advance(6 * SECOND + 1);
            assertEquals(1, plant.queues().inFlight(ORDERS));
        }
    }

    @Test
    void billsEachChunkOfSixtyFourKibibytes() {
        QueueFixture fixture = QueueFixture.burst(20);
        fixture.delayNanos = 2 * SECOND;
        fixture.batch = 10;
        fixture.messageBytes = 60 << 10;

        ExactPlant plant = fixture.runUntil(60 * SECOND);

        QueueCounts counts = counts(plant);
        assertEquals(20, counts.deleted());
        // A send and a deletion each, and of each receive 60 KiB times its messages in chunks of 64 KiB.
        assertTrue(counts.receiveCalls() < 20, "receives " + counts.receiveCalls());
        long least = 40 + (20 * 60 + 63) / 64;
        assertTrue(counts.requests() >= least, counts.requests() + " of at least " + least);
        assertTrue(counts.requests() <= 40 + 20 + counts.emptyReceives(), "requests " + counts.requests());
    }

    @Test
    void hidesAllMessagesOfABatchFromTheStart() {
        // Ten messages of one second each under a timeout of five: the second half is received again while it is worked
        // on.
        QueueFixture fixture = QueueFixture.burst(10);
        fixture.delayNanos = 2 * SECOND;
        fixture.batch = 10;
        fixture.plant.pods = 2;
        fixture.visibilityNanos = 5 * SECOND;

        ExactPlant plant = fixture.runUntil(60 * SECOND);

        assertEquals(10, counts(plant).deleted());
        assertTrue(
                counts(plant).redelivered() >= 3, "redelivered " + counts(plant).redelivered());
        assertTrue(counts(plant).late() >= 3, "late " + counts(plant).late());
    }

    @Test
    void keepsAtMostTheAllowedNumberInFlight() {
        QueueFixture fixture = QueueFixture.burst(30);
        fixture.plant.concurrency = 10;
        fixture.mostInFlight = 4;

        ExactPlant plant = fixture.start();
        long most = 0;
        for (int tenth = 1; tenth < 200; tenth++) {
            plant.advance(tenth * SECOND / 10);
            most = Math.max(most, plant.queues().inFlight(ORDERS));
        }

        assertEquals(4, most);
        assertEquals(30, counts(plant).deleted());
    }

    @Nested
    class WhenRequestsPublish {

        private QueueFixture requests(double probability, double errors) {
            QueueFixture fixture = new QueueFixture();
            fixture.plant.arrivals = second -> 50;
            fixture.plant.cpu = QueueFixture.seconds(0.001);
            fixture.plant.line = new CompiledWorkload.Line(false, null, List.of(), errors);
            fixture.publications = List.of(new CompiledQueues.Publication(0, ORDERS, probability));
            return fixture;
        }

        @Test
        void sendsAMessageForEachSuccess() {
            ExactPlant plant = requests(1, 0.3).runUntil(100 * SECOND);

            plant.minutes();
            assertEquals(plant.view(0, true).succeeded(), counts(plant).sent());
            assertTrue(
                    counts(plant).sent() < 50 * 100 * 0.8,
                    "sent " + counts(plant).sent());
        }

        @Test
        void sendsForAShareOfThem() {
            ExactPlant plant = requests(0.2, 0).runUntil(100 * SECOND);

            assertEquals(0.2, counts(plant).sent() / 5000.0, 0.03);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void accountsForEveryMessageWhateverHappens(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        QueueFixture fixture = new QueueFixture();
        fixture.messages = second -> 20;
        fixture.plant.pods = 6;
        fixture.plant.concurrency = 3;
        fixture.plant.workerTimeoutNanos = 3 * SECOND;
        fixture.plant.cpu = Quantiles.exponential(0.4e9);
        fixture.plant.connections = new DatabaseConnections(1, 2, SECOND, SECOND, SECOND);
        fixture.plant.query = Quantiles.exponential(0.05e9);
        fixture.queries = 1;
        fixture.requestNanos = Quantiles.exponential(0.02e9);
        fixture.waiting = Quantiles.exponential(0.2e9);
        fixture.visibilityNanos = 4 * SECOND;
        fixture.retentionNanos = 60 * SECOND;
        fixture.errors = 0.1;
        fixture.poison = 0.05;
        fixture.maxReceives = 3;
        fixture.batch = random.nextInt(1, 11);
        fixture.waitNanos = random.nextBoolean() ? 0 : 5 * SECOND;
        fixture.plant.horizonSeconds = 400;
        ExactPlant plant = fixture.start();
        boolean[] runs = {true, true, true, true, true, true};

        for (int step = 1; step <= 300; step++) {
            long now = step * SECOND;
            plant.advance(now);
            int pod = random.nextInt(6);
            if (!runs[pod]) {
                plant.podStarted(pod, 0, pod, 0, now);
                runs[pod] = true;
            } else if (random.nextInt(10) == 0) {
                plant.podRefuses(pod, now);
            } else if (random.nextInt(10) == 0) {
                plant.podEnded(pod, random.nextBoolean(), now);
                runs[pod] = false;
            }
            assertEquals(0, QueueFixture.unaccounted(plant, ORDERS), "seed " + seed + ", second " + step);
            assertEquals(0, QueueFixture.unaccounted(plant, DEAD), "seed " + seed + ", second " + step);
        }

        QueueCounts counts = counts(plant);
        assertTrue(counts.deleted() > 0 && counts.expired() > 0 && counts.movedOut() > 0, counts.toString());
        assertTrue(counts.failed() > 0 && counts.lost() > 0 && counts.late() > 0, counts.toString());
    }

    @Test
    void goesOnFromACopyAsIfNothingHadHappened() {
        QueueFixture fixture = QueueFixture.burst(200);
        fixture.plant.pods = 2;
        fixture.plant.concurrency = 3;
        fixture.plant.cpu = Quantiles.exponential(0.4e9);
        fixture.waiting = Quantiles.exponential(0.2e9);
        fixture.requestNanos = Quantiles.exponential(0.02e9);
        fixture.visibilityNanos = 2 * SECOND;
        fixture.errors = 0.2;
        fixture.batch = 3;
        fixture.messages = second -> 3;
        fixture.plant.horizonSeconds = 200;
        ExactPlant original = fixture.start();
        original.advance(50 * SECOND);
        ExactPlant copy = fixture.start();
        copy.advance(20 * SECOND);

        copy.copyFrom(original);
        original.advance(150 * SECOND);
        copy.advance(150 * SECOND);

        assertEquals(counts(original), counts(copy));
        assertEquals(original.events(), copy.events());
        assertEquals(
                original.queues().oldestAgeNanos(ORDERS, 150 * SECOND),
                copy.queues().oldestAgeNanos(ORDERS, 150 * SECOND));
    }

    @Test
    void tellsTheAgeOfTheOldestMessage() {
        QueueFixture fixture = QueueFixture.burst(3);
        fixture.plant.cpu = QueueFixture.seconds(100);

        ExactPlant plant = fixture.runUntil(10 * SECOND);

        long age = plant.queues().oldestAgeNanos(ORDERS, 10 * SECOND);
        assertTrue(age > 9 * SECOND && age <= 10 * SECOND, "age " + age);
    }

    @Test
    void drawsTheSameForAMessageWhoeverWorksOnIt() {
        QueueFixture one = QueueFixture.burst(100);
        one.plant.concurrency = 100;
        one.plant.cpu = Quantiles.exponential(1e9);
        QueueFixture other = QueueFixture.burst(100);
        other.plant.pods = 20;
        other.plant.concurrency = 5;
        other.plant.cpu = Quantiles.exponential(1e9);

        LatencyHistogram first = new LatencyHistogram();
        counts(one.runUntil(50 * SECOND)).latencyMicros().addTo(first);
        LatencyHistogram second = new LatencyHistogram();
        counts(other.runUntil(50 * SECOND)).latencyMicros().addTo(second);

        assertEquals(100, first.total());
        for (double share : new double[] {0.1, 0.5, 0.9, 1}) {
            assertEquals(first.percentileNanos(share), second.percentileNanos(share));
        }
    }
}
