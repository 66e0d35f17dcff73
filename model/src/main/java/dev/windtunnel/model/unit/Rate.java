package dev.windtunnel.model.unit;

import java.math.BigDecimal;

/** Events per second, never negative. */
public record Rate(double perSecond) implements Comparable<Rate> {

    private static final String EXPECTED = "a rate such as 50/s, 3000/min or 100/h";

    /** @throws IllegalArgumentException if negative or not finite */
    public Rate {
        if (!(perSecond >= 0) || Double.isInfinite(perSecond)) {
            throw new IllegalArgumentException("a rate is not negative, found " + perSecond + "/s");
        }
    }

    /**
     * Reads {@code 50/s}, {@code 3000/min}, {@code 100/h}.
     *
     * @throws IllegalArgumentException with what was expected
     */
    public static Rate parse(String text) {
        String[] halves = text.strip().split("/", -1);
        if (halves.length != 2) {
            throw Notation.unexpected(EXPECTED, text);
        }
        BigDecimal number = Notation.decimal(halves[0], EXPECTED, text);
        double seconds =
                switch (halves[1].strip()) {
                    case "s" -> 1;
                    case "min", "m" -> 60;
                    case "h" -> 3600;
                    case "d" -> 86400;
                    default -> throw Notation.unexpected(EXPECTED, text);
                };
        return new Rate(number.doubleValue() / seconds);
    }

    @Override
    public int compareTo(Rate other) {
        return Double.compare(perSecond, other.perSecond);
    }

    /** {@code 50/s}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(perSecond).stripTrailingZeros().toPlainString() + "/s";
    }
}
