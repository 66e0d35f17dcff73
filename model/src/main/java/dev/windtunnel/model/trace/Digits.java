package dev.windtunnel.model.trace;

/** Whole numbers inside a text, without copying it. */
final class Digits {

    private Digits() {}

    /** The number that these digits make, -1 if they are not 1 to 15 digits. */
    static long number(String text, int from, int to) {
        if (to <= from || to - from > 15 || to > text.length()) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
