package dev.windtunnel.simulator.analytic;

import static dev.windtunnel.simulator.analytic.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten thousand servers, extreme loads, formulas that must meet, and naive twins. */
class LargeAndEdgeTest {

    @ParameterizedTest
    @CsvSource({"1, 0.3", "10, 12", "1000, 950", "10000, 9900", "10000, 12000"})
    void blocksLikeThePoissonLawSays(int servers, double load) {
        PoissonDistribution poisson = new PoissonDistribution(null, load, 1e-14, 1_000_000);

        // B = P(N = c) / P(N <= c) for N Poisson with the offered load.
        assertNear(
                poisson.probability(servers) / poisson.cumulativeProbability(servers),
                ErlangB.blocking(servers, load),
                1e-8);
    }

    @Test
    void sizesToTheFirstThatSuffices() {
        int servers = ErlangB.serversFor(9_000, 0.001);

        assertTrue(ErlangB.blocking(servers, 9_000) <= 0.001);
        assertTrue(ErlangB.blocking(servers - 1, 9_000) > 0.001);
        int pooled = ErlangC.serversFor(90_000, 0.1, 0.005, 0.01);
        assertTrue(new ErlangC(90_000, pooled, 0.1).waitSurvival(0.005) <= 0.01);
        assertTrue(new ErlangC(90_000, pooled - 1, 0.1).waitSurvival(0.005) > 0.01);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 40, 10_000})
    void hasNoSteadyStateAtFullLoad(int servers) {
        ErlangC queue = new ErlangC(servers, servers, 1);

        assertEquals(1, queue.probabilityOfWaiting());
        assertEquals(Double.POSITIVE_INFINITY, queue.meanSojourn());
        assertEquals(Double.POSITIVE_INFINITY, queue.sojournQuantile(0.5));
        assertEquals(1, queue.waitSurvival(1e9));
        assertEquals(Double.POSITIVE_INFINITY, GeneralQueue.sakasegawaWait(servers, servers, 1, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.7", "4, 3.2", "4, 3.0000001", "100, 90", "10000, 9900"})
    void integratesItsSurvivalToItsMean(int servers, double load) {
        ErlangC queue = new ErlangC(load, servers, 1);

        double integral = integral(queue::sojournSurvival, 60 + 60 * queue.meanWaitOfThoseWhoWait());

        assertNear(queue.meanSojourn(), integral, 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1, 1, 50", "3, 1, 1, 10", "100, 100, 1, 300", "1200, 1000, 1, 1010", "4, 2, 1, 3000"})
    void boundsTheQueueAndStaysConsistent(double rate, int servers, double service, int capacity) {
        FiniteQueue queue = new FiniteQueue(rate, servers, service, capacity);

        double integral = integral(queue::sojournSurvival, 40 + 3 * queue.meanSojourn());

        assertNear(queue.meanSojourn(), queue.meanWait() + service, 1e-9);
        assertNear(queue.meanSojourn(), integral, 3e-5);
    }

    @Test
    void isErlangBWithoutRoomAndErlangCWithAllRoom() {
        assertNear(ErlangB.blocking(50, 45), new FiniteQueue(45, 50, 1, 50).blocking());
        assertNear(ErlangB.blocking(10_000, 12_000), new FiniteQueue(12_000, 10_000, 1, 10_000).blocking());
        assertNear(new ErlangC(45, 50, 1).meanSojourn(), new FiniteQueue(45, 50, 1, 1_000).meanSojourn());
    }

    @ParameterizedTest
    @CsvSource({"45, 50, 100", "9900, 10000, 3", "15000, 10000, 0.5", "3, 1, 2", "0.001, 10000, 1"})
    void losesPatienceLikeABirthDeathChain(double rate, int servers, double patience) {
        ImpatientQueue queue = ImpatientQueue.exponential(rate, servers, 1, patience);

        int last = (int) (2 * Math.max(servers, rate) + 100 * patience * rate + 200);
        double[] p = BirthDeath.probabilities(
                Math.min(last, 400_000), n -> rate, n -> Math.min(n, servers) + Math.max(0, n - servers) / patience);
        double waiting = 0;
        double queueLength = 0;
        for (int n = servers; n < p.length; n++) {
            waiting += p[n];
            queueLength += (n - servers) * p[n];
        }

        assertEquals(waiting, queue.probabilityOfWaiting(), 1e-8);
        assertEquals(queueLength / rate / patience, queue.abandonment(), 1e-8);
        assertNear(queueLength, queue.meanQueueLength(), 1e-7);
    }

    @Test
    void isErlangCForEndlessPatience() {
        ErlangC patient = new ErlangC(9, 10, 1);

        ImpatientQueue queue = ImpatientQueue.timeout(9, 10, 1, 1_000);

        assertNear(patient.meanWait(), queue.meanWaitOfServed());
        assertNear(patient.sojournQuantile(0.99), queue.servedSojournQuantile(0.99));
        assertEquals(0, queue.abandonment(), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.95, 1.0, 1.5, 40, 650})
    void throttlesWhatDoesNotFit(double load) {
        double throttled = new TokenBucket(10, 300).throttled(10 * load);

        assertTrue(throttled >= Math.max(0, 1 - 1 / load) - 1e-12, () -> "passes more than the rate: " + throttled);
        assertTrue(throttled <= new TokenBucket(10, 30).throttled(10 * load) + 1e-15, "a larger burst passes more");
    }

    @Test
    void throttlesWithOneTokenAsAServerWithoutQueue() {
        // M/D/1/1 is Erlang B with one server.
        assertNear(ErlangB.blocking(1, 0.7), new TokenBucket(10, 1).throttled(7));
        assertEquals(0, new TokenBucket(10, 1).throttled(0));
    }

    @Test
    void settlesToTheSteadyStateOverTime() {
        ErlangC steady = new ErlangC(8, 10, 1);

        TransientQueue queue = TransientQueue.empty(8, 10, 1, 300).advanceTo(300);

        assertNear(steady.meanInSystem(), queue.meanInSystem(), 1e-6);
        assertNear(steady.probabilityOfWaiting(), queue.probabilityOfWaiting(), 1e-6);
    }

    @Test
    void followsASineLikeUnlimitedServers() {
        InfiniteServers sine = new InfiniteServers(10, 6, 60, 2);
        TransientQueue queue =
                TransientQueue.empty(t -> 10 + 6 * StrictMath.sin(2 * StrictMath.PI * t / 60), 0.1, 150, 2, 150);

        assertNear(sine.meanBusy(135), queue.advanceTo(135).meanInSystem(), 1e-5);
    }

    @Test
    void refusesToGoBackInTime() {
        TransientQueue queue = TransientQueue.empty(1, 1, 0.5, 10).advanceTo(2);

        assertThrows(IllegalArgumentException.class, () -> queue.advanceTo(1));
    }

    @Test
    void takesRenewalQueuesWithPoissonArrivalsForMm1() {
        assertNear(0.8, RenewalQueue.roundRobin(80, 1, 0.01).waiting());
        assertThrows(IllegalArgumentException.class, () -> RenewalQueue.constantGaps(0.01, 0.01));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesRatesThatAreNone(double rate) {
        assertThrows(IllegalArgumentException.class, () -> new ErlangC(rate, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new FiniteQueue(rate, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> ImpatientQueue.timeout(rate, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new TokenBucket(rate, 1));
    }

    /** Simpson's rule. */
    private static double integral(DoubleUnaryOperator of, double to) {
        int steps = 4_000;
        double h = to / steps;
        double sum = of.applyAsDouble(0) + of.applyAsDouble(to);
        for (int i = 1; i < steps; i++) {
            sum += (i % 2 == 0 ? 2 : 4) * of.applyAsDouble(i * h);
        }
        return sum * h / 3;
    }
}
