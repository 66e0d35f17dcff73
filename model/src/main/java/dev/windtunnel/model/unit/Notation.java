package dev.windtunnel.model.unit;

import java.math.BigDecimal;

/** Reads the number part of a quantity; what all units share. */
final class Notation {

    private Notation() {}

    /** @throws IllegalArgumentException naming the whole text and what was expected */
    static BigDecimal decimal(String digits, String expected, String wholeText) {
        String text = digits.strip();
        // BigDecimal would take 1e9 and exponents of any size; people write plain decimals.
        boolean plain = !text.isEmpty()
                && text.length() <= 30
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
        if (plain) {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException notANumber) {
                throw unexpected(expected, wholeText);
            }
        }
        throw unexpected(expected, wholeText);
    }

    static IllegalArgumentException unexpected(String expected, String found) {
        return new IllegalArgumentException("expected " + expected + ", found '" + found + "'");
    }

    /** Where the number ends and the unit begins. */
    static int unitStart(String text) {
        int i = 0;
        while (i < text.length() && "0123456789.-".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }
}
