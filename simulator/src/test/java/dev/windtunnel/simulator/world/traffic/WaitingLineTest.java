package dev.windtunnel.simulator.world.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.compile.Arrivals;
import dev.windtunnel.simulator.compile.CompiledWorkload.Line;
import dev.windtunnel.simulator.compile.CompiledWorkload.Onward;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.kernel.Quantiles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How requests wait for a worker: refused, out of patience, sent on; and the line itself beside a plain list. */
class WaitingLineTest {

    private static final long SECOND = PlantFixture.SECOND;
    private static final double MILLI = 1e6;

    private static PlantFixture fixture(double ratePerSecond, int servers, double serviceMillis) {
        PlantFixture fixture = new PlantFixture();
        fixture.source = new Arrivals.Renewal(Quantiles.exponential(1e9 / ratePerSecond), 1e9 / ratePerSecond);
        fixture.concurrency = servers;
        fixture.podMillis = 1000 * servers;
        fixture.cpu = Quantiles.exponential(serviceMillis * MILLI);
        return fixture;
    }

    private static StationCounts watch(PlantFixture fixture, long seconds) {
        fixture.horizonSeconds = seconds;
        ExactPlant plant = fixture.start().plant();
        StationCounts counts = new StationCounts();
        plant.watch(counts);
        plant.advance(seconds * SECOND);
        return counts;
    }

    @Nested
    class A_line_that_refuses {

        @Test
        void losesWhatErlangsLossFormulaSays() {
            PlantFixture fixture = fixture(40, 10, 250);
            fixture.backlog = 0;
            fixture.line = new Line(true, null, List.of());

            StationCounts counts = watch(fixture, 20_000);

            // Erlang B for 10 servers at 10 erlangs: 0.214582. Four standard errors of 800,000 customers.
            assertEquals(0.214582, counts.refused / (double) counts.came, 0.0035);
            assertEquals(counts.refused, counts.bad, "each refused request is answered 503");
            assertEquals(0, counts.waitedNanos);
        }
    }

    @Nested
    class A_line_whose_customers_have_patience {

        @Test
        void losesAsErlangADoes() {
            // With patience as long as service in the mean, M/M/c+M has the states of M/M/infinity: Poisson(a).
            PlantFixture fixture = fixture(100, 5, 50);
            fixture.line = new Line(false, Quantiles.exponential(50 * MILLI), List.of());

            StationCounts counts = watch(fixture, 10_000);

            // a = 5, c = 5: those who leave are E[(N-5)+] x 20/s of 100/s; E[(N-5)+] for Poisson(5) = 0.877337.
            assertEquals(0.1754674, counts.leftLine / (double) counts.came, 0.003);
            assertEquals(counts.leftLine, counts.bad);
        }

        @Test
        void leavesAtThatVeryInstant() {
            PlantFixture fixture = new PlantFixture();
            fixture.arrivals = second -> second == 0 ? 3 : 0;
            fixture.cpu = Quantiles.fixed(10e9);
            fixture.line = new Line(false, Quantiles.fixed(2e9), List.of());

            StationCounts counts = watch(fixture, 30);

            assertEquals(1, counts.good);
            assertEquals(2, counts.leftLine);
            assertEquals(4e9, counts.waitedNanos, 4);
        }
    }

    @Nested
    class A_workload_that_sends_requests_on {

        @Test
        void isVisitedAsOftenAsItSendsBackToItself() {
            PlantFixture fixture = fixture(20, 1, 10);
            fixture.line = new Line(false, null, List.of(new Onward(0, 0.5)));

            StationCounts counts = watch(fixture, 20_000);

            // A geometric number of visits with mean 2; each visit has a draw of its own.
            assertEquals(2.0, counts.came / (double) counts.good, 0.01);
            assertEquals((double) counts.left, (double) counts.came, 20);
        }
    }

    @Nested
    class A_probe {

        @Test
        void changesNothing() {
            PlantFixture watched = fixture(50, 1, 15);
            PlantFixture alone = fixture(50, 1, 15);
            ExactPlant seen = watched.start().plant();
            ExactPlant unseen = alone.start().plant();
            seen.watch(new StationCounts());

            seen.advance(60 * SECOND);
            unseen.advance(60 * SECOND);

            assertEquals(unseen.digest(), seen.digest());
            assertEquals(unseen.events(), seen.events());
        }

        @Test
        void seesEveryoneGoWhenAPodEnds() {
            PlantFixture fixture = new PlantFixture();
            fixture.arrivals = second -> second == 0 ? 5 : 0;
            fixture.cpu = Quantiles.fixed(100e9);
            ExactPlant plant = fixture.start().plant();
            StationCounts counts = new StationCounts();
            plant.watch(counts);
            plant.advance(2 * SECOND);

            plant.podEnded(0, false, 2 * SECOND);

            assertEquals(5, counts.came);
            assertEquals(1, counts.left);
            assertEquals(4, counts.leftLine);
        }
    }

    @Nested
    class A_node_that_stands_still {

        @Test
        void letsEveryoneWaitUntilItGoesOn() {
            // One request each 10 ms with 1 ms of work; nothing moves in the last second of a hundred.
            PlantFixture fixture = new PlantFixture();
            fixture.source = new Arrivals.Renewal(Quantiles.fixed(10 * MILLI), 10 * MILLI);
            fixture.cpu = Quantiles.fixed(MILLI);
            fixture.horizonSeconds = 200;
            ExactPlant plant = fixture.start().plant();
            StationCounts counts = new StationCounts();
            plant.watch(counts);

            plant.advance(99 * SECOND);
            plant.speedChanged(0, 0, 99 * SECOND);
            plant.advance(100 * SECOND);
            plant.speedChanged(0, 1, 100 * SECOND);
            plant.advance(102 * SECOND);

            assertEquals(1_001 * MILLI, (double) counts.longestNanos, 2 * MILLI);
            assertTrue(counts.good > 10_000, "served " + counts.good);
        }
    }

    @Nested
    class The_line_beside_a_plain_list {

        @Test
        void servesInTheSameOrderWhoeverLeaves() {
            PodStation station = new PodStation(0, 0, 0, new NodeCpu(0, 1000, 1), 1000, 1, 0);
            List<int[]> twin = new ArrayList<>();
            int nextRequest = 0;
            for (int step = 0; step < 200_000; step++) {
                long luck = Keys.mix(11, step);
                int choice = Keys.below(10, luck);
                if (choice < 5) {
                    twin.add(new int[] {nextRequest, station.enqueue(nextRequest)});
                    nextRequest++;
                } else if (choice < 8 && !twin.isEmpty()) {
                    assertEquals(twin.removeFirst()[0], station.dequeue(), "step " + step);
                } else if (!twin.isEmpty()) {
                    int place = Keys.below(twin.size(), Keys.mix(12, step));
                    station.leaveLine(twin.remove(place)[1]);
                }
                assertEquals(twin.size(), station.queued, "step " + step);
            }
        }
    }
}
