package dev.windtunnel.simulator.world.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.compile.CompiledAttempts;
import dev.windtunnel.simulator.compile.CompiledAttempts.Wait;
import dev.windtunnel.simulator.compile.CompiledWorkload.DatabaseConnections;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.metric.LatencyHistogram;
import dev.windtunnel.simulator.result.Cause;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptsTest {

    private static final long MILLI = PlantRun.MILLI;
    private static final long SECOND = PlantRun.SECOND;

    private static List<Wait> waits(int retries, double nanos) {
        return Collections.nCopies(retries, new Wait(0, Quantiles.fixed(nanos)));
    }

    private static CompiledAttempts retrying(int retries, long attemptTimeout, double budget, boolean cancels) {
        return new CompiledAttempts(attemptTimeout, cancels, waits(retries, 5e7), 1, true, true, budget, 0, 0);
    }

    private static CompiledAttempts hedging(long after, boolean cancels) {
        return new CompiledAttempts(0, cancels, List.of(), 0, false, false, CompiledAttempts.UNBOUNDED, 1, after);
    }

    private static void assertConserved(PlantRun run, long inFlight) {
        AttemptCounts attempts = run.plant.attempts();
        assertEquals(attempts.sent(), attempts.answered() + attempts.failed() + attempts.abandoned() + inFlight);
        assertEquals(run.arrived() + attempts.retries() + attempts.hedges(), attempts.sent());
    }

    private static LatencyHistogram latency(PlantRun run) {
        LatencyHistogram all = new LatencyHistogram();
        run.clients().latency().values().forEach(part -> part.addTo(all));
        return all;
    }

    /** Overloaded for a while, with a small backlog, statements, and a zone and a database that go. */
    private static PlantFixture storm(CompiledAttempts attempts) {
        PlantFixture fixture = new PlantFixture();
        fixture.zones = 2;
        fixture.pods = 2;
        fixture.concurrency = 4;
        fixture.backlog = 30;
        fixture.queries = 2;
        fixture.connections = new DatabaseConnections(2, 3, SECOND, SECOND, 2 * SECOND);
        fixture.clientTimeoutNanos = 8 * SECOND;
        fixture.workerTimeoutNanos = 5 * SECOND;
        fixture.arrivals = second -> second < 20 ? 80 : second < 35 ? 320 : 60;
        fixture.attempts = attempts;
        return fixture;
    }

    @Nested
    class Ledgers {

        @ParameterizedTest
        @CsvSource({"0,false,0", "3,false,0", "3,true,0", "3,false,0.1", "0,false,1", "0,true,1", "2,true,1"})
        void bothConserveThroughAStorm(int retries, boolean cancels, double budgetOrHedge) {
            boolean hedges = budgetOrHedge == 1;
            CompiledAttempts attempts = new CompiledAttempts(
                    700 * MILLI,
                    cancels,
                    waits(retries, 8e7),
                    0.9,
                    true,
                    true,
                    budgetOrHedge == 0.1 ? 0.1 : CompiledAttempts.UNBOUNDED,
                    hedges ? 1 : 0,
                    hedges ? 200 * MILLI : 0);
            PlantRun run = new PlantRun(storm(attempts));
            SplittableRandom random = new SplittableRandom(7);

            boolean isDown = false;
            for (long now = 0; now < 60 * SECOND; now += 1 + random.nextLong(400 * MILLI)) {
                run.plant.advance(now);
                if (!isDown && now > 40 * SECOND) {
                    run.plant.databaseLost(now);
                    isDown = true;
                }
                AttemptCounts counts = run.plant.attempts();
                long inFlight = counts.sent() - counts.answered() - counts.failed() - counts.abandoned();
                assertTrue(inFlight >= 0, counts.toString());
                assertEquals(run.arrived() + counts.retries() + counts.hedges(), counts.sent());
            }
            run.plant.databaseReachable(0, 60 * SECOND);
            run.toTheEnd();

            long arrived = 20 * 80 + 15 * 320 + 25 * 60;
            assertEquals(arrived, run.arrived());
            assertEquals(arrived, run.plant.ended());
            assertEquals(arrived, run.clients().counted());
            assertEquals(arrived, run.clients().succeeded() + run.clients().failedTotal());
            assertEquals(run.clients().succeeded(), run.plant.attempts().answered());
            assertConserved(run, 0);
            assertEquals(0, run.residents());
            assertTrue(
                    run.plant.attempts().abandoned() > 300, run.plant.attempts().toString());
            assertTrue(run.clients().failedTotal() > 20);
        }

        @Test
        void areOneWhereNothingIsTriedAgain() {
            PlantFixture fixture = storm(CompiledAttempts.SINGLE);
            PlantFixture other = storm(retrying(3, 0, CompiledAttempts.UNBOUNDED, false));
            fixture.backlog = other.backlog = 100_000;
            fixture.clientTimeoutNanos = other.clientTimeoutNanos = 600 * SECOND;
            fixture.workerTimeoutNanos = other.workerTimeoutNanos = 0;
            fixture.connections = other.connections = new DatabaseConnections(2, 3, 500 * SECOND, SECOND, 2 * SECOND);
            PlantRun without = new PlantRun(fixture).toTheEnd();

            PlantRun with = new PlantRun(other).toTheEnd();

            assertEquals(0, with.clients().failedTotal());
            assertEquals(without.plant.digest(), with.plant.digest());
            assertEquals(without.plant.minutes(), with.plant.minutes());
            assertEquals(0, with.plant.attempts().retries());
        }
    }

    @Nested
    class ATimedOutAttempt {

        /** One worker that needs 10 s, one request. */
        private PlantFixture slow(CompiledAttempts attempts) {
            PlantFixture fixture = PlantRun.burst(1);
            fixture.cpu = Quantiles.fixed(10.0 * SECOND);
            fixture.clientTimeoutNanos = 100 * SECOND;
            fixture.attempts = attempts;
            return fixture;
        }

        @Test
        void leavesTheServerAtWorkForNobody() {
            PlantRun run = new PlantRun(slow(retrying(1, SECOND, CompiledAttempts.UNBOUNDED, false)));
            long start = run.arrival(0, 0);

            assertEquals(0, run.endedAt(start + 2 * SECOND));
            assertEquals(2, run.residents());
            assertEquals(1, run.endedAt(start + 2 * SECOND + 50 * MILLI));
            assertEquals(2, run.residents());
            run.toTheEnd();

            assertEquals(20.0 * SECOND, run.plant.cpuUsedCoreNanos(0, 1000 * SECOND), SECOND / 1000.0);
            assertEquals(1, run.clients().statuses().get(0));
            assertEquals(2, run.balancer().statuses().get(OpenMinute.CLIENT_LEFT));
            assertConserved(run, 0);
        }

        @Test
        void stopsTheServerAtOnceIfItCancels() {
            PlantRun run = new PlantRun(slow(retrying(1, SECOND, CompiledAttempts.UNBOUNDED, true)));
            long start = run.arrival(0, 0);

            run.plant.advance(start + SECOND + 1);
            assertEquals(0, run.residents());
            run.toTheEnd();

            assertEquals(2.0 * SECOND, run.plant.cpuUsedCoreNanos(0, 1000 * SECOND), SECOND / 1000.0);
            assertConserved(run, 0);
        }

        @Test
        void leavesTheAcceptQueueIfItCancels() {
            PlantFixture fixture = PlantRun.burst(5);
            fixture.cpu = Quantiles.fixed(3.0 * SECOND);
            fixture.attempts = retrying(0, 2 * SECOND, CompiledAttempts.UNBOUNDED, true);
            PlantRun run = new PlantRun(fixture);

            run.toTheEnd();

            // Each is canceled after 2 s of work or waiting, so nobody is done and 4 s are the most that is worked.
            assertEquals(5, run.clients().failedTotal());
            assertTrue(run.plant.cpuUsedCoreNanos(0, 1000 * SECOND) <= 4.0 * SECOND);
            assertEquals(0, run.residents());
        }
    }

    @Nested
    class ARetry {

        @Test
        void countsItsLatencyFromTheIntendedStartOfTheRequest() {
            // Draws are exponential: a first attempt above 1 s is given up, a later one may be quick.
            PlantFixture fixture = new PlantFixture();
            fixture.concurrency = 1000;
            fixture.podMillis = 1_000_000;
            fixture.cpu = Quantiles.exponential(0.7 * SECOND);
            fixture.attempts = retrying(3, SECOND, CompiledAttempts.UNBOUNDED, false);
            PlantRun run = new PlantRun(fixture);

            run.toTheEnd();

            // P(attempt fails) = exp(-1/0.7) = 0.2397; up to 4 attempts.
            double p = Math.exp(-1 / 0.7);
            double requests = run.arrived();
            assertEquals(3000, requests);
            assertEquals((1 - Math.pow(p, 4)) / (1 - p), run.plant.attempts().sent() / requests, 0.03);
            assertEquals(Math.pow(p, 4), run.clients().failedTotal() / requests, 0.003);
            // Good ones after k retries took k x 1.05 s and less than 1 s more.
            LatencyHistogram latency = latency(run);
            assertTrue(latency.percentileNanos(0.7) < SECOND, "first attempts");
            assertTrue(latency.percentileNanos(0.85) > 1.05 * SECOND, "second attempts");
            assertTrue(latency.percentileNanos(0.999) > 3 * SECOND, "fourth attempts");
        }

        @Test
        void isNotSentAfterTheDeadlineOfItsRequest() {
            PlantFixture fixture = PlantRun.burst(1);
            fixture.cpu = Quantiles.fixed(100.0 * SECOND);
            fixture.clientTimeoutNanos = 2 * SECOND;
            fixture.attempts = retrying(20, 900 * MILLI, CompiledAttempts.UNBOUNDED, false);
            PlantRun run = new PlantRun(fixture);
            long start = run.arrival(0, 0);

            assertEquals(0, run.endedBefore(start + 2 * SECOND));
            assertEquals(1, run.endedAt(start + 2 * SECOND));
            run.toTheEnd();

            // At 0, 0.95 and 1.9 s.
            assertEquals(3, run.plant.attempts().sent());
        }

        @Test
        void answersErrorsAtOnceAndCountsThemAtTheLoadBalancerOneByOne() {
            PlantFixture fixture = PlantRun.burst(100);
            fixture.attempts = retrying(2, 0, CompiledAttempts.UNBOUNDED, false);
            PlantRun run = new PlantRun(fixture);
            run.world.targets().deregister(0, 0);

            run.toTheEnd();

            assertEquals(100, run.clients().failed().get(Cause.NO_TARGET));
            assertEquals(300, run.balancer().failed().get(Cause.NO_TARGET));
            assertEquals(300, run.plant.attempts().failed());
        }
    }

    @Nested
    class ABudget {

        @Test
        void boundsRetriesToItsShareOfTheRequestsHoweverManyFail() {
            PlantFixture fixture = new PlantFixture();
            fixture.attempts = retrying(3, 0, 0.1, false);
            PlantRun run = new PlantRun(fixture);
            run.world.targets().deregister(0, 0);

            run.toTheEnd();

            assertEquals(3000, run.arrived());
            assertEquals(300, run.plant.attempts().retries());
            assertEquals(3000, run.plant.attempts().refused());
        }

        @Test
        void forgetsRequestsAfterTenSeconds() {
            RetryBudget budget = new RetryBudget(0.5);
            for (int i = 0; i < 4; i++) {
                budget.deposit(0);
            }

            assertTrue(budget.withdraw(9 * SECOND));
            assertEquals(false, budget.withdraw(10 * SECOND));
            assertEquals(false, budget.withdraw(100 * SECOND));
        }

        @Test
        void letsNoRetryThroughWithoutRequests() {
            assertEquals(false, new RetryBudget(0.1).withdraw(0));
        }
    }

    @Nested
    class AHedge {

        @Test
        void isBoundedByABudgetOfItsOwn() {
            PlantFixture fixture = new PlantFixture();
            fixture.concurrency = 1000;
            fixture.podMillis = 1_000_000;
            fixture.cpu = Quantiles.fixed(SECOND);
            fixture.attempts = new CompiledAttempts(
                    0, false, waits(1, 5e7), 1, true, false, CompiledAttempts.UNBOUNDED, 1, 100 * MILLI, 0.1);

            PlantRun run = new PlantRun(fixture).toTheEnd();

            // All 3,000 are slow enough for a hedge.
            assertEquals(300, (double) run.plant.attempts().hedges(), 1);
            assertEquals(2700, (double) run.plant.attempts().refused(), 1);
        }

        /** Many workers, exponential work: the faster of two attempts wins. */
        private PlantRun run(CompiledAttempts attempts) {
            PlantFixture fixture = new PlantFixture();
            fixture.concurrency = 1000;
            fixture.podMillis = 1_000_000;
            fixture.cpu = Quantiles.exponential(0.1 * SECOND);
            fixture.arrivals = second -> 500;
            fixture.attempts = attempts;
            return new PlantRun(fixture).toTheEnd();
        }

        @Test
        void winsWhenItIsFirst() {
            PlantRun run = run(hedging(100 * MILLI, false));

            // Beyond 0.1 s the rest is the minimum of two exponentials: mean 0.1 (1 - 1/e) + (1/e) 0.05.
            double late = Math.exp(-1);
            assertEquals(late, run.plant.attempts().hedges() / (double) run.arrived(), 0.01);
            assertEquals(0.1 * (1 - late) + 0.05 * late, latency(run).meanNanos() / 1e9, 0.002);
            assertEquals(0, run.clients().failedTotal());
            assertConserved(run, 0);
        }

        @Test
        void costsOnlyTheWorkUntilTheFirstAnswerIfLosersAreCanceled() {
            double canceled = run(hedging(100 * MILLI, true)).plant.cpuUsedCoreNanos(0, 1000 * SECOND);
            double worked = run(hedging(100 * MILLI, false)).plant.cpuUsedCoreNanos(0, 1000 * SECOND);

            // Per request 0.1 s, and 1/e x 0.1 s for the hedges; canceled: two work for 0.05 s, after one worked for
            // less.
            double late = Math.exp(-1);
            assertEquals(30_000 * (0.1 + 0.1 * late) * SECOND, worked, 0.02 * worked);
            assertEquals(30_000 * 0.1 * SECOND, canceled, 0.02 * canceled);
        }
    }
}
