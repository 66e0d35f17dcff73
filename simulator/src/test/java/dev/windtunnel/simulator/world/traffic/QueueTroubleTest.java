package dev.windtunnel.simulator.world.traffic;

import static dev.windtunnel.simulator.world.traffic.QueueFixture.DEAD;
import static dev.windtunnel.simulator.world.traffic.QueueFixture.ORDERS;
import static dev.windtunnel.simulator.world.traffic.QueueFixture.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of messages whose work fails, and of those that a pod holds when it stops. */
class QueueTroubleTest {

    private static QueueCounts counts(ExactPlant plant) {
        return plant.queueCounts(ORDERS);
    }

    @Nested
    class WhenWorkFails {

        @Test
        void movesWhatAlwaysFailsToTheDeadLetters() {
            QueueFixture fixture = QueueFixture.burst(10);
            fixture.plant.concurrency = 10;
            fixture.poison = 1;
            fixture.maxReceives = 3;
            fixture.visibilityNanos = 5 * SECOND;

            ExactPlant plant = fixture.runUntil(60 * SECOND);

            assertEquals(30, counts(plant).received());
            assertEquals(30, counts(plant).failed());
            assertEquals(10, counts(plant).movedOut());
            assertEquals(10, plant.queueCounts(DEAD).movedIn());
            assertEquals(10, plant.queues().visible(DEAD));
            assertEquals(0, plant.queues().visible(ORDERS));
        }

        @Test
        void givesUpWhatTakesTooLong() {
            QueueFixture fixture = QueueFixture.burst(1);
            fixture.plant.workerTimeoutNanos = 2 * SECOND;
            fixture.waiting = QueueFixture.seconds(10);
            fixture.visibilityNanos = 20 * SECOND;

            ExactPlant plant = fixture.runUntil(4 * SECOND);

            assertEquals(1, counts(plant).failed());
            assertEquals(0, plant.residents(0));
            assertEquals(1, plant.queues().inFlight(ORDERS));

            plant.advance(22 * SECOND);

            assertEquals(1, counts(plant).redelivered());
        }
    }

    @Nested
    class WhenPodsStop {

        @Test
        void finishesWhatItHoldsAndAsksNoMore() {
            QueueFixture fixture = QueueFixture.burst(8);
            fixture.delayNanos = 2 * SECOND;
            fixture.batch = 4;

            ExactPlant plant = fixture.runUntil(4 * SECOND);
            plant.podRefuses(0, 4 * SECOND);

            long held = plant.residents(0);
            assertTrue(held >= 2, "held " + held);
            long done = counts(plant).deleted();
            plant.advance(25 * SECOND);

            assertEquals(0, plant.residents(0));
            assertEquals(done + held, counts(plant).deleted());
            assertEquals(8 - done - held, plant.queues().visible(ORDERS));
        }

        @Test
        void hangsUpWhileItWaits() {
            QueueFixture fixture = new QueueFixture();
            fixture.messages = second -> second == 5 ? 1 : 0;

            ExactPlant plant = fixture.runUntil(3 * SECOND);
            plant.podRefuses(0, 3 * SECOND);
            plant.advance(30 * SECOND);

            assertEquals(1, plant.queues().visible(ORDERS));
            assertEquals(0, counts(plant).received());
        }

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void losesWhatAKilledPodHoldsUntilTheTimeout(boolean silent) {
            QueueFixture fixture = QueueFixture.burst(4);
            fixture.plant.pods = 2;
            fixture.plant.concurrency = 2;
            fixture.plant.cpu = QueueFixture.seconds(10);
            fixture.visibilityNanos = 30 * SECOND;

            ExactPlant plant = fixture.runUntil(5 * SECOND);
            plant.podEnded(0, silent, 5 * SECOND);

            assertEquals(2, counts(plant).lost());
            plant.advance(29 * SECOND);
            assertEquals(2, counts(plant).deleted());
            assertEquals(2, plant.queues().inFlight(ORDERS));

            plant.advance(45 * SECOND);

            assertEquals(4, counts(plant).deleted());
            assertEquals(2, counts(plant).redelivered());
        }
    }
}
