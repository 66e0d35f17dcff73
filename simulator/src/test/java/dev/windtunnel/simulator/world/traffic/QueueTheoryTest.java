package dev.windtunnel.simulator.world.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.analytic.ErlangC;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.metric.LatencyHistogram;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where asking takes no time, a queue and its workers are a queue with so many servers. */
class QueueTheoryTest {

    private static final long SECOND = QueueFixture.SECOND;

    private static QueueFixture poisson(double perSecond, long seed) {
        QueueFixture fixture = new QueueFixture();
        PoissonDistribution counts = new PoissonDistribution(perSecond);
        long key = Keys.named(seed, "test/counts");
        fixture.messages = second -> counts.inverseCumulativeProbability(Keys.unit(Keys.mix(key, second)));
        fixture.plant.seed = seed;
        return fixture;
    }

    private static LatencyHistogram latencyMicros(ExactPlant plant) {
        LatencyHistogram dense = new LatencyHistogram();
        plant.queueCounts(QueueFixture.ORDERS).latencyMicros().addTo(dense);
        return dense;
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 0.6", "1, 5, 4.2", "5, 2, 8.5"})
    void waitsAsErlangSays(int pods, int threads, double perSecond) {
        int replications = 10;
        double[] means = new double[replications];
        int servers = pods * threads;
        for (int i = 0; i < replications; i++) {
            QueueFixture fixture = poisson(perSecond, 100 + i);
            fixture.plant.pods = pods;
            fixture.plant.concurrency = threads;
            fixture.plant.cpu = Quantiles.exponential(1e9);
            fixture.visibilityNanos = 40_000 * SECOND;
            ExactPlant plant = fixture.runUntil(Math.round(150_000 / perSecond) * SECOND);
            means[i] = latencyMicros(plant).meanNanos() / 1e6;
        }

        double mean = 0;
        for (double one : means) {
            mean += one / replications;
        }
        double squares = 0;
        for (double one : means) {
            squares += (one - mean) * (one - mean);
        }
        double standardError = Math.sqrt(squares / (replications - 1) / replications);
        double expected = new ErlangC(perSecond, servers, 1.0).meanWait() + 1;
        assertEquals(expected, mean, 4 * standardError + 0.001 * expected, "standard error " + standardError);
        assertTrue(standardError < 0.05 * expected, "standard error " + standardError);
    }

    @ParameterizedTest
    @CsvSource({"0.5", "1", "2", "3"})
    void givesOutAgainWhatTakesLongerThanTheVisibilityTimeout(double visibilitySeconds) {
        // A receive is not the last one of its message if its work, exponential with mean 1 s, outlasts the timeout;
        // there is
        // always a thread free to receive it again.
        QueueFixture fixture = poisson(20, 3);
        fixture.plant.concurrency = 2000;
        fixture.plant.cpu = Quantiles.exponential(1e9);
        fixture.visibilityNanos = (long) (visibilitySeconds * SECOND);
        ExactPlant plant = fixture.runUntil(5000 * SECOND);

        QueueCounts counts = plant.queueCounts(QueueFixture.ORDERS);

        double share = Math.exp(-visibilitySeconds);
        double got = (double) counts.redelivered() / counts.received();
        double error = Math.sqrt(share * (1 - share) / counts.received());
        assertEquals(share, got, 4 * error);
        // Work does not remember: (N - 1) timeouts and the rest of the last attempt are 1 s in the mean.
        assertEquals(1.0, latencyMicros(plant).meanNanos() / 1e6, 0.02);
        // Whoever was overtaken deletes in vain, sooner or later.
        assertEquals((double) counts.redelivered(), (double) counts.late(), 0.01 * counts.redelivered());
    }

    @Test
    void triesAgainAsOftenAsAttemptsFail() {
        QueueFixture fixture = poisson(20, 5);
        fixture.plant.concurrency = 200;
        fixture.errors = 0.3;
        fixture.visibilityNanos = 2 * SECOND;

        QueueCounts counts = fixture.runUntil(2000 * SECOND).queueCounts(QueueFixture.ORDERS);

        double error = Math.sqrt(0.3 * 0.7 / counts.received());
        assertEquals(0.3, (double) counts.failed() / counts.received(), 4 * error + 0.001);
        assertEquals(0.3, (double) counts.redelivered() / counts.received(), 4 * error + 0.002);
    }
}
