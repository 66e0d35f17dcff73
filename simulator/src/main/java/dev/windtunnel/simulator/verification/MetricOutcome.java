package dev.windtunnel.simulator.verification;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * A metric against its expected value.
 *
 * @param halfWidth of the 99.9 % interval; 0 without randomness
 * @param used share of what is allowed that the deviation takes: at most 1 if it passes
 */
public record MetricOutcome(
        String metric, double expected, double got, double halfWidth, double used, Verdict verdict) {

    /** {@code mean_wait_s  expected 0.0428  got 0.0427  +- 0.0003  passed}. */
    String print() {
        return String.format(
                Locale.ROOT,
                "%-32s expected %-14s got %-14s 99.9%% [%s, %s]  %s",
                metric,
                number(expected),
                number(got),
                number(got - halfWidth),
                number(got + halfWidth),
                verdict.name().toLowerCase(Locale.ROOT));
    }

    /** Seven significant digits, without trailing zeros. */
    static String number(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : String.valueOf(value);
        }
        return new BigDecimal(value)
                .round(new MathContext(7))
                .stripTrailingZeros()
                .toString();
    }

    /** The same, judged otherwise. */
    MetricOutcome withVerdict(Verdict other) {
        return new MetricOutcome(metric, expected, got, halfWidth, used, other);
    }
}
