package dev.windtunnel.model.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number of things, or a share of them: {@code 2} or {@code 25%}, what Kubernetes calls IntOrString. Who holds it says
 * whether a share is rounded up or down.
 *
 * @param count the number; 0 where it is a share
 * @param percent the share in percent, 0 to 100; negative where it is a number
 */
public record CountOrShare(int count, int percent) {

    private static final String EXPECTED = "a number such as 2 or a whole share such as 25%";
    private static final int IS_COUNT = -1;

    /** @throws IllegalArgumentException if it is neither a number nor a share */
    public CountOrShare {
        boolean isCount = count >= 0 && percent == IS_COUNT;
        boolean isShare = count == 0 && percent >= 0 && percent <= 100;
        if (!isCount && !isShare) {
            throw new IllegalArgumentException(
                    "a count is at least 0 and a share lies between 0% and 100%, found count " + count + " and "
                            + percent + "%");
        }
    }

    /** A number of things. */
    public static CountOrShare ofCount(int count) {
        return new CountOrShare(count, IS_COUNT);
    }

    /** A share in percent. */
    public static CountOrShare ofPercent(int percent) {
        return new CountOrShare(0, percent);
    }

    /**
     * Reads the notation.
     *
     * @throws IllegalArgumentException with what was expected
     */
    public static CountOrShare parse(String text) {
        String stripped = text.strip();
        boolean isPercent = stripped.endsWith("%");
        String digits = isPercent ? stripped.substring(0, stripped.length() - 1) : stripped;
        boolean plain =
                !digits.isEmpty() && digits.length() <= 6 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!plain || (isPercent && Integer.parseInt(digits) > 100)) {
            throw Notation.unexpected(EXPECTED, text);
        }
        int number = Integer.parseInt(digits);
        return isPercent ? ofPercent(number) : ofCount(number);
    }

    /** Whether it is a share. */
    public boolean isShare() {
        return percent != IS_COUNT;
    }

    /** How many of so many, a share rounded up. */
    public int roundedUp(int total) {
        return of(total, RoundingMode.CEILING);
    }

    /** How many of so many, a share rounded down. */
    public int roundedDown(int total) {
        return of(total, RoundingMode.FLOOR);
    }

    private int of(int total, RoundingMode rounding) {
        return isShare()
                ? BigDecimal.valueOf((long) total * percent)
                        .movePointLeft(2)
                        .setScale(0, rounding)
                        .intValueExact()
                : count;
    }

    /** The notation that {@link #parse} reads. */
    @Override
    public String toString() {
        return isShare() ? percent + "%" : Integer.toString(count);
    }
}
