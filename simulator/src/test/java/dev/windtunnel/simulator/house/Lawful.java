package dev.windtunnel.simulator.house;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The lawful ways beside the forbidden ones: no ban may bite here. */
final class Lawful {

    private Lawful() {}

    static void print(PrintWriter given) {
        given.printf(Locale.ROOT, "%,d", 1000);
    }

    static LocalDate dayOf(Instant given, ZoneId zone) {
        return LocalDate.ofInstant(given, zone);
    }

    static double logarithm(double x) {
        return Math.max(StrictMath.log(x), Math.sqrt(x));
    }

    static Map<String, List<String>> byFirstLetter(List<String> words) {
        return words.stream()
                .collect(Collectors.groupingBy(word -> word.substring(0, 1), TreeMap::new, Collectors.toList()));
    }

    static Map<String, Integer> lengths(List<String> words) {
        return words.stream().collect(Collectors.toMap(word -> word, String::length, Integer::sum, LinkedHashMap::new));
    }

    static List<Object> collections() {
        return new ArrayList<>(List.of(new TreeSet<String>(), new EnumMap<Thread.State, String>(Thread.State.class)));
    }

    static String text(String word, Instant moment, ZoneId zone) {
        return String.format(Locale.ROOT, "%s", word).toUpperCase(Locale.ROOT)
                + DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)
                        .withZone(zone)
                        .format(moment);
    }
}
