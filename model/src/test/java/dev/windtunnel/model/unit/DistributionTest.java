package dev.windtunnel.model.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DistributionTest {

    private static String objection(String text) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> Distribution.parse(text), text)
                .getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exponential(10ms)                    | 0.010",
                "gamma(mean 10ms, cv 0.5)             | 0.010",
                "erlang(k 4, mean 10ms)               | 0.010",
                "weibull(mean 10ms, shape 0.7)        | 0.010",
                "hyperexponential(90% 5ms, 10% 80ms)  | 0.0125",
                "hyperexponential(0.5 1s, 0.5 3s)     | 2",
                "hyperexponential(mean 10ms, cv 3)    | 0.010",
                "empirical(5ms 70%, 20ms 25%, 1s 5%)  | 0.0585",
                "empirical(1s 3, 2s 1)                | 1.25",
                "empirical(1s, 2s, 6s)                | 3",
                "lognormal(mean 7ms, cv 0.6)          | 0.007",
            })
    void hasTheMeanThatItsParametersSay(String text, double seconds) {
        assertEquals(seconds, Distribution.parse(text).meanSeconds(), 1e-12 * seconds);
    }

    @Test
    void knowsTheMeanOfABoundedPowerLaw() {
        // By hand: alpha 1 gives ln(H/L) L H / (H - L); alpha 2 gives 2 L H / (L + H).
        assertEquals(
                StrictMath.log(1000) * 0.002 * 2 / 1.998,
                Distribution.parse("pareto(min 2ms, max 2s, alpha 1)").meanSeconds(),
                1e-14);
        assertEquals(
                2 * 1 * 3 / 4.0,
                Distribution.parse("pareto(min 1s, max 3s, alpha 2)").meanSeconds(),
                1e-12);
        // Next to 1 the formula divides nearly zero by nearly zero.
        double at = new Distribution.Pareto(1, 1000, 1).meanSeconds();
        assertEquals(at, new Distribution.Pareto(1, 1000, 1 + 1e-9).meanSeconds(), 1e-7);
        assertEquals(at, new Distribution.Pareto(1, 1000, 1 - 1e-7).meanSeconds(), 1e-5);
    }

    @Test
    void knowsTheMeanOfTheBellAboveZero() {
        // Half a bell around (nearly) 0 has mean sqrt(2 / pi); far from 0 nothing is cut off.
        assertEquals(StrictMath.sqrt(2 / StrictMath.PI), new Distribution.Normal(1e-9, 1).meanSeconds(), 1e-8);
        assertEquals(1 + 0.2419707245 / 0.8413447461, new Distribution.Normal(1, 1).meanSeconds(), 1e-9);
        assertEquals(0.010, Distribution.parse("normal(mean 10ms, sd 1ms)").meanSeconds(), 1e-15);
    }

    @Test
    void balancesTheMeansOfTwoPhases() {
        var balanced = (Distribution.HyperExponential) Distribution.parse("hyperexponential(mean 10ms, cv 3)");

        double second = 0;
        for (var phase : balanced.phases()) {
            assertEquals(0.005, phase.probability() * phase.meanSeconds(), 1e-15);
            second += 2 * phase.probability() * phase.meanSeconds() * phase.meanSeconds();
        }
        assertEquals(9, second / 1e-4 - 1, 1e-9);
    }

    @Test
    void letsNamesOfParametersBeLeftOut() {
        assertEquals(Distribution.parse("erlang(k 4, mean 10ms)"), Distribution.parse("Erlang(4, 10ms)"));
        assertEquals(
                Distribution.parse("pareto(min 2ms, max 2s, alpha 1.5)"), Distribution.parse("pareto(2ms, 2s, 1.5)"));
        assertEquals(Distribution.parse("gamma(mean 1s, cv 2)"), Distribution.parse(" gamma( 1s ,cv  2 ) "));
        assertEquals(Distribution.parse("empirical(1s 1, 2s 1)"), Distribution.parse("empirical(1s, 2s)"));
    }

    @Test
    void readsWhatItPrints() {
        SplittableRandom random = new SplittableRandom(20261128);
        for (int i = 0; i < 2_000; i++) {
            double a = (1 + random.nextLong(1L << random.nextInt(1, 40))) / 1e9;
            double b = a + (1 + random.nextLong(1L << 40)) / 1e9;
            double p = random.nextDouble(0.01, 0.99);
            for (Distribution written : List.of(
                    new Distribution.Gamma(a, random.nextDouble(0.01, 100)),
                    new Distribution.Erlang(1 + random.nextInt(10_000), a),
                    new Distribution.Weibull(a, random.nextDouble(0.2, 100)),
                    new Distribution.Normal(a, a),
                    new Distribution.HyperExponential(List.of(
                            new Distribution.HyperExponential.Phase(p, a),
                            new Distribution.HyperExponential.Phase(1 - p, a))),
                    new Distribution.Empirical(List.of(
                            new Distribution.Empirical.Outcome(a, 0),
                            new Distribution.Empirical.Outcome(0, random.nextDouble(1e6)))))) {
                assertEquals(written, Distribution.parse(written.toString()), written::toString);
            }
            String pareto = new Distribution.Pareto(a, b, p + 0.1).toString();
            assertEquals(pareto, Distribution.parse(pareto).toString());
        }
    }

    @Nested
    final class WhenAParameterIsImpossible {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "exponential(0s) | the mean of a distribution is more than 0s, found 0s",
                    "normal(mean 0s, sd 1ms) | the mean of a distribution is more than 0s, found 0s",
                    "normal(mean 1s, sd 0s) | the sd of a distribution is more than 0s, found 0s",
                    "lognormal(mean 7ms, cv 0) | the cv of a lognormal distribution lies between 0.001 and 250000, found 0",
                    "lognormal(median 7ms, cv -1) | the cv of a lognormal distribution lies between 0.001 and 250000, found -1",
                    "lognormal(median 7ms, sigma 6) | the sigma of a lognormal distribution lies between 0.0001 and 5, found 6",
                    "lognormal(p50 40ms, p99 40ms) | p99 of a lognormal distribution lies above p50, up to 112000 times p50,"
                            + " found p50 40ms and p99 40ms",
                    "lognormal(p50 40ms, p99 5ms) | p99 of a lognormal distribution lies above p50, up to 112000 times p50,"
                            + " found p50 40ms and p99 5ms",
                    "gamma(mean 10ms, cv 0) | the cv of a gamma distribution lies between 0.01 and 100, found 0",
                    "gamma(mean 10ms, cv -0.5) | the cv of a gamma distribution lies between 0.01 and 100, found -0.5",
                    "erlang(k 0, mean 10ms) | the k of an erlang distribution lies between 1 and 10000, found 0",
                    "erlang(k 1.5, mean 10ms) | expected a whole number of stages as k, found 'erlang(k 1.5, mean 10ms)'",
                    "erlang(k 99999999999, mean 1s) | the k of an erlang distribution lies between 1 and 10000, found 99999999999",
                    "hyperexponential(90% 5ms, 20% 80ms) | the probabilities of a hyperexponential distribution add up to 1"
                            + " (100%), found a sum of 1.1",
                    "hyperexponential(100% 5ms, 0% 80ms) | the probability of a phase of a hyperexponential distribution lies"
                            + " between 0.000001 and 1, found 0",
                    "hyperexponential(mean 10ms, cv 0.5) | the cv of a hyperexponential distribution lies between 1.001 and 500,"
                            + " found 0.5",
                    "pareto(min 2s, max 2s, alpha 1.5) | max of a pareto distribution lies above min, found min 2s and max 2s",
                    "pareto(min 3s, max 2s, alpha 1.5) | max of a pareto distribution lies above min, found min 3s and max 2s",
                    "pareto(min 0s, max 2s, alpha 1.5) | the min of a distribution is more than 0s, found 0s",
                    "pareto(min 1s, max 2s, alpha 0) | the alpha of a pareto distribution lies between 0.1 and 100, found 0",
                    "pareto(min 1s, max 2s, alpha -1) | the alpha of a pareto distribution lies between 0.1 and 100, found -1",
                    "weibull(mean 1s, shape 0) | the shape of a weibull distribution lies between 0.2 and 100, found 0",
                    "empirical(5ms 70%, 20ms 20%) | the percentages of an empirical distribution add up to 1 (100%), found a sum"
                            + " of 0.9",
                    "empirical(5ms 0, 20ms 0) | some weight of an empirical distribution is more than 0, found none among 2",
                    "empirical(5ms -1) | the weight of a value of an empirical distribution lies between 0 and 1000000000000,"
                            + " found -1",
                    "uniform(2s, 1s) | the bounds of a distribution rise, found 2s before 1s",
                })
        void saysWhatWasFoundAndWhatIsPossible(String text, String message) {
            assertEquals(message, objection(text));
        }

        @ParameterizedTest
        @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1})
        void takesNoNumberThatIsNone(double none) {
            List<Runnable> constructions = List.of(
                    () -> new Distribution.Fixed(none),
                    () -> new Distribution.Exponential(none),
                    () -> new Distribution.Normal(none, 1),
                    () -> new Distribution.Normal(1, none),
                    () -> new Distribution.LogNormal(none, 1),
                    () -> new Distribution.LogNormal(1, none),
                    () -> Distribution.LogNormal.ofMean(1, none),
                    () -> Distribution.LogNormal.ofMedian(1, none),
                    () -> Distribution.LogNormal.ofPercentiles(1, none),
                    () -> Distribution.LogNormal.ofPercentiles(none, 1),
                    () -> new Distribution.Gamma(none, 1),
                    () -> new Distribution.Gamma(1, none),
                    () -> new Distribution.Erlang(1, none),
                    () -> new Distribution.HyperExponential.Phase(none, 1),
                    () -> new Distribution.HyperExponential.Phase(1, none),
                    () -> Distribution.HyperExponential.ofMean(1, none),
                    () -> new Distribution.Pareto(none, 1, 1),
                    () -> new Distribution.Pareto(1, none, 1),
                    () -> new Distribution.Pareto(1, 2, none),
                    () -> new Distribution.Weibull(none, 1),
                    () -> new Distribution.Weibull(1, none),
                    () -> new Distribution.Empirical.Outcome(none, 1),
                    () -> new Distribution.Empirical.Outcome(1, none));

            for (int i = 0; i < constructions.size(); i++) {
                Runnable construction = constructions.get(i);
                assertThrows(IllegalArgumentException.class, construction::run, "construction " + i);
            }
        }

        @Test
        void needsSomethingToChooseFrom() {
            assertThrows(IllegalArgumentException.class, () -> new Distribution.HyperExponential(List.of()));
            assertThrows(IllegalArgumentException.class, () -> new Distribution.Empirical(List.of()));
        }
    }

    @Nested
    final class WhenTheNotationIsWrong {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "gamma(mean 10ms) | gamma(mean 10ms, cv 0.5)",
                    "gamma(cv 0.5, mean 10ms) | gamma(mean 10ms, cv 0.5)",
                    "erlang(4) | erlang(k 4, mean 10ms)",
                    "pareto(1s, 2s) | pareto(min 2ms, max 2s, alpha 1.5)",
                    "normal() | normal(mean 10ms, sd 2ms)",
                    "weibull(scale 1s, shape 2) | weibull(mean 10ms, shape 0.7)",
                    "hyperexponential(5ms) | hyperexponential(90% 5ms, 10% 80ms) or hyperexponential(mean 10ms, cv 3)",
                    "lognormal(mean 7ms) | lognormal(mean 7ms, cv 0.6), lognormal(p50 5ms, p99 40ms), lognormal(median 33s, cv"
                            + " 1.2) or lognormal(median 30ms, sigma 0.6)",
                    "empirical(5ms 50%, 9ms 2) | all weights in percent, or none: empirical(5ms 70%, 20ms 30%), empirical(5ms 7,"
                            + " 20ms 3) or empirical(5ms, 20ms)",
                    "gamma(mean 10ms, cv NaN) | a number as cv",
                    "pareto(1s, 2s, 1e3) | a number as alpha",
                    "gamma(mean 10ms, cv 0.5 | a closing parenthesis at the end",
                })
        void saysHowTheFamilyIsWritten(String text, String expected) {
            assertEquals("expected " + expected + ", found '" + text + "'", objection(text));
        }

        @Test
        void listsTheFamiliesWhenItIsNone() {
            for (String text : List.of("gauss(1s, 2s)", "fast", "")) {
                String message = objection(text);
                for (String family : List.of(
                        "exponential(",
                        "normal(",
                        "lognormal(",
                        "gamma(",
                        "erlang(",
                        "hyperexponential(",
                        "pareto(",
                        "weibull(",
                        "uniform(",
                        "triangular(",
                        "empirical(")) {
                    assertTrue(message.contains(" " + family), message);
                }
            }
        }
    }
}
