package dev.windtunnel.simulator.cost;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact billing quantity: an integer count of something small, and how many of those make one billing unit.
 *
 * @param count never negative; a BigInteger because a month of 2,000 GB alone is 5 x 10^18 GiB-nanoseconds
 * @param perUnit positive
 */
record Quantity(BigInteger count, BigInteger perUnit) {

    /** Decimals of printed quantities and of amounts: a billionth. */
    static final int DECIMALS = 9;

    /** AWS and every price list count 730 hours as a month. */
    static final BigInteger NANOS_PER_MONTH = BigInteger.valueOf(730L * 3_600_000_000_000L);

    private static final BigInteger NANOS_PER_HOUR = BigInteger.valueOf(3_600_000_000_000L);
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
    private static final BigInteger BYTES_PER_GB = BigInteger.valueOf(1L << 30);

    Quantity {
        if (count.signum() < 0 || perUnit.signum() <= 0) {
            throw new IllegalArgumentException(
                    "a quantity is not negative, found count " + count + " with " + perUnit + " per unit");
        }
    }

    /** Millions of so many pieces. */
    static Quantity millions(BigInteger pieces) {
        return new Quantity(pieces, MILLION);
    }

    /** Hours of so many nanoseconds. */
    static Quantity hours(BigInteger nanos) {
        return new Quantity(nanos, NANOS_PER_HOUR);
    }

    /** Gigabytes of 2^30 bytes, as AWS meters traffic. */
    static Quantity gigabytes(BigInteger bytes) {
        return new Quantity(bytes, BYTES_PER_GB);
    }

    /** GB-months of so many GiB times nanoseconds. */
    static Quantity gigabyteMonths(BigInteger gibNanos) {
        return new Quantity(gibNanos, NANOS_PER_MONTH);
    }

    /** In billing units, rounded to a billionth. */
    BigDecimal units() {
        return perUnit(new BigDecimal(count));
    }

    /** What a number of counts, or of counts times dollars, comes to in billing units: rounded once, to a billionth. */
    BigDecimal perUnit(BigDecimal counts) {
        return counts.divide(new BigDecimal(perUnit), DECIMALS, RoundingMode.HALF_UP);
    }
}
