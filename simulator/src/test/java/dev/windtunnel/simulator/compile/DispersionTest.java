package dev.windtunnel.simulator.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.workload.TrafficSource;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much counts of users' requests vary: index of dispersion, variance over mean. */
class DispersionTest {

    private static final List<Double> FLAT = Collections.nCopies(24, 1.0);
    private static final int DAYS = 60;

    private static UserCounts counts(long requestsPerDay, double cv, Duration correlation) {
        TrafficSource.Users users = new TrafficSource.Users(
                requestsPerDay,
                1,
                1,
                1,
                new Distribution.Fixed(30),
                FLAT,
                new TrafficSource.Noise(cv, correlation),
                null);
        return new UserCounts(users, ZonedDateTime.parse("2026-06-01T00:00:00Z"), Duration.ofDays(DAYS), 4711);
    }

    /** Of consecutive intervals of so many seconds. */
    private static double[] meanAndDispersion(UserCounts counts, int seconds) {
        int intervals = DAYS * 86_400 / seconds;
        double sum = 0;
        double squares = 0;
        for (int interval = 0; interval < intervals; interval++) {
            double count = 0;
            for (int second = interval * seconds; second < (interval + 1) * seconds; second++) {
                count += counts.count(second);
            }
            sum += count;
            squares += count * count;
        }
        double mean = sum / intervals;
        return new double[] {mean, (squares / intervals - mean * mean) / mean};
    }

    /** Of noise, how much of its variance is left in the mean over an interval: x is the interval in correlation times. */
    private static double left(double x) {
        return 2 * (x - 1 + Math.exp(-x)) / (x * x);
    }

    @ParameterizedTest
    @CsvSource({"0.10, 60", "0.10, 300", "0.25, 90", "0.03, 300", "1, 120"})
    void isOnePlusWhatIsLeftOfTheNoise(double cv, int correlationSeconds) {
        UserCounts counts = counts(864_000, cv, Duration.ofSeconds(correlationSeconds));

        double[] bySecond = meanAndDispersion(counts, 1);
        double[] byMinute = meanAndDispersion(counts, 60);
        double[] byQuarter = meanAndDispersion(counts, 900);

        // 10 requests a second, 600 a minute. The noise is worth as many independent values as it has spans of two
        // correlation
        // times, some 8,600 of five minutes: enough to know its variance to 3 %, or 5 % where it is skewed.
        double independent = DAYS * 86_400 / (2.0 * correlationSeconds);
        assertEquals(10, bySecond[0], 10 * 4 * cv / Math.sqrt(independent) + 0.01);
        double tolerance = (0.06 + 0.1 * cv) * Math.sqrt(8640 / independent);
        for (double[] measured : List.of(
                new double[] {1, bySecond[1]}, new double[] {60, byMinute[1]}, new double[] {900, byQuarter[1]})) {
            double noise = 10 * measured[0] * cv * cv * left(measured[0] / correlationSeconds);
            assertEquals(
                    1 + noise,
                    measured[1],
                    0.01 + 4 * Math.sqrt(2 * measured[0] / (DAYS * 86_400)) + tolerance * noise);
        }
    }

    @Test
    void isOneWithoutNoise() {
        UserCounts counts = counts(864_000, 0, Duration.ofMinutes(5));

        assertEquals(1, meanAndDispersion(counts, 1)[1], 0.01);
        assertEquals(1, meanAndDispersion(counts, 60)[1], 0.03);
    }

    @Test
    void generatesAnySecondAlone() {
        UserCounts forward = counts(86_400_000, 0.2, Duration.ofMinutes(5));
        UserCounts backward = counts(86_400_000, 0.2, Duration.ofMinutes(5));
        int[] expected = new int[7200];
        for (int second = 0; second < expected.length; second++) {
            expected[second] = forward.count(second);
        }

        boolean varies = false;
        for (int second = expected.length - 1; second >= 0; second--) {
            assertEquals(expected[second], backward.count(second), "second " + second);
            varies |= Math.abs(expected[second] - 1000) > 150;
        }
        assertTrue(varies);
    }
}
