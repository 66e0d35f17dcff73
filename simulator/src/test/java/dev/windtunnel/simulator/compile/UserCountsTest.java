package dev.windtunnel.simulator.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.workload.TrafficSource;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserCountsTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final List<Double> FLAT = Collections.nCopies(24, 1.0);

    /** As many daily users as give so many requests a second with a flat day: one session, one page, one call each. */
    private static UserCounts counts(long requestsPerDay, List<Double> hours, ZonedDateTime start, Duration duration) {
        TrafficSource.Users users =
                new TrafficSource.Users(requestsPerDay, 1, 1, 1, new Distribution.Fixed(30), hours, null, null);
        return new UserCounts(users, start, duration, 99);
    }

    private static ZonedDateTime midnight(int month, int day) {
        return LocalDate.of(2026, month, day).atStartOfDay(NEW_YORK);
    }

    private static double sum(UserCounts counts, int fromSecond, int toSecond) {
        double sum = 0;
        for (int second = fromSecond; second < toSecond; second++) {
            sum += counts.count(second);
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 1, 17.5, 499, 501, 2600})
    void drawsAPoissonNumberEachSecond(double rate) {
        UserCounts counts = counts((long) (rate * 86_400), FLAT, midnight(6, 1), Duration.ofDays(1));
        int seconds = 40_000;

        double sum = 0;
        double squares = 0;
        for (int second = 0; second < seconds; second++) {
            double count = counts.count(second);
            sum += count;
            squares += (count - rate) * (count - rate);
        }

        // Standard errors of the mean and of the variance of a Poisson number; five of them.
        assertEquals(rate, sum / seconds, 5 * Math.sqrt(rate / seconds));
        assertEquals(rate, squares / seconds, 5 * Math.sqrt((rate + 2 * rate * rate) / seconds));
    }

    @Test
    void invertsThePoissonDistribution() {
        for (double mean : new double[] {0.1, 3, 40, 500}) {
            PoissonDistribution textbook = new PoissonDistribution(mean);
            for (double uniform = 0.0007; uniform < 1; uniform += 0.0101) {
                int found = UserCounts.poisson(mean, uniform);

                String where = "mean " + mean + ", uniform " + uniform;
                assertTrue(textbook.cumulativeProbability(found) >= uniform - 1e-9, where);
                assertTrue(textbook.cumulativeProbability(found - 1) < uniform + 1e-9, where);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 30, 250, 333.3, 499, 500})
    void drawsAPlausibleNumberFromTheLargestUniform(double mean) {
        int most = UserCounts.poisson(mean, Math.nextDown(1.0));

        assertTrue(most < mean + 12 * Math.sqrt(mean) + 20, "drew " + most);
    }

    @Test
    void followsTheHoursOfTheDay() {
        List<Double> hours = new ArrayList<>(FLAT);
        hours.set(9, 5.0);
        hours.set(20, 0.0);
        UserCounts counts = counts(270_000, hours, midnight(6, 1), Duration.ofDays(1));

        // The weights add up to 27: an hour of weight 1 has 10,000 requests.
        assertEquals(10_000, sum(counts, 8 * 3600, 9 * 3600), 500);
        assertEquals(50_000, sum(counts, 9 * 3600, 10 * 3600), 1120);
        assertEquals(10_000, sum(counts, 10 * 3600, 11 * 3600), 500);
        assertEquals(0, sum(counts, 20 * 3600, 21 * 3600));
        assertEquals(270_000, sum(counts, 0, 86_400), 2700);
    }

    @Test
    void readsTheHourOffTheLocalClock() {
        List<Double> onlyNine = new ArrayList<>(Collections.nCopies(24, 0.0));
        onlyNine.set(9, 1.0);

        UserCounts counts = counts(10_000, onlyNine, midnight(6, 1).plusHours(7).plusMinutes(30), Duration.ofHours(4));

        assertEquals(0, sum(counts, 0, 5400));
        assertEquals(10_000, sum(counts, 5400, 9000), 500);
        assertEquals(0, sum(counts, 9000, 14_400));
    }

    @Test
    void answersASecondTheSameInAnyOrderOfAsking() {
        UserCounts counts = counts(8_640_000, FLAT, midnight(6, 1), Duration.ofHours(1));
        UserCounts backward = counts(8_640_000, FLAT, midnight(6, 1), Duration.ofHours(1));

        List<Integer> one = new ArrayList<>();
        List<Integer> other = new ArrayList<>();
        for (int second = 0; second < 3600; second++) {
            one.add(counts.count(second));
            other.add(backward.count(3599 - second));
        }

        assertEquals(one, other.reversed());
    }

    @Test
    void hasNothingBeyondTheHorizon() {
        UserCounts counts = counts(8_640_000, FLAT, midnight(6, 1), Duration.ofMinutes(10));

        assertTrue(sum(counts, 0, 600) > 50_000);
        assertEquals(0, sum(counts, 600, 4000));
    }

    @Nested
    class OnADayOfTwentyThreeHours {

        private final List<Double> hours = new ArrayList<>(FLAT);

        OnADayOfTwentyThreeHours() {
            hours.set(2, 77.0);
        }

        @Test
        void hasNoTrafficOfTheHourThatIsSkipped() {
            UserCounts counts = counts(1_000_000, hours, midnight(3, 8), Duration.ofHours(23));

            // Two o'clock does not happen; 23 hours of 10,000 remain.
            assertEquals(230_000, sum(counts, 0, 23 * 3600), 2500);
            for (int hour = 0; hour < 23; hour++) {
                assertEquals(10_000, sum(counts, hour * 3600, hour * 3600 + 3600), 550, "hour " + hour);
            }
        }

        @Test
        void hasItOnTheDayBefore() {
            UserCounts counts = counts(1_000_000, hours, midnight(3, 7), Duration.ofHours(24));

            assertEquals(770_000, sum(counts, 2 * 3600, 3 * 3600), 4500);
        }
    }

    @Test
    void repeatsTheHourThatHappensTwice() {
        List<Double> hours = new ArrayList<>(Collections.nCopies(24, 0.0));
        hours.set(1, 1.0);

        UserCounts counts = counts(10_000, hours, midnight(11, 1), Duration.ofHours(25));

        assertEquals(0, sum(counts, 0, 3600));
        assertEquals(10_000, sum(counts, 3600, 2 * 3600), 500);
        assertEquals(10_000, sum(counts, 2 * 3600, 3 * 3600), 500);
        assertEquals(0, sum(counts, 3 * 3600, 25 * 3600));
    }
}
