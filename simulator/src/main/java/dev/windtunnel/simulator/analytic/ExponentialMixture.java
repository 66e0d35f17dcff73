package dev.windtunnel.simulator.analytic;

import java.util.List;

/**
 * A latency that is one of several exponential ones, by chance: a cache hit or a miss. Its quantiles are not the mixture of
 * theirs.
 *
 * @param parts whose probabilities sum to 1
 */
public record ExponentialMixture(List<Part> parts) {

    /**
     * One way to go.
     *
     * @param probability 0..1
     * @param mean above 0
     */
    public record Part(double probability, double mean) {

        /** @throws IllegalArgumentException if a value is out of range */
        public Part {
            Check.share("probability", probability);
            Check.positive("mean", mean);
        }
    }

    /** @throws IllegalArgumentException if the probabilities do not sum to 1 */
    public ExponentialMixture {
        parts = List.copyOf(parts);
        double sum = parts.stream().mapToDouble(Part::probability).sum();
        if (!(Math.abs(sum - 1) < 1e-9)) {
            throw new IllegalArgumentException("the probabilities must sum to 1, found " + sum);
        }
    }

    /** Of a hit or a miss. */
    public static ExponentialMixture ofCache(double hitRatio, double meanHit, double meanMiss) {
        return new ExponentialMixture(List.of(new Part(hitRatio, meanHit), new Part(1 - hitRatio, meanMiss)));
    }

    /** Mean over all ways. */
    public double mean() {
        return parts.stream()
                .mapToDouble(part -> part.probability() * part.mean())
                .sum();
    }

    /** P(X > t). */
    public double survival(double t) {
        return parts.stream()
                .mapToDouble(part -> part.probability() * StrictMath.exp(-t / part.mean()))
                .sum();
    }

    /** The time that the given share does not exceed. */
    public double quantile(double share) {
        return Quantile.of(this::survival, share, mean());
    }
}
