package dev.windtunnel.simulator.report;

import dev.windtunnel.model.unit.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How numbers are printed, everywhere alike: three significant digits where that is enough, groups of three, no locale. */
final class Figures {

    private Figures() {}

    /** {@code 1,234,567}. */
    static String count(long count) {
        return grouped(String.valueOf(count));
    }

    /** A measured share in percent with three decimals, never rounded up: 99.8999% is not 99.9%. */
    static String achieved(double share) {
        return BigDecimal.valueOf(share)
                        .movePointRight(2)
                        .setScale(3, RoundingMode.FLOOR)
                        .toPlainString() + "%";
    }

    /** A share in percent with one decimal: {@code 91.2%}. */
    static String percent(double share) {
        return decimals(share * 100, 1) + "%";
    }

    /** {@code 0.42 ms}, {@code 142 ms}, {@code 1.42 s}, {@code 125 s}. */
    static String latency(long nanos) {
        if (nanos == 0) {
            return "0 ms";
        }
        return nanos < 1_000_000_000L ? significant(nanos / 1e6) + " ms" : significant(nanos / 1e9) + " s";
    }

    /** {@code 16 s}, {@code 1.4 s}: seconds, with a decimal only if there is one. */
    static String seconds(double seconds) {
        BigDecimal rounded =
                BigDecimal.valueOf(seconds).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
        return grouped(rounded.toPlainString()) + " s";
    }

    /** {@code 312/s}. */
    static String rate(double perSecond) {
        return significantGrouped(perSecond) + "/s";
    }

    /** {@code $1,234.56}; below a cent with three significant digits, so that it does not vanish. */
    static String money(Money amount) {
        BigDecimal usd = amount.usd();
        boolean small = usd.signum() != 0 && usd.abs().compareTo(new BigDecimal("0.01")) < 0;
        return small
                ? "$" + usd.round(new MathContext(3, RoundingMode.HALF_UP)).toPlainString()
                : "$" + grouped(amount.cents().toPlainString());
    }

    /** A price of a unit, with all of its digits up to a millionth: {@code $0.0132}, {@code $12.50}. */
    static String price(Money price) {
        BigDecimal usd = price.usd().setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
        return "$"
                + grouped(usd.setScale(Math.max(2, usd.scale()), RoundingMode.UNNECESSARY)
                        .toPlainString());
    }

    /** A quantity with at most three decimals: {@code 72}, {@code 4,211.382}. */
    static String quantity(BigDecimal quantity) {
        BigDecimal rounded = quantity.setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
        return grouped(rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString());
    }

    /** So many decimals, half up. */
    static String decimals(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String significantGrouped(double value) {
        return Math.abs(value) >= 100 ? count(Math.round(value)) : significant(value);
    }

    private static String significant(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(3, RoundingMode.HALF_UP));
        int digitsBeforePoint = rounded.precision() - rounded.scale();
        return rounded.setScale(Math.max(0, 3 - digitsBeforePoint), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    private static String grouped(String plain) {
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        StringBuilder grouped = new StringBuilder(whole);
        for (int i = whole.length() - 3; i > (whole.startsWith("-") ? 1 : 0); i -= 3) {
            grouped.insert(i, ',');
        }
        return point < 0
                ? grouped.toString()
                : grouped.append(plain.substring(point)).toString();
    }
}
