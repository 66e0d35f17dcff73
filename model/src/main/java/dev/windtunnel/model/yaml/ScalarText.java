package dev.windtunnel.model.yaml;

import dev.windtunnel.model.unit.Durations;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** The text of a value on one line: what {@link Scalars} reads as an equal value. */
final class ScalarText {

    private ScalarText() {}

    /** Units, moments and dates print what they read; the others are told here. */
    static String of(Object value) {
        return switch (value) {
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            case Duration duration -> Durations.print(duration);
            case Double number ->
                number == 0
                        ? "0"
                        : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }
}
