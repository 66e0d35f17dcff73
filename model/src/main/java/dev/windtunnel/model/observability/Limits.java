package dev.windtunnel.model.observability;

import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.util.List;

/** Ranges that several records of this room share. Messages begin with the key, by which the reader finds the position. */
final class Limits {

    private Limits() {}

    static void atLeast(String key, Duration found, Duration least) {
        if (found.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    key + " is at least " + Durations.print(least) + ", found " + Durations.print(found));
        }
    }

    static void notNegative(String key, int found) {
        if (found < 0) {
            throw new IllegalArgumentException(key + " is not negative, found " + found);
        }
    }

    static void notEmpty(String key, List<?> found) {
        if (found.isEmpty()) {
            throw new IllegalArgumentException(key + " is not empty");
        }
    }
}
