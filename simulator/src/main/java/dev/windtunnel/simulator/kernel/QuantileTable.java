package dev.windtunnel.simulator.kernel;

import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A distribution as a table of its quantile function: one uniform in, one value out, by linear interpolation.
 *
 * <p>Sampling by inversion is monotone in the uniform, so compared designs share their luck, and costs the same few
 * nanoseconds for every distribution; nothing platform-dependent is computed while sampling. The table is log-linear toward
 * both ends (64 cells to each halving of the distance from the end, down to 2^-32), so the tails are as exact as the middle:
 * interpolation errs by less than 2^-13 of the local scale. Values beyond the 2^-32 quantiles do not occur; a law with so heavy
 * a tail that its mean would miss them lets the outermost value stand for them.
 *
 * <p>A distribution of a few separate values has no quantile function to interpolate: it is held as an {@link AliasTable}
 * behind the same face, and is then not monotone in the uniform.
 */
public final class QuantileTable {

    private static final int LINEAR = 128;
    private static final int SUB_BITS = 6;
    private static final int CELLS = LINEAR + 24 * 64;

    /** Value at the start of each cell, then slope per unit of the 31-bit distance; lower half first, upper half after. */
    private final double[] cells;

    /** Of a discrete distribution, whose values are then the cells; null for a continuous one. */
    private final @Nullable AliasTable alias;

    /**
     * Tabulates a quantile function, given from both ends so that neither tail loses digits.
     *
     * @param fromBelow value whose lower tail has the given probability, 0 < p <= 0.5
     * @param fromAbove value whose upper tail has the given probability, 0 < p <= 0.5
     */
    public QuantileTable(DoubleUnaryOperator fromBelow, DoubleUnaryOperator fromAbove) {
        cells = new double[4 * CELLS];
        alias = null;
        fill(0, fromBelow);
        fill(CELLS, fromAbove);
    }

    /**
     * Tabulates the quantile function of a heavy tail, whose mean is kept by the topmost value: it stands for all that lies
     * beyond the 2^-32 quantile, and for what the first 128 steps of 2^-32 round off.
     *
     * @param massAbove integral of {@code fromAbove} from 0 to the given probability
     */
    QuantileTable(DoubleUnaryOperator fromBelow, DoubleUnaryOperator fromAbove, DoubleUnaryOperator massAbove) {
        this(fromBelow, fromAbove);
        double top = massAbove.applyAsDouble(LINEAR * 0x1.0p-32) * 0x1.0p32;
        for (int cell = 1; cell < LINEAR; cell++) {
            top -= cells[2 * (CELLS + cell)];
        }
        cells[2 * CELLS] = Math.max(cells[2 * (CELLS + 1)], top);
    }

    /** Separate values, each with its weight: {@link AliasTable} picks one. */
    QuantileTable(double[] values, double[] weights) {
        cells = values.clone();
        alias = new AliasTable(weights);
    }

    private void fill(int firstCell, DoubleUnaryOperator quantile) {
        for (int cell = 0; cell < CELLS; cell++) {
            double start = value(quantile, cell);
            cells[2 * (firstCell + cell)] = start;
            cells[2 * (firstCell + cell) + 1] =
                    (value(quantile, cell + 1) - start) / (lowerBound(cell + 1) - lowerBound(cell));
        }
    }

    private static double value(DoubleUnaryOperator quantile, int cell) {
        // The end itself may be infinite; half a step inside stands for it.
        return quantile.applyAsDouble(Math.max(0.5, (double) lowerBound(cell)) * 0x1.0p-32);
    }

    private static long lowerBound(int cell) {
        if (cell < LINEAR) {
            return cell;
        }
        int shift = (cell >> SUB_BITS) - 1;
        return (long) (64 + (cell & 63)) << shift;
    }

    /** The value at the quantile that 32 uniform bits stand for. */
    public double sample(int bits) {
        if (alias != null) {
            return cells[alias.pick(bits)];
        }
        int side = bits >> 31;
        int distance = bits ^ side;
        int shift = Math.max(0, 25 - Integer.numberOfLeadingZeros(distance));
        int cell = (shift << SUB_BITS) + (distance >>> shift);
        int inside = distance - ((distance >>> shift) << shift);
        int at = 2 * (cell + (side & CELLS));
        return cells[at] + cells[at + 1] * inside;
    }

    /** The value at the quantile that the upper 32 of 64 uniform bits stand for. */
    public double sampleUpper(long bits) {
        return sample((int) (bits >>> 32));
    }

    /** The value at the quantile that the lower 32 of 64 uniform bits stand for. */
    public double sampleLower(long bits) {
        return sample((int) bits);
    }
}
