package dev.windtunnel.model.yaml;

import dev.windtunnel.model.scenario.Moment;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.Cidr;
import dev.windtunnel.model.unit.CountDistribution;
import dev.windtunnel.model.unit.CpuQuantity;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Money;
import dev.windtunnel.model.unit.Rate;
import dev.windtunnel.model.unit.Schedule;
import dev.windtunnel.model.unit.Share;
import dev.windtunnel.model.unit.WeeklyWindow;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a value on one line looks to an editor and to a person. What it means exactly, {@link Scalars} decides; the pattern here is
 * never narrower than that.
 *
 * @param name one word for it, as it is referred to
 * @param words what it is called in a table
 * @param notation how it is written
 * @param jsonTypes what a YAML tool takes it for
 * @param pattern that it fulfills where it is a text; empty where any text will do
 */
record ScalarForm(String name, String words, String notation, List<String> jsonTypes, String pattern) {

    private static final List<String> TEXT = List.of("string");
    private static final List<String> TEXT_OR_NUMBER = List.of("string", "number");

    private static final String PAIRS = "([0-9.]+(ns|us|ms|s|m|h|d))+";

    /** Open at the end: in {@code {cpu: lognormal(mean 7ms, cv 0.6)}} YAML itself takes the value to end at the comma. */
    private static final String FAMILY = "[A-Za-z]+ *\\(.*";

    private static final Map<Class<?>, ScalarForm> FORMS = forms();

    private static Map<Class<?>, ScalarForm> forms() {
        Map<Class<?>, ScalarForm> forms = new LinkedHashMap<>();
        addPlain(forms);
        addTimes(forms);
        addQuantities(forms);
        addDistributions(forms);
        return forms;
    }

    private static void addPlain(Map<Class<?>, ScalarForm> forms) {
        forms.put(
                String.class, new ScalarForm("text", "text", "Any text.", List.of("string", "number", "boolean"), ""));
        ScalarForm whole = new ScalarForm("wholeNumber", "whole number", "Digits: `12`.", List.of("integer"), "");
        List.of(int.class, Integer.class, long.class, Long.class).forEach(type -> forms.put(type, whole));
        ScalarForm number =
                new ScalarForm("number", "number", "Digits with a point or without: `1.5`.", List.of("number"), "");
        List.of(double.class, Double.class).forEach(type -> forms.put(type, number));
        ScalarForm truth = new ScalarForm("truth", "true or false", "`true` or `false`.", List.of("boolean"), "");
        List.of(boolean.class, Boolean.class).forEach(type -> forms.put(type, truth));
    }

    private static void addTimes(Map<Class<?>, ScalarForm> forms) {
        forms.put(
                Duration.class,
                new ScalarForm(
                        "duration",
                        "duration",
                        "Numbers with units `ns`, `us`, `ms`, `s`, `m`, `h`, `d`: `120ms`, `15s`, `6h15m`, `30d`; or `0`.",
                        List.of("string", "integer"),
                        "^(0|" + PAIRS + ")$"));
        forms.put(
                LocalDateTime.class,
                new ScalarForm(
                        "localDateTime",
                        "local date and time",
                        "Without an offset: `2026-11-27T00:00`.",
                        TEXT,
                        "^[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9.]+)?$"));
        forms.put(
                OffsetDateTime.class,
                new ScalarForm(
                        "instant",
                        "date and time with offset",
                        "`1998-06-23T00:00:00Z` or `1995-07-13T00:00:00-04:00`.",
                        TEXT,
                        "^[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|z|[+-][0-9:]+)$"));
        forms.put(
                ZoneId.class,
                new ScalarForm(
                        "timeZone", "time zone", "An IANA name: `America/New_York`.", TEXT, "^[A-Za-z0-9/_+-]+$"));
        forms.put(
                Moment.class,
                new ScalarForm(
                        "moment",
                        "moment",
                        "A clock time, `20:15` or `20:15:30`, or an offset from the start, `+6h15m`.",
                        TEXT,
                        "^([0-9]{1,2}:[0-9]{2}(:[0-9.]+)?|\\+ *(0|" + PAIRS + "))$"));
        forms.put(
                Schedule.class,
                new ScalarForm(
                        "schedule",
                        "cron schedule",
                        "Five fields, minute, hour, day of month, month, day of week: `0 3 * * sun`; or `@daily` and the like.",
                        TEXT,
                        "^ *(@[A-Za-z]+|([^ ]+ +){4}[^ ]+) *$"));
        forms.put(
                WeeklyWindow.class,
                new ScalarForm(
                        "weeklyWindow",
                        "weekly window",
                        "From and to, in UTC or with a time zone: `sun:03:00-sun:05:00`, `sun:03:00-sun:05:00 America/New_York`.",
                        TEXT,
                        "^[A-Za-z]{3}:[0-9]{1,2}:[0-9]{2} *- *[A-Za-z]{3}:[0-9]{1,2}:[0-9]{2}( +[A-Za-z0-9/_+-]+)?$"));
    }

    private static void addQuantities(Map<Class<?>, ScalarForm> forms) {
        forms.put(
                ByteSize.class,
                new ScalarForm(
                        "byteSize",
                        "size",
                        "Binary `Ki`, `Mi`, `Gi`, `Ti`, decimal `KB`, `MB`, `GB`, `TB`, or bytes: `512Mi`, `180MB`.",
                        TEXT_OR_NUMBER,
                        "^[0-9.]+ *(Ti|Gi|Mi|Ki|TB|GB|MB|KB|kB|B)?$"));
        forms.put(
                Cidr.class,
                new ScalarForm(
                        "cidr",
                        "CIDR block",
                        "`10.30.0.0/16`; host bits are zero.",
                        TEXT,
                        "^[0-9]{1,3}(\\.[0-9]{1,3}){3}/[0-9]{1,2}$"));
        forms.put(
                CpuQuantity.class,
                new ScalarForm(
                        "cpuQuantity",
                        "CPU quantity",
                        "As Kubernetes writes it: `250m`, `1` or `1.5` vCPU.",
                        TEXT_OR_NUMBER,
                        "^[0-9.]+m?$"));
        forms.put(
                Money.class,
                new ScalarForm(
                        "money", "amount of money", "`45000 USD`.", TEXT_OR_NUMBER, "^\\$?[0-9.-]+ *([Uu][Ss][Dd])?$"));
        forms.put(
                Rate.class,
                new ScalarForm(
                        "rate", "rate", "`50/s`, `3000/min`, `100/h` or `20/d`.", TEXT, "^[0-9.]+ */ *(s|min|m|h|d)$"));
        forms.put(
                Share.class,
                new ScalarForm(
                        "share",
                        "share",
                        "A percentage, `99.9%`, or a number from 0 to 1.",
                        TEXT_OR_NUMBER,
                        "^[0-9.]+ *%?$"));
    }

    private static void addDistributions(Map<Class<?>, ScalarForm> forms) {
        forms.put(
                Distribution.class,
                new ScalarForm(
                        "distribution",
                        "distribution of durations",
                        "A duration, or `exponential(10ms)`, `lognormal(mean 7ms, cv 0.6)`, `lognormal(p50 5ms, p99 40ms)`,"
                                + " `lognormal(median 33s, cv 1.2)`, `normal(mean 10ms, sd 2ms)`, `gamma(mean 10ms, cv 0.5)`,"
                                + " `erlang(k 4, mean 10ms)`, `hyperexponential(90% 5ms, 10% 80ms)`, `weibull(mean 10ms, shape 0.7)`,"
                                + " `pareto(min 2ms, max 2s, alpha 1.5)`, `uniform(5s, 60s)`, `triangular(60s, 75s, 120s)`,"
                                + " `empirical(5ms 70%, 20ms 30%)`.",
                        List.of("string", "integer"),
                        "^(0|" + PAIRS + "|" + FAMILY + ")$"));
        forms.put(
                CountDistribution.class,
                new ScalarForm(
                        "countDistribution",
                        "distribution of counts",
                        "A whole number from 1, or `geometric(mean 6)`, `lognormal(mean 6, cv 1.25)`, `empirical(1 37%, 2 63%)`.",
                        List.of("string", "integer"),
                        "^([0-9]+|" + FAMILY + ")$"));
    }

    /** The form of a type that stands on one line; empty for enums and for what takes more than one. */
    static Optional<ScalarForm> of(Class<?> type) {
        if (type.isEnum() || Scalars.reader(type).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(FORMS.getOrDefault(type, unnamed(type)));
    }

    /** Whether the only number without a unit is 0. */
    boolean isZeroWithoutUnit() {
        return name.equals("duration") || name.equals("distribution");
    }

    /** Of a type that nobody described here: its own name, and what it says of itself. */
    private static ScalarForm unnamed(Class<?> type) {
        String simple = type.getSimpleName();
        String words = simple.replaceAll("(?<=.)([A-Z])", " $1").toLowerCase(Locale.ROOT);
        String doc = FormatTypes.doc(type);
        return new ScalarForm(
                simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1),
                words,
                doc.isEmpty() ? "" : doc + ".",
                List.of("string", "number", "boolean"),
                "");
    }
}
