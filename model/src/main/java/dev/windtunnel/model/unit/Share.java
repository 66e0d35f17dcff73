package dev.windtunnel.model.unit;

import java.math.BigDecimal;

/** A part of a whole, 0..1; percent only when written or printed. */
public record Share(double value) implements Comparable<Share> {

    /** Nothing of it. */
    public static final Share NONE = new Share(0);

    /** All of it. */
    public static final Share ALL = new Share(1);

    /** @throws IllegalArgumentException outside 0..1 or not a number */
    public Share {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a share lies between 0% and 100%, found " + percent(value));
        }
    }

    /**
     * Reads {@code 99.9%} or a plain number between 0 and 1.
     *
     * @throws IllegalArgumentException with what was expected
     */
    public static Share parse(String text) {
        String trimmed = text.strip();
        boolean percent = trimmed.endsWith("%");
        String digits = percent ? trimmed.substring(0, trimmed.length() - 1).strip() : trimmed;
        BigDecimal number = Notation.decimal(digits, "a share such as 99.9% or 0.25", text);
        return new Share(percent ? number.movePointLeft(2).doubleValue() : number.doubleValue());
    }

    @Override
    public int compareTo(Share other) {
        return Double.compare(value, other.value);
    }

    /** In percent, as short as it can be: {@code 99.9%}. */
    @Override
    public String toString() {
        return percent(value);
    }

    private static String percent(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value)
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString() + "%"
                : value + "";
    }
}
