package dev.windtunnel.simulator.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.simulator.kernel.QuantileTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulator draws what the model says: mean and standard deviation of each kind, by a sweep over the uniforms. */
class TablesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Standard deviation in milliseconds, from the textbook's formula for the parameters.
                "7ms                                   | 0",
                "exponential(10ms)                     | 10",
                "normal(mean 10ms, sd 1ms)             | 1",
                "lognormal(mean 10ms, cv 0.6)          | 6",
                "gamma(mean 10ms, cv 0.5)              | 5",
                "gamma(mean 10ms, cv 2)                | 20",
                "erlang(k 4, mean 10ms)                | 5",
                "hyperexponential(mean 10ms, cv 3)     | 30",
                "hyperexponential(50% 5ms, 50% 15ms)   | 12.2474487",
                "pareto(min 1ms, max 4ms, alpha 2)     | 0.6304189",
                "weibull(mean 10ms, shape 1)           | 10",
                "uniform(0s, 12ms)                     | 3.4641016",
                "triangular(0s, 6ms, 12ms)             | 2.4494897",
                "empirical(10ms 50%, 20ms 50%)         | 5",
                "empirical(10ms 3, 20ms 1)             | 4.3301270",
            })
    void drawsWithTheMeanAndDeviationThatTheModelStates(String text, double deviationMillis) {
        Distribution distribution = Distribution.parse(text);
        QuantileTable table = Tables.nanos(distribution);
        double mean = 0;
        double square = 0;
        long count = 0;
        int step = 4093;
        for (long bits = step / 2; bits < 1L << 32; bits += step) {
            double value = table.sample((int) bits);
            assertTrue(value >= 0, text);
            mean += value;
            square += value * value;
            count++;
        }
        mean /= count;

        double deviation = Math.sqrt(Math.max(0, square / count - mean * mean));

        assertEquals(distribution.meanSeconds() * 1e9, mean, 1e-4 * mean);
        assertEquals(Tables.meanNanos(distribution), mean, 1e-4 * mean);
        assertEquals(deviationMillis * 1e6, deviation, 2e-3 * deviation + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "normal(mean 1ns, sd 1h)",
                "normal(mean 1h, sd 1ns)",
                "lognormal(median 30ms, sigma 5)",
                "lognormal(median 30ms, sigma 0.0001)",
                "gamma(mean 10ms, cv 0.01)",
                "gamma(mean 10ms, cv 100)",
                "erlang(k 10000, mean 10ms)",
                "hyperexponential(99.9999% 1ns, 0.0001% 1d)",
                "hyperexponential(mean 10ms, cv 500)",
                "pareto(min 1ns, max 30d, alpha 0.1)",
                "pareto(min 1ns, max 30d, alpha 100)",
                "pareto(min 1s, max 1.000000001s, alpha 1)",
                "weibull(mean 10ms, shape 0.2)",
                "weibull(mean 10ms, shape 100)"
            })
    void staysFiniteAndRisingAtTheEdgeOfWhatIsAllowed(String text) {
        QuantileTable table = Tables.nanos(Distribution.parse(text));

        double last = 0;
        for (long bits = 0; bits < 1L << 32; bits += bits < 1 << 16 || bits > (1L << 32) - (1 << 16) ? 1 : 65_521) {
            double value = table.sample((int) bits);
            assertTrue(value >= last && value < 1e30, text + ", bits " + bits + ": " + last + " then " + value);
            last = value;
        }
        assertTrue(last > 0, text);
    }
}
