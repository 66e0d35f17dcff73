package dev.windtunnel.model.yaml;

import dev.windtunnel.model.problem.NearestName;
import dev.windtunnel.model.scenario.Moment;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.Cidr;
import dev.windtunnel.model.unit.CountDistribution;
import dev.windtunnel.model.unit.CountOrShare;
import dev.windtunnel.model.unit.CpuQuantity;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.model.unit.Money;
import dev.windtunnel.model.unit.Rate;
import dev.windtunnel.model.unit.Schedule;
import dev.windtunnel.model.unit.Share;
import dev.windtunnel.model.unit.WeeklyWindow;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads values that stand on one line, from their raw text. Every reader throws IllegalArgumentException with what it expected. */
final class Scalars {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,30}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");
    private static final Map<Class<?>, Function<String, ?>> READERS = readers();

    private Scalars() {}

    private static Map<Class<?>, Function<String, ?>> readers() {
        Map<Class<?>, Function<String, ?>> readers = new LinkedHashMap<>();
        readers.put(String.class, text -> text);
        readers.put(int.class, text -> (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE));
        readers.put(Integer.class, text -> (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE));
        readers.put(long.class, text -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE));
        readers.put(Long.class, text -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE));
        readers.put(double.class, Scalars::decimal);
        readers.put(Double.class, Scalars::decimal);
        readers.put(boolean.class, Scalars::truth);
        readers.put(Boolean.class, Scalars::truth);
        readers.put(Duration.class, Durations::parse);
        readers.put(LocalDateTime.class, Scalars::localDateTime);
        readers.put(OffsetDateTime.class, Scalars::offsetDateTime);
        readers.put(ZoneId.class, Scalars::zone);
        readers.put(Moment.class, Moment::parse);
        readers.put(ByteSize.class, ByteSize::parse);
        readers.put(Cidr.class, Cidr::parse);
        readers.put(CountDistribution.class, CountDistribution::parse);
        readers.put(CountOrShare.class, CountOrShare::parse);
        readers.put(CpuQuantity.class, CpuQuantity::parse);
        readers.put(Distribution.class, Distribution::parse);
        readers.put(Money.class, Money::parse);
        readers.put(Rate.class, Rate::parse);
        readers.put(Schedule.class, Schedule::parse);
        readers.put(Share.class, Share::parse);
        readers.put(WeeklyWindow.class, WeeklyWindow::parse);
        return readers;
    }

    /** The reader of a type that stands on one line; empty for lists, mappings and choices. */
    static Optional<Function<String, ?>> reader(Class<?> type) {
        Function<String, ?> reader = READERS.get(type);
        if (reader != null) {
            return Optional.of(reader);
        }
        return type.isEnum() ? Optional.of(text -> constant(type, text)) : Optional.empty();
    }

    /**
     * Reads one value.
     *
     * @throws IllegalArgumentException with what was expected
     */
    static Object read(Class<?> type, String text) {
        return reader(type)
                .orElseThrow(() -> new IllegalStateException(type.getName() + " does not stand on one line"))
                .apply(text);
    }

    /** The words of an enum as they are written: {@code on-demand}. */
    static List<String> words(Class<?> enumType) {
        return Arrays.stream(enumType.getEnumConstants())
                .map(constant ->
                        ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    /** What is expected of a type, for shapes that are wrong altogether. */
    static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + String.join(", ", words(type));
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        return type == double.class || type == Double.class ? "a number" : "a single value";
    }

    private static Object constant(Class<?> enumType, String text) {
        List<String> words = words(enumType);
        int at = words.indexOf(text);
        if (at >= 0) {
            return enumType.getEnumConstants()[at];
        }
        List<String> near = NearestName.of(text, words, 1);
        throw new IllegalArgumentException("expected one of " + String.join(", ", words) + ", found '"
                + Advice.shorten(text) + "'" + (near.isEmpty() ? "" : "; did you mean '" + near.getFirst() + "'?"));
    }

    private static long whole(String text, long min, long max) {
        if (!WHOLE.matcher(text).matches()) {
            throw unexpected("a whole number such as 12", text);
        }
        // Decimal, leading zeros or not: YAML 1.1 would take 010 for 8.
        BigInteger number = new BigInteger(text);
        if (number.compareTo(BigInteger.valueOf(min)) < 0 || number.compareTo(BigInteger.valueOf(max)) > 0) {
            throw unexpected("a whole number between " + min + " and " + max, text);
        }
        return number.longValueExact();
    }

    private static double decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw unexpected("a number such as 1.5", text);
        }
        return new BigDecimal(text).doubleValue();
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw unexpected("true or false", text);
        };
    }

    private static LocalDateTime localDateTime(String text) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeParseException notLocal) {
            throw unexpected("a local date and time without offset such as 2026-11-27T00:00", text);
        }
    }

    private static OffsetDateTime offsetDateTime(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeParseException noOffset) {
            throw unexpected(
                    "a date and time with its offset such as 1998-06-23T00:00:00Z or 1995-07-13T00:00:00-04:00", text);
        }
    }

    private static ZoneId zone(String text) {
        TreeSet<String> known = new TreeSet<>(ZoneId.getAvailableZoneIds());
        if (known.contains(text)) {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException withoutRules) {
                throw unexpected("an IANA time zone such as America/New_York", text);
            }
        }
        List<String> near = NearestName.of(text, known, 3);
        throw new IllegalArgumentException("expected an IANA time zone such as America/New_York, found '"
                + Advice.shorten(text) + "'"
                + (near.isEmpty() ? "" : "; did you mean '" + String.join("' or '", near) + "'?"));
    }

    private static IllegalArgumentException unexpected(String expected, String found) {
        return new IllegalArgumentException("expected " + expected + ", found '" + Advice.shorten(found) + "'");
    }
}
