package dev.windtunnel.model.unit;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A distribution of durations, in seconds. How it is sampled is the kernel's business; here is only what it is.
 *
 * <p>Written {@code 7ms}, {@code exponential(10ms)}, {@code lognormal(median 33s, cv 1.2)}, {@code lognormal(mean 7ms, cv
 * 0.6)}, {@code lognormal(p50 5ms, p99 40ms)}, {@code uniform(5s, 60s)}, {@code triangular(60s, 75s, 120s)}.
 */
public sealed interface Distribution {

    /** The mean in seconds. */
    double meanSeconds();

    /** Always the same value. */
    record Fixed(double seconds) implements Distribution {
        /** @throws IllegalArgumentException if negative */
        public Fixed {
            notNegative("value", seconds);
        }

        @Override
        public double meanSeconds() {
            return seconds;
        }

        @Override
        public String toString() {
            return print(seconds);
        }
    }

    /** Memoryless, with the given mean. */
    record Exponential(double meanSeconds) implements Distribution {
        /** @throws IllegalArgumentException unless positive */
        public Exponential {
            positive("mean", meanSeconds);
        }

        @Override
        public String toString() {
            return "exponential(" + print(meanSeconds) + ")";
        }
    }

    /** The logarithm is normal, with mean ln(median) and standard deviation sigma. */
    record LogNormal(double medianSeconds, double sigma) implements Distribution {
        /** @throws IllegalArgumentException unless the median is positive and sigma is 0..5 */
        public LogNormal {
            positive("median", medianSeconds);
            if (!(sigma >= 0 && sigma <= 5)) {
                throw new IllegalArgumentException("sigma of a lognormal lies between 0 and 5, found " + sigma);
            }
        }

        /** From the mean of the variable itself and its coefficient of variation: sigma^2 = ln(1 + cv^2). */
        public static LogNormal ofMean(double meanSeconds, double cv) {
            notNegative("cv", cv);
            double sigma = StrictMath.sqrt(StrictMath.log1p(cv * cv));
            return new LogNormal(meanSeconds / StrictMath.exp(sigma * sigma / 2), sigma);
        }

        /** From the median and the coefficient of variation. */
        public static LogNormal ofMedian(double medianSeconds, double cv) {
            notNegative("cv", cv);
            return new LogNormal(medianSeconds, StrictMath.sqrt(StrictMath.log1p(cv * cv)));
        }

        /** From the median and the 99th percentile: sigma = ln(p99 / p50) / 2.3263. */
        public static LogNormal ofPercentiles(double p50Seconds, double p99Seconds) {
            if (!(p99Seconds >= p50Seconds)) {
                throw new IllegalArgumentException(
                        "p99 is at least p50, found p50 " + p50Seconds + " s and p99 " + p99Seconds + " s");
            }
            return new LogNormal(p50Seconds, StrictMath.log(p99Seconds / p50Seconds) / 2.3263478740408408);
        }

        @Override
        public double meanSeconds() {
            return medianSeconds * StrictMath.exp(sigma * sigma / 2);
        }

        @Override
        public String toString() {
            return "lognormal(median " + print(medianSeconds) + ", sigma "
                    + BigDecimal.valueOf(sigma).toPlainString() + ")";
        }
    }

    /** Equally likely between two bounds. */
    record Uniform(double fromSeconds, double toSeconds) implements Distribution {
        /** @throws IllegalArgumentException unless 0 <= from <= to */
        public Uniform {
            notNegative("lower bound", fromSeconds);
            ordered(fromSeconds, toSeconds);
        }

        @Override
        public double meanSeconds() {
            return (fromSeconds + toSeconds) / 2;
        }

        @Override
        public String toString() {
            return "uniform(" + print(fromSeconds) + ", " + print(toSeconds) + ")";
        }
    }

    /** Between two bounds, most likely at the mode. */
    record Triangular(double fromSeconds, double modeSeconds, double toSeconds) implements Distribution {
        /** @throws IllegalArgumentException unless 0 <= from <= mode <= to and from < to */
        public Triangular {
            notNegative("lower bound", fromSeconds);
            ordered(fromSeconds, modeSeconds);
            ordered(modeSeconds, toSeconds);
            if (fromSeconds == toSeconds) {
                throw new IllegalArgumentException("the bounds of a triangular distribution differ");
            }
        }

        @Override
        public double meanSeconds() {
            return (fromSeconds + modeSeconds + toSeconds) / 3;
        }

        @Override
        public String toString() {
            return "triangular(" + print(fromSeconds) + ", " + print(modeSeconds) + ", " + print(toSeconds) + ")";
        }
    }

    /**
     * Reads the notation above.
     *
     * @throws IllegalArgumentException with what was expected
     */
    static Distribution parse(String text) {
        String trimmed = text.strip().toLowerCase(Locale.ROOT);
        int open = trimmed.indexOf('(');
        if (open < 0) {
            return new Fixed(seconds(trimmed));
        }
        if (!trimmed.endsWith(")")) {
            throw Notation.unexpected(expected(), text);
        }
        String family = trimmed.substring(0, open).strip();
        String[] arguments = trimmed.substring(open + 1, trimmed.length() - 1).split(",", -1);
        return switch (family) {
            case "exponential" ->
                new Exponential(seconds(only(arguments, 1, text)[0].replaceFirst("^\\s*mean\\s+", "")));
            case "uniform" -> new Uniform(seconds(only(arguments, 2, text)[0]), seconds(arguments[1]));
            case "triangular" ->
                new Triangular(seconds(only(arguments, 3, text)[0]), seconds(arguments[1]), seconds(arguments[2]));
            case "lognormal" -> logNormal(only(arguments, 2, text), text);
            default -> throw Notation.unexpected(expected(), text);
        };
    }

    private static Distribution logNormal(String[] arguments, String text) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String argument : arguments) {
            String[] words = argument.strip().split("\\s+", 2);
            if (words.length != 2) {
                throw Notation.unexpected(expected(), text);
            }
            named.put(words[0], words[1]);
        }
        String kind = String.join("+", named.keySet());
        return switch (kind) {
            case "median+cv" -> LogNormal.ofMedian(seconds(named.get("median")), number(named.get("cv"), text));
            case "mean+cv" -> LogNormal.ofMean(seconds(named.get("mean")), number(named.get("cv"), text));
            case "p50+p99" -> LogNormal.ofPercentiles(seconds(named.get("p50")), seconds(named.get("p99")));
            case "median+sigma" -> new LogNormal(seconds(named.get("median")), number(named.get("sigma"), text));
            default -> throw Notation.unexpected(expected(), text);
        };
    }

    private static String[] only(String[] arguments, int count, String text) {
        if (arguments.length != count) {
            throw Notation.unexpected(expected(), text);
        }
        return arguments;
    }

    private static double seconds(@org.jspecify.annotations.Nullable String text) {
        return Durations.parse(text == null ? "" : text).toNanos() / 1e9;
    }

    private static double number(@org.jspecify.annotations.Nullable String text, String whole) {
        return Notation.decimal(text == null ? "" : text, expected(), whole).doubleValue();
    }

    private static String expected() {
        return "a duration (7ms) or a distribution: exponential(10ms), lognormal(median 33s, cv 1.2),"
                + " lognormal(mean 7ms, cv 0.6), lognormal(p50 5ms, p99 40ms), uniform(5s, 60s) or triangular(60s, 75s, 120s)";
    }

    private static void positive(String what, double seconds) {
        if (!(seconds > 0) || Double.isInfinite(seconds)) {
            throw new IllegalArgumentException(
                    "the " + what + " of a distribution is positive, found " + seconds + " s");
        }
    }

    private static void notNegative(String what, double seconds) {
        if (!(seconds >= 0) || Double.isInfinite(seconds)) {
            throw new IllegalArgumentException("the " + what + " of a distribution is not negative, found " + seconds);
        }
    }

    private static void ordered(double lower, double upper) {
        if (!(lower <= upper) || Double.isInfinite(upper)) {
            throw new IllegalArgumentException(
                    "the bounds of a distribution rise, found " + lower + " s before " + upper + " s");
        }
    }

    private static String print(double seconds) {
        return Durations.print(
                Duration.ofNanos(BigDecimal.valueOf(seconds).movePointRight(9).longValue()));
    }
}
