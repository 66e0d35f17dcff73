package dev.windtunnel.simulator.verdict;

import dev.windtunnel.model.scenario.Scenario;
import dev.windtunnel.model.workload.TrafficSource;
import dev.windtunnel.simulator.result.MinuteOutcome;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.Series;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much the numbers of arriving requests varied: their index of dispersion, variance over mean, for seconds and for
 * minutes (workload sheet, section 5). Measured inside whole quarters of an hour and pooled, which takes most of the daily
 * shape out: the sum of the quarters' variances over the sum of their means. Independent requests at a steady rate give 1.
 *
 * @param quarters whole quarters of an hour that it was measured in
 * @param bySecond measured, for seconds
 * @param byMinute measured, for minutes
 * @param expectedBySecond what independent requests give whose rate wanders as the traffic's noise says
 * @param expectedByMinute the same, for minutes
 */
public record Burstiness(
        int quarters, double bySecond, double byMinute, double expectedBySecond, double expectedByMinute) {

    private static final int MINUTES = 15;
    private static final int SECONDS = 900;

    /** The gauge that holds the sum of the squared numbers of a minute's seconds. */
    private static final String SQUARES = "arrivals.squares";

    /** Of a run; empty if it has no whole quarter of an hour with requests. */
    public static Optional<Burstiness> of(RunResult result, Scenario scenario) {
        Optional<Series> squares = result.series().stream()
                .filter(series -> series.metric().equals(SQUARES))
                .findFirst();
        return squares.flatMap(its -> of(result.minutes(), its.values(), noise(scenario)));
    }

    private static TrafficSource.@Nullable Noise noise(Scenario scenario) {
        return scenario.traffic() instanceof TrafficSource.Users users ? users.noise() : null;
    }

    private static Optional<Burstiness> of(
            List<MinuteOutcome> minutes, List<Double> squares, TrafficSource.@Nullable Noise noise) {
        int quarters = Math.min(minutes.size(), squares.size()) / MINUTES;
        double sum = 0;
        double sumOfSquares = 0;
        double secondVariances = 0;
        double minuteVariances = 0;
        for (int quarter = 0; quarter < quarters; quarter++) {
            double arrived = 0;
            double squaredSeconds = 0;
            double squaredMinutes = 0;
            for (int minute = quarter * MINUTES; minute < (quarter + 1) * MINUTES; minute++) {
                double inMinute = minutes.get(minute).arrived();
                arrived += inMinute;
                squaredMinutes += inMinute * inMinute;
                squaredSeconds += squares.get(minute);
            }
            sum += arrived;
            sumOfSquares += arrived * arrived;
            secondVariances += (squaredSeconds - arrived * arrived / SECONDS) / (SECONDS - 1);
            minuteVariances += (squaredMinutes - arrived * arrived / MINUTES) / (MINUTES - 1);
        }
        if (sum == 0) {
            return Optional.empty();
        }
        double weight = sumOfSquares / sum;
        return Optional.of(new Burstiness(
                quarters,
                secondVariances / (sum / SECONDS),
                minuteVariances / (sum / MINUTES),
                1 + weight / SECONDS * wandering(noise, 1),
                1 + weight / MINUTES * wandering(noise, 60)));
    }

    /**
     * Variance of a noise's means over intervals around their mean over a quarter: with n intervals, of the variance v(T) that
     * the noise's mean over a time T has, n / (n - 1) (v(interval) - v(quarter)).
     */
    private static double wandering(TrafficSource.@Nullable Noise noise, int intervalSeconds) {
        if (noise == null) {
            return 0;
        }
        double intervals = (double) SECONDS / intervalSeconds;
        double correlationSeconds = noise.correlation().toNanos() / 1e9;
        return noise.cv()
                * noise.cv()
                * intervals
                / (intervals - 1)
                * (left(intervalSeconds / correlationSeconds) - left(SECONDS / correlationSeconds));
    }

    /** Share of a variance that is left in a mean over x correlation times, the correlation falling exponentially. */
    private static double left(double x) {
        // Below, the difference has lost its digits; its series is 1 - x / 3.
        return x < 1e-4 ? 1 - x / 3 : 2 * (x - 1 + StrictMath.exp(-x)) / (x * x);
    }
}
