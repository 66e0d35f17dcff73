package dev.windtunnel.simulator.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.workload.TrafficSource;
import dev.windtunnel.simulator.result.MinuteOutcome;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.Series;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class BurstinessTest {

    /** A result in which so many requests arrive in each second. */
    private static RunResult result(int minutes, IntUnaryOperator arrivedInSecond) {
        List<MinuteOutcome> outcomes = new ArrayList<>();
        List<Double> squares = new ArrayList<>();
        for (int minute = 0; minute < minutes; minute++) {
            long arrived = 0;
            double squared = 0;
            for (int second = minute * 60; second < (minute + 1) * 60; second++) {
                long inSecond = arrivedInSecond.applyAsInt(second);
                arrived += inSecond;
                squared += inSecond * inSecond;
            }
            outcomes.add(new MinuteOutcome(minute, arrived, Minimal.view(0), Minimal.view(0)));
            squares.add(squared);
        }
        Series series = new Series("arrivals.squares", "1", new TreeMap<>(), squares);
        return Minimal.result(List.of(), outcomes, List.of(series), List.of(), List.of());
    }

    private static Burstiness measured(RunResult result) {
        return Burstiness.of(result, Minimal.scenario()).orElseThrow();
    }

    @Test
    void isNothingWhereEverySecondIsAlike() {
        Burstiness steady = measured(result(15, _ -> 7));

        assertEquals(new Burstiness(1, 0, 0, 1, 1), steady);
    }

    /** Of 900 values 0 and 4 in turn the variance is 900 / 899 x 4 around a mean of 2; each minute has 120. */
    @Test
    void isVarianceOverMean() {
        Burstiness alternating = measured(result(15, second -> second % 2 * 4));

        assertEquals(900.0 / 899 * 4 / 2, alternating.bySecond(), 1e-12);
        assertEquals(0, alternating.byMinute());
    }

    /** Minutes of 60 and of 120 in turn, eight and seven: mean 88, squares 60^2 x 8 + 120^2 x 7. */
    @Test
    void tellsMinutesFromSeconds() {
        Burstiness byMinute = measured(result(15, second -> 1 + second / 60 % 2));

        double variance = (8 * 60.0 * 60 + 7 * 120.0 * 120 - 15 * 88.0 * 88) / 14;
        assertEquals(variance / 88, byMinute.byMinute(), 1e-12);
        assertEquals(
                (8 * 60 + 7 * 60 * 4 - 900 * (88 / 60.0) * (88 / 60.0)) / 899 / (88 / 60.0),
                byMinute.bySecond(),
                1e-12);
    }

    @Test
    void leavesOutTheStepFromQuarterToQuarterAndWhatIsLeftOfAQuarter() {
        Burstiness rising = measured(result(44, second -> 5 * (second / 900)));

        assertEquals(new Burstiness(2, 0, 0, 1, 1), rising);
    }

    @Test
    void isNotThereWithoutAQuarterOrWithoutRequests() {
        assertTrue(Burstiness.of(result(14, _ -> 7), Minimal.scenario()).isEmpty());
        assertTrue(Burstiness.of(result(30, _ -> 0), Minimal.scenario()).isEmpty());
        assertTrue(Burstiness.of(Minimal.result(), Minimal.scenario()).isEmpty());
    }

    /**
     * With x the interval in correlation times, a mean over it keeps 2 (x - 1 + exp(-x)) / x^2 of the noise's variance: 0.9365
     * of a minute and 0.9989 of a second at 300 s, and 0.4555 of a quarter, which the measurement takes away.
     */
    @Test
    void expectsWhatTheNoiseLeavesInsideAQuarter() {
        TrafficSource users = new TrafficSource.Users(
                100,
                1,
                1,
                1,
                new Distribution.Fixed(1),
                null,
                new TrafficSource.Noise(0.2, Duration.ofMinutes(5)),
                null);

        Burstiness steady = Burstiness.of(result(15, _ -> 10), Minimal.scenario(null, users))
                .orElseThrow();

        assertEquals(1 + 10 * 0.04 * 900 / 899 * (0.998890 - 0.455508), steady.expectedBySecond(), 1e-4);
        assertEquals(1 + 600 * 0.04 * 15 / 14 * (0.936538 - 0.455508), steady.expectedByMinute(), 1e-3);
    }
}
