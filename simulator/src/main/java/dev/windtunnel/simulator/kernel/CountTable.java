package dev.windtunnel.simulator.kernel;

/**
 * A distribution of whole numbers from 1: a {@link QuantileTable} whose values are rounded up. Drawn by inversion, but for
 * empirical counts.
 */
public final class CountTable {

    /** What stands for all larger counts: 2^20. */
    public static final int MOST = 1 << 20;

    private final QuantileTable table;
    private final double lessBy;

    private CountTable(QuantileTable table, double lessBy) {
        this.table = table;
        this.lessBy = lessBy;
    }

    /** Always the same, from 1. */
    public static CountTable fixed(int count) {
        return new CountTable(Quantiles.fixed(count), 0);
    }

    /**
     * Geometric from 1: P(n) = (1 - 1/mean)^(n - 1) / mean. An exponential value X of mean -1 / ln(1 - 1/mean), rounded up, as
     * P(X > n) = (1 - 1/mean)^n.
     *
     * @param mean at least 1
     */
    public static CountTable geometric(double mean) {
        return mean == 1 ? fixed(1) : new CountTable(Quantiles.exponential(-1 / StrictMath.log1p(-1 / mean)), 0);
    }

    /** A lognormal value rounded to the nearest whole number, at least 1. */
    public static CountTable logNormal(double median, double sigma) {
        return new CountTable(Quantiles.logNormal(median, sigma), 0.5);
    }

    /** Separate counts, each as likely as its weight among all weights. */
    public static CountTable empirical(double[] counts, double[] weights) {
        return new CountTable(Quantiles.empirical(counts, weights), 0);
    }

    /** The count that the upper 32 of 64 uniform bits stand for, 1..{@link #MOST}. */
    public int sampleUpper(long bits) {
        return (int) Math.clamp(Math.ceil(table.sampleUpper(bits) - lessBy), 1, MOST);
    }
}
