package dev.windtunnel.simulator.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a chart's values count, and how an axis says so. */
public enum Unit {
    /** Pieces: ticks are whole. */
    PIECES("", 1),
    /** Events per second. */
    PER_SECOND("/s", 0),
    /** Shares 0..1, said in percent. */
    SHARE("%", 0),
    /** Nanoseconds, said in microseconds, milliseconds or seconds. */
    LATENCY("", 0);

    private final String suffix;
    private final double smallestStep;

    Unit(String suffix, double smallestStep) {
        this.suffix = suffix;
        this.smallestStep = smallestStep;
    }

    /** Smallest distance of two ticks. */
    double smallestStep() {
        return smallestStep;
    }

    /** The value as an axis prints it: {@code 1.5k/s}, {@code 80%}, {@code 250 ms}. */
    public String label(double value) {
        return switch (this) {
            case PIECES, PER_SECOND -> thousands(value) + suffix;
            case SHARE -> plain(value * 100) + suffix;
            case LATENCY -> latency(value);
        };
    }

    private static String thousands(double value) {
        if (value >= 1e6) {
            return plain(value / 1e6) + "M";
        }
        return value >= 1e4 ? plain(value / 1e3) + "k" : plain(value);
    }

    private static String latency(double nanos) {
        if (nanos >= 1e9) {
            return plain(nanos / 1e9) + " s";
        }
        return nanos >= 1e6 ? plain(nanos / 1e6) + " ms" : plain(nanos / 1e3) + " µs";
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value)
                .setScale(4, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
