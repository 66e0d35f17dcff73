package dev.windtunnel.model.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** The notation of durations: {@code 120ms}, {@code 15s}, {@code 6h15m}, {@code 30d}. */
public final class Durations {

    private static final String EXPECTED = "a duration such as 120ms, 15s, 40m, 6h15m or 30d";
    private static final String[] UNITS = {"ns", "us", "ms", "s", "m", "h", "d"};
    private static final long[] NANOS = {
        1, 1_000, 1_000_000, 1_000_000_000L, 60_000_000_000L, 3_600_000_000_000L, 86_400_000_000_000L
    };

    private Durations() {}

    /**
     * Reads one or more number-unit pairs.
     *
     * @throws IllegalArgumentException with what was expected; negative durations and bare numbers are refused
     */
    public static Duration parse(String text) {
        return Duration.ofNanos(nanos(text).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /** The same in seconds, with fractions of nanoseconds: what a distribution's percentiles come to is no whole number of them. */
    static double seconds(String text) {
        return nanos(text).movePointLeft(9).doubleValue();
    }

    private static BigDecimal nanos(String text) {
        String rest = text.strip();
        if (rest.equals("0")) {
            return BigDecimal.ZERO;
        }
        if (rest.isEmpty()) {
            throw Notation.unexpected(EXPECTED, text);
        }
        BigDecimal nanos = BigDecimal.ZERO;
        while (!rest.isEmpty()) {
            int unitStart = Notation.unitStart(rest);
            int unitEnd = unitStart;
            while (unitEnd < rest.length() && Character.isLetter(rest.charAt(unitEnd))) {
                unitEnd++;
            }
            BigDecimal number = Notation.decimal(rest.substring(0, unitStart), EXPECTED, text);
            if (number.signum() < 0) {
                throw new IllegalArgumentException("a duration is not negative, found '" + text + "'");
            }
            nanos = nanos.add(number.multiply(BigDecimal.valueOf(factor(rest.substring(unitStart, unitEnd), text))));
            rest = rest.substring(unitEnd);
        }
        if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw Notation.unexpected(EXPECTED, text);
        }
        return nanos;
    }

    private static long factor(String unit, String text) {
        for (int u = 0; u < UNITS.length; u++) {
            if (UNITS[u].equals(unit)) {
                return NANOS[u];
            }
        }
        throw Notation.unexpected(EXPECTED, text);
    }

    /** The notation that {@link #parse} reads: {@code 1m30s}, {@code 120ms}; {@code 0s} for nothing. */
    public static String print(Duration duration) {
        long nanos = duration.toNanos();
        if (nanos == 0) {
            return "0s";
        }
        StringBuilder text = new StringBuilder();
        for (int u = UNITS.length - 1; u >= 0 && nanos > 0; u--) {
            long count = nanos / NANOS[u];
            if (count > 0) {
                text.append(count).append(UNITS[u]);
                nanos -= count * NANOS[u];
            }
        }
        return text.toString();
    }
}
