package dev.windtunnel.simulator.analytic;

import java.util.List;

/**
 * What independent kinds of rare fault do in a year, from what each does when it happens: a compound Poisson sum.
 *
 * @param kinds in any order
 */
public record RareFaults(List<Kind> kinds) {

    /** Copies the list. */
    public RareFaults {
        kinds = List.copyOf(kinds);
    }

    /**
     * One kind of fault.
     *
     * @param perYear how often it strikes, Poisson
     * @param meanImpact mean harm of one, in requests, minutes or dollars
     * @param meanSquaredImpact second moment of that harm; at least the square of the mean
     */
    public record Kind(double perYear, double meanImpact, double meanSquaredImpact) {

        /** @throws IllegalArgumentException if the moments cannot be */
        public Kind {
            Check.notNegative("faults per year", perYear);
            Check.notNegative("mean impact", meanImpact);
            if (!(meanSquaredImpact >= meanImpact * meanImpact * (1 - 1e-12))) {
                throw new IllegalArgumentException("the mean squared impact must be at least the squared mean, found "
                        + meanSquaredImpact + " for mean " + meanImpact);
            }
        }

        /** One that does the same harm each time. */
        public static Kind constant(double perYear, double impact) {
            return new Kind(perYear, impact, impact * impact);
        }

        /** Probability that it does not strike in a year. */
        public double probabilityOfNone() {
            return StrictMath.exp(-perYear);
        }
    }

    /** Mean harm in a year: sum of rate times mean impact. */
    public double meanPerYear() {
        return kinds.stream()
                .mapToDouble(kind -> kind.perYear() * kind.meanImpact())
                .sum();
    }

    /** Variance of the harm in a year: sum of rate times second moment. */
    public double variancePerYear() {
        return kinds.stream()
                .mapToDouble(kind -> kind.perYear() * kind.meanSquaredImpact())
                .sum();
    }
}
