package dev.windtunnel.simulator.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarmUpTest {

    @Test
    void endsWhereStatMser5Says() {
        Truncation cut = WarmUp.cut(DecayingSeries.values());

        Truncation.After after = assertInstanceOf(Truncation.After.class, cut);
        assertEquals(15, after.batches());
        assertEquals(75, after.observations());
        assertEquals(10.02925231, after.mean(), 10e-6);
        assertEquals(10.5580125, Moments.mean(DecayingSeries.values()), 10e-6);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isFoundLikeByTheFormulaWrittenOut(long seed) {
        double[] noise = new RandomSeries(seed).autoregression(503, 50, 0.7);
        double[] series = IntStream.range(0, noise.length)
                .mapToDouble(i -> noise[i] - 30 * StrictMath.exp(-i / 40.0))
                .toArray();

        Truncation cut = WarmUp.cut(series);

        assertEquals(
                naiveCut(series), assertInstanceOf(Truncation.After.class, cut).batches());
    }

    @Test
    void isOutOfReachForARunThatStillClimbs() {
        double[] overload = IntStream.range(0, 1_000).mapToDouble(i -> i).toArray();

        assertEquals(new Truncation.RunTooShort(1_000), WarmUp.cut(overload));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9})
    void isOutOfReachForAHandfulOfValues(int length) {
        assertEquals(new Truncation.RunTooShort(length), WarmUp.cut(new double[length]));
    }

    @Test
    void isNothingForAConstant() {
        assertEquals(new Truncation.After(0, 0, 0), WarmUp.cut(new double[100]));
    }

    @Test
    void isThatOfTheAverageOfReplications() {
        double[] series = DecayingSeries.values();
        double[] above = Arrays.stream(series).map(value -> value + 3).toArray();
        double[] below = Arrays.stream(series).map(value -> value - 3).toArray();

        Truncation.After cut = assertInstanceOf(Truncation.After.class, WarmUp.cut(List.of(above, below)));

        assertEquals(75, cut.observations());
    }

    private static int naiveCut(double[] series) {
        int m = series.length / 5;
        int best = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int k = 0; k <= m / 2; k++) {
            double[] rest = IntStream.range(k, m)
                    .mapToDouble(j ->
                            Arrays.stream(series, 5 * j, 5 * j + 5).average().orElseThrow())
                    .toArray();
            double mean = Arrays.stream(rest).average().orElseThrow();
            double squares = Arrays.stream(rest)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            double statistic = squares / ((double) rest.length * rest.length);
            if (statistic < smallest) {
                smallest = statistic;
                best = k;
            }
        }
        return best;
    }
}
