package dev.windtunnel.model.unit;

import static dev.windtunnel.model.unit.DistributionChecks.between;
import static dev.windtunnel.model.unit.DistributionChecks.notNegative;
import static dev.windtunnel.model.unit.DistributionChecks.ordered;
import static dev.windtunnel.model.unit.DistributionChecks.plain;
import static dev.windtunnel.model.unit.DistributionChecks.positive;
import static dev.windtunnel.model.unit.DistributionChecks.print;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A distribution of durations, in seconds. How it is sampled is the kernel's business; here is only what it is.
 *
 * <table>
 * <caption>How each is written</caption>
 * <tr><td>{@code 7ms}</td><td>always the same</td></tr>
 * <tr><td>{@code exponential(10ms)}</td><td>memoryless; the mean</td></tr>
 * <tr><td>{@code normal(mean 10ms, sd 2ms)}</td><td>the part of the bell above 0</td></tr>
 * <tr><td>{@code lognormal(mean 7ms, cv 0.6)}</td><td>cv is the standard deviation over the mean</td></tr>
 * <tr><td>{@code lognormal(p50 5ms, p99 40ms)}</td><td>from two percentiles</td></tr>
 * <tr><td>{@code lognormal(median 33s, cv 1.2)}, {@code lognormal(median 30ms, sigma 0.6)}</td><td>sigma is the standard
 * deviation of the logarithm</td></tr>
 * <tr><td>{@code gamma(mean 10ms, cv 0.5)}</td><td>shape 1 / cv^2</td></tr>
 * <tr><td>{@code erlang(k 4, mean 10ms)}</td><td>the sum of k exponential stages; the mean is the sum's</td></tr>
 * <tr><td>{@code hyperexponential(90% 5ms, 10% 80ms)}</td><td>one of several exponentials: probability and mean</td></tr>
 * <tr><td>{@code hyperexponential(mean 10ms, cv 3)}</td><td>two of them with balanced means</td></tr>
 * <tr><td>{@code pareto(min 2ms, max 2s, alpha 1.5)}</td><td>a power law between two bounds</td></tr>
 * <tr><td>{@code weibull(mean 10ms, shape 0.7)}</td><td>stretched exponential</td></tr>
 * <tr><td>{@code uniform(5s, 60s)}, {@code triangular(60s, 75s, 120s)}</td><td>between bounds; the second with its
 * mode</td></tr>
 * <tr><td>{@code empirical(5ms 70%, 20ms 25%, 1s 5%)}</td><td>measured values, each with its weight</td></tr>
 * </table>
 *
 * <p>{@code normal}, {@code gamma}, {@code erlang}, {@code pareto} and {@code weibull} may be written without the names of
 * their parameters, in this order. The weights of {@code empirical} may be counts instead of percentages, or be left out.
 */
public sealed interface Distribution {

    /** The mean in seconds. */
    double meanSeconds();

    /** Always the same value. */
    record Fixed(double seconds) implements Distribution {
        /** @throws IllegalArgumentException if negative */
        public Fixed {
            notNegative("value", seconds);
        }

        @Override
        public double meanSeconds() {
            return seconds;
        }

        @Override
        public String toString() {
            return print(seconds);
        }
    }

    /** Memoryless, with the given mean. */
    record Exponential(double meanSeconds) implements Distribution {
        /** @throws IllegalArgumentException unless positive */
        public Exponential {
            positive("mean", meanSeconds);
        }

        @Override
        public String toString() {
            return "exponential(" + print(meanSeconds) + ")";
        }
    }

    /** The logarithm is normal, with mean ln(median) and standard deviation sigma. */
    record LogNormal(double medianSeconds, double sigma) implements Distribution {

        /** Where sigma reaches 5, nearly. */
        private static final double MAX_CV = 250_000;

        /** @throws IllegalArgumentException unless the median is positive and sigma is 0.0001..5 */
        public LogNormal {
            positive("median", medianSeconds);
            between("sigma of a lognormal distribution", 0.0001, 5, sigma);
        }

        /** From the mean of the variable itself and its coefficient of variation: sigma^2 = ln(1 + cv^2). */
        public static LogNormal ofMean(double meanSeconds, double cv) {
            positive("mean", meanSeconds);
            double sigma = sigma(cv);
            return new LogNormal(meanSeconds / StrictMath.exp(sigma * sigma / 2), sigma);
        }

        /** From the median and the coefficient of variation. */
        public static LogNormal ofMedian(double medianSeconds, double cv) {
            return new LogNormal(medianSeconds, sigma(cv));
        }

        private static double sigma(double cv) {
            between("cv of a lognormal distribution", 0.001, MAX_CV, cv);
            return StrictMath.sqrt(StrictMath.log1p(cv * cv));
        }

        /** From the median and the 99th percentile: sigma = ln(p99 / p50) / 2.3263. */
        public static LogNormal ofPercentiles(double p50Seconds, double p99Seconds) {
            positive("p50", p50Seconds);
            positive("p99", p99Seconds);
            // Sigma between 0.0001 and 5.
            if (!(p99Seconds >= p50Seconds * 1.000233 && p99Seconds <= p50Seconds * 112_000)) {
                throw new IllegalArgumentException(
                        "p99 of a lognormal distribution lies above p50, up to 112000 times p50," + " found p50 "
                                + print(p50Seconds) + " and p99 " + print(p99Seconds));
            }
            return new LogNormal(p50Seconds, StrictMath.log(p99Seconds / p50Seconds) / 2.3263478740408408);
        }

        @Override
        public double meanSeconds() {
            return medianSeconds * StrictMath.exp(sigma * sigma / 2);
        }

        @Override
        public String toString() {
            return "lognormal(median " + print(medianSeconds) + ", sigma " + plain(sigma) + ")";
        }
    }

    /** Equally likely between two bounds. */
    record Uniform(double fromSeconds, double toSeconds) implements Distribution {
        /** @throws IllegalArgumentException unless 0 <= from <= to */
        public Uniform {
            notNegative("lower bound", fromSeconds);
            ordered(fromSeconds, toSeconds);
        }

        @Override
        public double meanSeconds() {
            return (fromSeconds + toSeconds) / 2;
        }

        @Override
        public String toString() {
            return "uniform(" + print(fromSeconds) + ", " + print(toSeconds) + ")";
        }
    }

    /** Between two bounds, most likely at the mode. */
    record Triangular(double fromSeconds, double modeSeconds, double toSeconds) implements Distribution {
        /** @throws IllegalArgumentException unless 0 <= from <= mode <= to and from < to */
        public Triangular {
            notNegative("lower bound", fromSeconds);
            ordered(fromSeconds, modeSeconds);
            ordered(modeSeconds, toSeconds);
            if (fromSeconds == toSeconds) {
                throw new IllegalArgumentException("the bounds of a triangular distribution differ");
            }
        }

        @Override
        public double meanSeconds() {
            return (fromSeconds + modeSeconds + toSeconds) / 3;
        }

        @Override
        public String toString() {
            return "triangular(" + print(fromSeconds) + ", " + print(modeSeconds) + ", " + print(toSeconds) + ")";
        }
    }

    /**
     * The normal distribution without its part below 0.
     *
     * @param bellMeanSeconds mean of the whole bell; {@link #meanSeconds} is that of the part that is left
     * @param bellDeviationSeconds standard deviation of the whole bell
     */
    record Normal(double bellMeanSeconds, double bellDeviationSeconds) implements Distribution {
        /** @throws IllegalArgumentException unless both are positive */
        public Normal {
            positive("mean", bellMeanSeconds);
            positive("sd", bellDeviationSeconds);
        }

        /** m + s phi(m/s) / Phi(m/s) (Johnson, Kotz, Balakrishnan: Continuous Univariate Distributions 1, section 10.1). */
        @Override
        public double meanSeconds() {
            double c = bellMeanSeconds / bellDeviationSeconds;
            if (c > 10) {
                return bellMeanSeconds; // What is cut off is below 1e-23.
            }
            double density = StrictMath.exp(-c * c / 2) / StrictMath.sqrt(2 * StrictMath.PI);
            // Phi(c) = 1/2 + phi(c) (c + c^3/3 + c^5/(3 5) + ...), whose terms are all positive.
            double term = c;
            double sum = c;
            for (int k = 1; term > sum * 1e-17; k++) {
                term *= c * c / (2 * k + 1);
                sum += term;
            }
            return bellMeanSeconds + bellDeviationSeconds * density / (0.5 + density * sum);
        }

        @Override
        public String toString() {
            return "normal(mean " + print(bellMeanSeconds) + ", sd " + print(bellDeviationSeconds) + ")";
        }
    }

    /** Gamma with shape 1 / cv^2: more even than the exponential below cv 1, more uneven above. */
    record Gamma(double meanSeconds, double cv) implements Distribution {
        /** @throws IllegalArgumentException unless the mean is positive and cv is 0.01..100 */
        public Gamma {
            positive("mean", meanSeconds);
            between("cv of a gamma distribution", 0.01, 100, cv);
        }

        /** 1 / cv^2. */
        public double shape() {
            return 1 / (cv * cv);
        }

        @Override
        public String toString() {
            return "gamma(mean " + print(meanSeconds) + ", cv " + plain(cv) + ")";
        }
    }

    /** The sum of k equal exponential stages; cv is 1 / sqrt(k). */
    record Erlang(int k, double meanSeconds) implements Distribution {
        /** @throws IllegalArgumentException unless k is 1..10,000 and the mean, which is the sum's, is positive */
        public Erlang {
            stages(k);
            positive("mean", meanSeconds);
        }

        /** Checked before k becomes an int, which would cut off what is wrong with it. */
        static void stages(double k) {
            between("k of an erlang distribution", 1, 10_000, k);
        }

        @Override
        public String toString() {
            return "erlang(k " + k + ", mean " + print(meanSeconds) + ")";
        }
    }

    /** One of several exponentials, chosen by probability. */
    record HyperExponential(List<Phase> phases) implements Distribution {

        /** One of the exponentials. */
        public record Phase(double probability, double meanSeconds) {
            /** @throws IllegalArgumentException unless the probability is 0.000001..1 and the mean is positive */
            public Phase {
                between("probability of a phase of a hyperexponential distribution", 0.000001, 1, probability);
                positive("mean", meanSeconds);
            }
        }

        /** @throws IllegalArgumentException unless there are phases and their probabilities add up to 1 within 0.000001 */
        public HyperExponential {
            phases = List.copyOf(phases);
            DistributionChecks.addUpToOne(
                    "probabilities of a hyperexponential distribution",
                    phases.stream().mapToDouble(Phase::probability).sum());
        }

        /**
         * Two phases that each carry half of the load ("balanced means"): p = (1 + sqrt((cv^2 - 1) / (cv^2 + 1))) / 2, with
         * means mean / 2p and mean / 2(1 - p).
         *
         * @throws IllegalArgumentException unless the mean is positive and cv is 1.001..500
         */
        public static HyperExponential ofMean(double meanSeconds, double cv) {
            positive("mean", meanSeconds);
            between("cv of a hyperexponential distribution", 1.001, 500, cv);
            double p = (1 + StrictMath.sqrt((cv * cv - 1) / (cv * cv + 1))) / 2;
            return new HyperExponential(
                    List.of(new Phase(p, meanSeconds / (2 * p)), new Phase(1 - p, meanSeconds / (2 * (1 - p)))));
        }

        @Override
        public double meanSeconds() {
            double mean = 0;
            double total = 0;
            for (Phase phase : phases) {
                mean += phase.probability * phase.meanSeconds;
                total += phase.probability;
            }
            return mean / total;
        }

        @Override
        public String toString() {
            return phases.stream()
                    .map(phase -> plain(phase.probability) + " " + print(phase.meanSeconds))
                    .collect(Collectors.joining(", ", "hyperexponential(", ")"));
        }
    }

    /** A power law between two bounds: the density falls as x^-(alpha + 1). */
    record Pareto(double minSeconds, double maxSeconds, double alpha) implements Distribution {
        /** @throws IllegalArgumentException unless 0 < min < max and alpha is 0.1..100 */
        public Pareto {
            positive("min", minSeconds);
            positive("max", maxSeconds);
            if (!(minSeconds < maxSeconds)) {
                throw new IllegalArgumentException("max of a pareto distribution lies above min, found min "
                        + print(minSeconds) + " and max " + print(maxSeconds));
            }
            between("alpha of a pareto distribution", 0.1, 100, alpha);
        }

        /** L alpha/(alpha - 1) (1 - r^(alpha - 1)) / (1 - r^alpha) with r = L/H; at alpha 1 its limit L ln(H/L) / (1 - r). */
        @Override
        public double meanSeconds() {
            double log = StrictMath.log(maxSeconds / minSeconds);
            double excess = (alpha - 1) * log;
            // (1 - e^-x) / x tends to 1 - x/2.
            double growth = StrictMath.abs(excess) < 1e-8 ? 1 - excess / 2 : -StrictMath.expm1(-excess) / excess;
            return minSeconds * alpha * log * growth / -StrictMath.expm1(-alpha * log);
        }

        @Override
        public String toString() {
            return "pareto(min " + print(minSeconds) + ", max " + print(maxSeconds) + ", alpha " + plain(alpha) + ")";
        }
    }

    /** Stretched exponential: heavier than the exponential below shape 1, lighter above. */
    record Weibull(double meanSeconds, double shape) implements Distribution {
        /** @throws IllegalArgumentException unless the mean is positive and the shape is 0.2..100 */
        public Weibull {
            positive("mean", meanSeconds);
            between("shape of a weibull distribution", 0.2, 100, shape);
        }

        @Override
        public String toString() {
            return "weibull(mean " + print(meanSeconds) + ", shape " + plain(shape) + ")";
        }
    }

    /** Measured values, each as likely as its weight among all weights. */
    record Empirical(List<Outcome> outcomes) implements Distribution {

        /** One value and how much it counts. */
        public record Outcome(double seconds, double weight) {
            /** @throws IllegalArgumentException if either is negative or not finite */
            public Outcome {
                notNegative("value", seconds);
                between("weight of a value of an empirical distribution", 0, 1e12, weight);
            }
        }

        /** @throws IllegalArgumentException unless there are 1..10,000 outcomes and some weight is positive */
        public Empirical {
            outcomes = List.copyOf(outcomes);
            between("number of values of an empirical distribution", 1, 10_000, outcomes.size());
            if (!outcomes.stream().anyMatch(outcome -> outcome.weight >= 1e-12)) {
                throw new IllegalArgumentException(
                        "some weight of an empirical distribution is more than 0, found none among " + outcomes.size());
            }
        }

        @Override
        public double meanSeconds() {
            double sum = 0;
            double total = 0;
            for (Outcome outcome : outcomes) {
                sum += outcome.weight * outcome.seconds;
                total += outcome.weight;
            }
            return sum / total;
        }

        @Override
        public String toString() {
            return outcomes.stream()
                    .map(outcome -> print(outcome.seconds) + " " + plain(outcome.weight))
                    .collect(Collectors.joining(", ", "empirical(", ")"));
        }
    }

    /**
     * Reads the notation above.
     *
     * @throws IllegalArgumentException with what was found and what is possible
     */
    static Distribution parse(String text) {
        return DistributionNotation.read(text.strip().toLowerCase(Locale.ROOT), text);
    }
}
