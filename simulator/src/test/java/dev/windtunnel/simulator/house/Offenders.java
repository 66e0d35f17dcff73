package dev.windtunnel.simulator.house;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.Formatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each ban forbids, one thing a method. A ban that overlooks one of them fails its test. Nobody calls these. */
@SuppressWarnings({
    "unused",
    "JavaUtilDate",
    "DefaultCharset",
    "StringCaseLocaleUsage",
    "AnnotateFormatMethod",
    "JavaTimeDefaultTimeZone",
    "StreamResourceLeak"
})
final class Offenders {

    private Offenders() {}

    static final class ConsoleOffender {

        static PrintStream out() {
            return System.out;
        }

        static PrintStream err() {
            return System.err;
        }

        static InputStream in() {
            return System.in;
        }

        static @Nullable Console console() {
            return System.console();
        }
    }

    static final class WallClockOffender {

        static long millis() {
            return System.currentTimeMillis();
        }

        static long nanos() {
            return System.nanoTime();
        }

        static Instant instant() {
            return Instant.now();
        }

        static LocalDate date() {
            return LocalDate.now(ZoneId.of("UTC"));
        }

        static LocalDateTime dateTime() {
            return LocalDateTime.now(Clock.systemUTC());
        }

        static ZonedDateTime zoned() {
            return ZonedDateTime.now(ZoneId.of("UTC"));
        }

        static Clock clock() {
            return Clock.systemUTC();
        }

        static Date legacy() {
            return new Date();
        }

        static Supplier<Instant> reference() {
            return Instant::now;
        }
    }

    static final class LuckOffender {

        static double math() {
            return Math.random();
        }

        static Random constructor() {
            return new Random(7);
        }

        static int shared() {
            return ThreadLocalRandom.current().nextInt();
        }

        static SplittableRandom split() {
            return new SplittableRandom(7);
        }

        static double given(Random random) {
            return random.nextDouble();
        }

        static UUID uuid() {
            return UUID.randomUUID();
        }

        static void shuffle(List<String> words) {
            Collections.shuffle(words);
        }

        static Supplier<Double> reference() {
            return Math::random;
        }
    }

    static final class PlatformMathOffender {

        static double log(double x) {
            return Math.log(x);
        }

        static double log10(double x) {
            return Math.log10(x);
        }

        static double log1p(double x) {
            return Math.log1p(x);
        }

        static double exp(double x) {
            return Math.exp(x);
        }

        static double expm1(double x) {
            return Math.expm1(x);
        }

        static double sin(double x) {
            return Math.sin(x);
        }

        static double cos(double x) {
            return Math.cos(x);
        }

        static double tan(double x) {
            return Math.tan(x);
        }

        static double tanh(double x) {
            return Math.tanh(x);
        }

        static double cbrt(double x) {
            return Math.cbrt(x);
        }

        static double pow(double x) {
            return Math.pow(x, 2.5);
        }

        static DoubleUnaryOperator reference() {
            return Math::exp;
        }
    }

    static final class HashOrderOffender {

        static Map<String, String> mapOf() {
            return Map.of("a", "b");
        }

        static Map<String, String> mapOfEntries() {
            return Map.ofEntries(Map.entry("a", "b"));
        }

        static Map<String, String> mapCopy(Map<String, String> map) {
            return Map.copyOf(map);
        }

        static Set<String> setOf() {
            return Set.of("a");
        }

        static Set<String> setCopy(Set<String> set) {
            return Set.copyOf(set);
        }

        static Map<String, String> hashMap() {
            return new HashMap<>();
        }

        static Map<String, String> sizedHashMap() {
            return HashMap.newHashMap(3);
        }

        static Set<String> hashSet() {
            return new HashSet<>();
        }

        static Map<String, String> identity() {
            return new IdentityHashMap<>();
        }

        static Map<String, String> concurrent() {
            return new ConcurrentHashMap<>();
        }

        static Set<String> concurrentKeys() {
            return ConcurrentHashMap.newKeySet();
        }

        static Supplier<Map<String, String>> reference() {
            return HashMap::new;
        }

        static Set<String> toSet(Stream<String> words) {
            return words.collect(Collectors.toSet());
        }

        static Set<String> toUnmodifiableSet(Stream<String> words) {
            return words.collect(Collectors.toUnmodifiableSet());
        }

        static Map<String, Integer> toMap(Stream<String> words) {
            return words.collect(Collectors.toMap(word -> word, String::length));
        }

        static Map<String, Integer> toMapMerging(Stream<String> words) {
            return words.collect(Collectors.toMap(word -> word, String::length, Integer::sum));
        }

        static Map<Integer, List<String>> groupingBy(Stream<String> words) {
            return words.collect(Collectors.groupingBy(String::length));
        }

        static Map<Integer, Long> groupingByCounting(Stream<String> words) {
            return words.collect(Collectors.groupingBy(String::length, Collectors.counting()));
        }
    }

    static final class IdentityHashOffender {

        static int identity(Object it) {
            return System.identityHashCode(it);
        }
    }

    static final class LocaleOffender {

        static Locale locale() {
            return Locale.getDefault();
        }

        static String format(double x) {
            return String.format("%.1f", x);
        }

        static String formatted(double x) {
            return "%.1f".formatted(x);
        }

        static String upper(String word) {
            return word.toUpperCase();
        }

        static String lower(String word) {
            return word.toLowerCase();
        }

        static void printf(PrintStream to, double x) {
            to.printf("%.1f", x);
        }

        static void writerFormat(PrintWriter to, double x) {
            to.format("%.1f", x);
        }

        static Formatter formatter() {
            return new Formatter();
        }

        static NumberFormat number() {
            return NumberFormat.getInstance();
        }

        static DecimalFormat decimal() {
            return new DecimalFormat("#.0");
        }

        static DateTimeFormatter pattern() {
            return DateTimeFormatter.ofPattern("EEEE");
        }

        static DateTimeFormatter builder() {
            return new DateTimeFormatterBuilder().toFormatter();
        }
    }

    static final class TimeZoneOffender {

        static ZoneId zone() {
            return ZoneId.systemDefault();
        }

        static TimeZone legacy() {
            return TimeZone.getDefault();
        }

        static Clock clock() {
            return Clock.systemDefaultZone();
        }
    }

    static final class DirectoryOrderOffender {

        static String @Nullable [] names(File folder) {
            return folder.list();
        }

        static File @Nullable [] files(File folder) {
            return folder.listFiles();
        }

        static Stream<Path> list(Path folder) throws IOException {
            return Files.list(folder);
        }

        static Stream<Path> walk(Path folder) throws IOException {
            return Files.walk(folder);
        }
    }

    static final class ParallelOffender {

        static Stream<String> stream(Stream<String> words) {
            return words.parallel();
        }

        static Stream<String> collection(Collection<String> words) {
            return words.parallelStream();
        }
    }
}
