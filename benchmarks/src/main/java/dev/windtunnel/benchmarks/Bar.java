package dev.windtunnel.benchmarks;

import java.util.Locale;

/**
 * What was asked for, and what was measured.
 *
 * @param what the quantity, with its unit
 * @param measured its value
 * @param isFloor whether the value should be at least the bar; else at most
 * @param bar what was asked
 */
record Bar(String what, double measured, boolean isFloor, double bar) {

    static Bar atLeast(double bar, String what, double measured) {
        return new Bar(what, measured, true, bar);
    }

    static Bar atMost(double bar, String what, double measured) {
        return new Bar(what, measured, false, bar);
    }

    boolean isMet() {
        return isFloor ? measured >= bar : measured <= bar;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s %.2f, asked at %s %.2f: %s",
                what,
                measured,
                isFloor ? "least" : "most",
                bar,
                isMet() ? "met" : "NOT MET");
    }
}
