package dev.windtunnel.model.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** An exact amount of US dollars. Rounded once, when printed. */
public record Money(BigDecimal usd) implements Comparable<Money> {

    /** Nothing. */
    public static final Money ZERO = new Money(BigDecimal.ZERO);

    private static final String EXPECTED = "an amount such as 45000 USD";

    /** Trailing zeros carry no meaning: {@code 1.50} equals {@code 1.5}. */
    public Money {
        usd = usd.stripTrailingZeros();
    }

    /**
     * Reads {@code 45000 USD}, {@code $45000} or {@code 45000}.
     *
     * @throws IllegalArgumentException with what was expected
     */
    public static Money parse(String text) {
        String trimmed = text.strip();
        String digits = trimmed;
        if (trimmed.toUpperCase(Locale.ROOT).endsWith("USD")) {
            digits = trimmed.substring(0, trimmed.length() - 3);
        } else if (trimmed.startsWith("$")) {
            digits = trimmed.substring(1);
        }
        return new Money(Notation.decimal(digits, EXPECTED, text));
    }

    /** Of a decimal amount. */
    public static Money of(String usd) {
        return new Money(new BigDecimal(usd));
    }

    /** The sum. */
    public Money plus(Money other) {
        return new Money(usd.add(other.usd));
    }

    /** The product with a quantity, exact. */
    public Money times(BigDecimal quantity) {
        return new Money(usd.multiply(quantity));
    }

    /** Rounded to cents, half up. */
    public BigDecimal cents() {
        return usd.setScale(2, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Money other) {
        return usd.compareTo(other.usd);
    }

    /** {@code 45000 USD}, exact. */
    @Override
    public String toString() {
        return usd.toPlainString() + " USD";
    }
}
