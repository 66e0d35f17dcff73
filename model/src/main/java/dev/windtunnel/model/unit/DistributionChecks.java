package dev.windtunnel.model.unit;

import java.math.BigDecimal;
import java.time.Duration;

/** What the parameters of distributions have to satisfy, and how they are written. NaN satisfies nothing. */
final class DistributionChecks {

    private static final String[] THOUSANDS = {"ns", "us", "ms", "s"};

    private DistributionChecks() {}

    static void positive(String what, double seconds) {
        if (!(seconds > 0) || Double.isInfinite(seconds)) {
            throw new IllegalArgumentException(
                    "the " + what + " of a distribution is more than 0s, found " + found(seconds));
        }
    }

    static void notNegative(String what, double seconds) {
        if (!(seconds >= 0) || Double.isInfinite(seconds)) {
            throw new IllegalArgumentException(
                    "the " + what + " of a distribution is not negative, found " + found(seconds));
        }
    }

    static void ordered(double lower, double upper) {
        if (!(lower <= upper) || Double.isInfinite(upper)) {
            throw new IllegalArgumentException(
                    "the bounds of a distribution rise, found " + found(lower) + " before " + found(upper));
        }
    }

    static void between(String what, double least, double most, double found) {
        if (!(found >= least && found <= most)) {
            throw new IllegalArgumentException("the " + what + " lies between " + plain(least) + " and " + plain(most)
                    + ", found " + plain(found));
        }
    }

    /** People round thirds: 0.000001 is let pass. */
    static void addUpToOne(String what, double sum) {
        if (!(Math.abs(sum - 1) <= 0.000001)) {
            double shown = Math.rint(sum * 1e9) / 1e9;
            throw new IllegalArgumentException("the " + what + " add up to 1 (100%), found a sum of " + plain(shown));
        }
    }

    /** A number without exponent, as short as it can be; {@code NaN} and the infinities by name. */
    static String plain(double number) {
        return Double.isFinite(number)
                ? number == 0
                        ? "0"
                        : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : Double.toString(number);
    }

    /** A duration in the notation that {@link Durations} reads, exact: with a fraction where it is not whole nanoseconds. */
    static String print(double seconds) {
        BigDecimal nanos = BigDecimal.valueOf(seconds).movePointRight(9).stripTrailingZeros();
        if (nanos.scale() <= 0) {
            return Durations.print(Duration.ofNanos(nanos.longValue()));
        }
        int unit = 0;
        while (unit < THOUSANDS.length - 1 && nanos.compareTo(BigDecimal.valueOf(1000)) >= 0) {
            nanos = nanos.movePointLeft(3);
            unit++;
        }
        return nanos.toPlainString() + THOUSANDS[unit];
    }

    private static String found(double seconds) {
        return Double.isFinite(seconds) && seconds >= 0 ? print(seconds) : plain(seconds) + " s";
    }
}
