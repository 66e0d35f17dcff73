package dev.windtunnel.model.scenario;

import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** A moment of the scenario, as the user writes it. */
public sealed interface Moment {

    /** The next occurrence of a local clock time at or after the scenario's start; needs the scenario's timezone. */
    record ClockTime(LocalTime time) implements Moment {
        @Override
        public String toString() {
            return time.format(
                    time.getSecond() == 0
                            ? DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)
                            : DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT));
        }
    }

    /** An offset from the scenario's start. */
    record Offset(Duration fromStart) implements Moment {
        @Override
        public String toString() {
            return "+" + Durations.print(fromStart);
        }
    }

    /**
     * Reads {@code 20:15}, {@code 20:15:30} or {@code +6h15m}.
     *
     * @throws IllegalArgumentException with what was expected
     */
    static Moment parse(String text) {
        String trimmed = text.strip();
        if (trimmed.startsWith("+")) {
            return new Offset(Durations.parse(trimmed.substring(1)));
        }
        try {
            return new ClockTime(LocalTime.parse(trimmed.length() == 4 ? "0" + trimmed : trimmed));
        } catch (DateTimeParseException notAClockTime) {
            throw new IllegalArgumentException(
                    "expected a clock time such as 20:15 or an offset such as +6h15m, found '" + text + "'");
        }
    }
}
