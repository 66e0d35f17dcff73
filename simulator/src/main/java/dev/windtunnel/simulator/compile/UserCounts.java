package dev.windtunnel.simulator.compile;

import dev.windtunnel.model.workload.TrafficSource;
import dev.windtunnel.simulator.kernel.CountsBySecond;
import dev.windtunnel.simulator.kernel.Keys;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests of daily users, or sessions where their traffic has these: a Poisson number in each second, whose mean follows the local hour (workload sheet, section 1).
 * The mean is constant within a quarter of an hour, as all time zones change their clocks on quarters.
 */
final class UserCounts implements CountsBySecond {

    /** Weekday hours of a single-region site, mean 1 (workload sheet, section 2: NASA, July 1995). */
    private static final List<Double> WEEKDAY = List.of(
            0.69, 0.57, 0.52, 0.43, 0.38, 0.38, 0.43, 0.72, 1.14, 1.37, 1.40, 1.53, 1.62, 1.62, 1.64, 1.63, 1.56, 1.23,
            0.98, 0.87, 0.82, 0.84, 0.81, 0.80);

    private static final int QUARTER_SECONDS = 900;

    /** Seconds have the numbers from 0 of the key, the noise has this one. */
    private static final long NOISE = -1;

    /** Larger means are split, so that exp(-mean) keeps its digits. */
    private static final double LARGEST_MEAN = 500;

    /** By quarters of the local clock, the first one being that in which the scenario starts. */
    private final double[] ratePerSecond;

    private final int intoQuarter;
    private final int horizonSeconds;
    private final long key;
    private final @Nullable RateNoise noise;

    UserCounts(TrafficSource.Users users, ZonedDateTime start, Duration duration, long key) {
        this.key = key;
        TrafficSource.Noise written = users.noise();
        noise = written == null || written.cv() == 0 ? null : new RateNoise(written, Keys.mix(key, NOISE));
        horizonSeconds = (int) duration.plusNanos(999_999_999).toSeconds();
        List<Double> given = users.hours();
        List<Double> hours = given == null ? WEEKDAY : given;
        double sum = hours.stream().mapToDouble(hour -> hour).sum();
        double sessionsPerDay = users.daily() * users.sessionsPerUser();
        double perDay =
                users.sessions() != null ? sessionsPerDay : sessionsPerDay * users.pages() * users.callsPerPage();
        int quarters = (int) (duration.toSeconds() / QUARTER_SECONDS + 2);
        ratePerSecond = new double[quarters];
        intoQuarter = (start.getMinute() * 60 + start.getSecond()) % QUARTER_SECONDS;
        ZonedDateTime onQuarter = start.minusSeconds(intoQuarter);
        for (int quarter = 0; quarter < quarters; quarter++) {
            int hour = onQuarter.plusSeconds((long) quarter * QUARTER_SECONDS).getHour();
            ratePerSecond[quarter] = perDay * hours.get(hour) / sum / 3600;
        }
    }

    @Override
    public double peakPerSecond() {
        return Arrays.stream(ratePerSecond).max().orElse(0);
    }

    @Override
    public int count(int second) {
        if (second >= horizonSeconds) {
            return 0;
        }
        double mean = ratePerSecond[(second + intoQuarter) / QUARTER_SECONDS];
        return poissonOfParts(noise == null ? mean : mean * noise.factor(second), Keys.mix(key, second));
    }

    /** A Poisson number of any mean: the sum of several of smaller means. */
    static int poissonOfParts(double mean, long secondKey) {
        int parts = (int) Math.ceil(mean / LARGEST_MEAN);
        int count = 0;
        for (int part = 0; part < parts; part++) {
            count += poisson(mean / parts, Keys.unit(Keys.draw(secondKey, part)));
        }
        return count;
    }

    /** Inversion by sequential search: smallest n whose cumulative probability reaches the uniform. */
    static int poisson(double mean, double uniform) {
        double probability = StrictMath.exp(-mean);
        double cumulative = probability;
        int n = 0;
        while (cumulative < uniform) {
            n++;
            probability *= mean / n;
            double next = cumulative + probability;
            if (next == cumulative && n > mean) {
                return n; // Rounding may end the sum just below the largest uniforms.
            }
            cumulative = next;
        }
        return n;
    }
}
