package dev.windtunnel.simulator.verification;

import dev.windtunnel.model.yaml.JsonValue;
import dev.windtunnel.simulator.compile.StationNetwork.Next;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Routing as cases write it: {@code a -> b -> exit} is a chain, {@code app->db .5, app->exit .3} are steps with a
 * probability (1 if none is written). Parts stand between commas and semicolons. {@code exit} leaves an open network,
 * {@code think} closes a closed one.
 */
final class Routing {

    private static final Pattern STEP = Pattern.compile("\\s*([A-Za-z0-9_-]+?)(?:\\s+([0-9]*\\.?[0-9]+))?\\s*");

    private final List<String> stations;
    private final List<List<Next>> next = new ArrayList<>();
    private int first = -1;

    private Routing(List<String> stations) {
        this.stations = stations;
        stations.forEach(_ -> next.add(new ArrayList<>()));
    }

    /** Reads the text; without one, requests visit the stations in their order. */
    static Routing read(JsonValue model, List<String> stations) {
        Routing routing = new Routing(stations);
        if (!model.has("routing")) {
            routing.follow(stations, model);
            return routing;
        }
        JsonValue text = model.get("routing");
        if (!text.isText()) {
            throw new NotUnderstood("routing that is no text of steps such as 'a -> b .5'");
        }
        String steps = text.text().replaceFirst("\\(.*", "");
        for (String part : steps.split("[,;]", -1)) {
            if (!part.isBlank()) {
                routing.add(List.of(part.replace("<-", "?").split("->", -1)), text);
            }
        }
        return routing;
    }

    private void follow(List<String> names, JsonValue where) {
        for (int i = 0; i < names.size(); i++) {
            step(names.get(i), i + 1 < names.size() ? names.get(i + 1) : "exit", 1, where);
        }
    }

    private void add(List<String> names, JsonValue where) {
        if (names.size() < 2) {
            throw where.expected("steps such as 'a -> b .5'");
        }
        for (int i = 0; i + 1 < names.size(); i++) {
            Matcher from = match(names.get(i), where);
            Matcher to = match(names.get(i + 1), where);
            step(from.group(1), to.group(1), to.group(2) == null ? 1 : Double.parseDouble(to.group(2)), where);
        }
    }

    private static Matcher match(String name, JsonValue where) {
        Matcher matcher = STEP.matcher(name);
        if (!matcher.matches()) {
            throw where.expected("steps such as 'a -> b .5'");
        }
        return matcher;
    }

    private void step(String from, String to, double probability, JsonValue where) {
        boolean isEntry = from.equals("think") || from.equals("source") || from.equals("enter");
        if (isEntry) {
            first = index(to, where);
            return;
        }
        int station = index(from, where);
        first = first < 0 ? station : first;
        if (to.equals("exit") || to.equals("think")) {
            return;
        }
        List<Next> steps = next.get(station);
        steps.add(new Next(index(to, where), probability));
        if (steps.stream().mapToDouble(Next::probability).sum() > 1 + 1e-9) {
            throw where.rejected("the steps from '" + from + "' have probabilities of more than 1 together", null);
        }
    }

    private int index(String name, JsonValue where) {
        int index = stations.indexOf(name);
        if (index < 0) {
            throw where.rejected(
                    "the routing names '" + name + "', which is no station",
                    "stations are " + String.join(", ", stations));
        }
        return index;
    }

    /** Where requests go from a station. */
    List<Next> from(int station) {
        return next.get(station);
    }

    /** The station to which requests come from outside. */
    int first() {
        return Math.max(0, first);
    }
}
