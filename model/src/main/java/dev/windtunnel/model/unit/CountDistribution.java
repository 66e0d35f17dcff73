package dev.windtunnel.model.unit;

import static dev.windtunnel.model.unit.DistributionChecks.between;
import static dev.windtunnel.model.unit.DistributionChecks.plain;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How many of something there are, each time drawn anew: whole numbers from 1. Written {@code 6}, {@code geometric(mean 6)},
 * {@code lognormal(mean 6, cv 1.25)}, {@code lognormal(median 2.7, sigma 0.97)} or {@code empirical(1 37%, 2 20%, 8 43%)}.
 */
public sealed interface CountDistribution {

    /** The largest count and mean that are accepted. */
    int MOST = 10_000;

    /** The mean; of a lognormal that before it is rounded to whole numbers. */
    double mean();

    /** Always the same. */
    record Fixed(int count) implements CountDistribution {
        /** @throws IllegalArgumentException unless 1 <= count <= {@link #MOST} */
        public Fixed {
            between("count", 1, MOST, count);
        }

        @Override
        public double mean() {
            return count;
        }

        @Override
        public String toString() {
            return Integer.toString(count);
        }
    }

    /** One, and after each the same chance of one more: P(n) = (1 - 1/mean)^(n - 1) / mean. A user without memory. */
    record Geometric(double mean) implements CountDistribution {
        /** @throws IllegalArgumentException unless 1 <= mean <= {@link #MOST} */
        public Geometric {
            between("mean of a count", 1, MOST, mean);
        }

        @Override
        public String toString() {
            return "geometric(mean " + plain(mean) + ")";
        }
    }

    /** A lognormal value rounded to the nearest whole number, at least 1: what page views of real sessions look like. */
    record LogNormal(double median, double sigma) implements CountDistribution {
        /** @throws IllegalArgumentException unless the mean is 1..{@link #MOST} and sigma lies in 0.01..3 */
        public LogNormal {
            between("sigma of a count", 0.01, 3, sigma);
            // A mean of exactly 1 may come out of its cv a rounding below.
            between("mean of a count", 1, MOST, median * StrictMath.exp(sigma * sigma / 2) * (1 + 1e-12));
        }

        /** Of mean and coefficient of variation: sigma^2 = ln(1 + cv^2). */
        public static LogNormal ofMean(double mean, double cv) {
            between("mean of a count", 1, MOST, mean);
            double variance = StrictMath.log1p(cv * cv);
            return new LogNormal(mean * StrictMath.exp(-variance / 2), StrictMath.sqrt(variance));
        }

        @Override
        public double mean() {
            return median * StrictMath.exp(sigma * sigma / 2);
        }

        @Override
        public String toString() {
            return "lognormal(median " + plain(median) + ", sigma " + plain(sigma) + ")";
        }
    }

    /** Measured counts, each as likely as its weight among all weights. */
    record Empirical(List<Outcome> outcomes) implements CountDistribution {

        /** One count and its weight. */
        public record Outcome(int count, double weight) {
            /** @throws IllegalArgumentException unless 1 <= count <= {@link #MOST} and the weight is not negative */
            public Outcome {
                between("count", 1, MOST, count);
                between("weight of a count", 0, 1e12, weight);
            }
        }

        /** @throws IllegalArgumentException unless there are 1..1,000 outcomes, some of positive weight */
        public Empirical {
            outcomes = List.copyOf(outcomes);
            between("number of counts of an empirical distribution", 1, 1000, outcomes.size());
            if (!outcomes.stream().anyMatch(outcome -> outcome.weight >= 1e-12)) {
                throw new IllegalArgumentException(
                        "some weight of an empirical distribution is more than 0, found none among " + outcomes.size());
            }
        }

        @Override
        public double mean() {
            double sum = 0;
            double total = 0;
            for (Outcome outcome : outcomes) {
                sum += outcome.weight * outcome.count;
                total += outcome.weight;
            }
            return sum / total;
        }

        @Override
        public String toString() {
            return outcomes.stream()
                    .map(outcome -> outcome.count + " " + plain(outcome.weight))
                    .collect(Collectors.joining(", ", "empirical(", ")"));
        }
    }

    /**
     * Reads the notation above.
     *
     * @throws IllegalArgumentException with what was found and what is possible
     */
    static CountDistribution parse(String text) {
        return CountNotation.read(text.strip().toLowerCase(Locale.ROOT), text);
    }
}
