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

    @ParameterizedTest
    @CsvSource({"0.10, 1", "0.10, 5", "0.25, 1", "0.03, 5"})
    void isOnePlusMeanTimesSquaredCv(double cv, int minutes) {
        UserCounts counts = counts(864_000, cv, Duration.ofMinutes(minutes));

        double[] bySecond = meanAndDispersion(counts, 1);
        double[] byMinute = meanAndDispersion(counts, 60);

        // 10 requests a second, 600 a minute. Some 17,000 blocks of five minutes estimate a variance to 1.1 %.
        assertEquals(10, bySecond[0], 10 * 4 * cv / Math.sqrt(DAYS * 1440.0 / minutes) + 0.01);
        assertEquals(1 + 10 * cv * cv, bySecond[1], 0.02 + 0.05 * 10 * cv * cv);
        assertEquals(1 + 600 * cv * cv, byMinute[1], 0.05 * (1 + 600 * cv * cv));
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
