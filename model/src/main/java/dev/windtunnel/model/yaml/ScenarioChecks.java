package dev.windtunnel.model.yaml;

import dev.windtunnel.model.scenario.Moment;
import dev.windtunnel.model.scenario.SimulatedTime;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold between a scenario's parts, and between it and its architecture. */
final class ScenarioChecks {

    private final Place root;
    private final Problems problems;

    private ScenarioChecks(Place root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    /** Checks the scenario alone. */
    static void check(YamlNode scenario, Problems problems) {
        ScenarioChecks checks = new ScenarioChecks(Place.root(scenario), problems);
        checks.clockTimesHaveAZone();
        checks.momentsLieInside();
        checks.namesStandOnce();
        SessionChecks.check(checks.root.at("traffic"), problems);
    }

    /** Checks the scenario against its architecture. */
    static void checkAgainst(YamlNode scenario, YamlNode architecture, Problems problems) {
        ScenarioChecks checks = new ScenarioChecks(Place.root(scenario), problems);
        Place design = Place.root(architecture);
        checks.environmentExists(design);
        checks.endpointsExist(design);
        checks.zonesExist(design);
        QueueChecks.checkMessages(checks.root, design, problems);
        SessionChecks.checkAgainst(checks.root.at("traffic"), design.at("endpoints"), problems);
    }

    private void clockTimesHaveAZone() {
        if (root.at("timezone").isWritten()) {
            return;
        }
        for (Place entry : root.at("timeline").children()) {
            Place at = entry.at("at");
            if (at.as(Moment::parse).orElse(null) instanceof Moment.ClockTime) {
                needsZone(at, "a clock time needs the scenario's timezone");
            }
        }
        Place users = root.at("traffic").at("users");
        if (users.node() != null) {
            needsZone(
                    users.at("hours").isWritten() ? users.at("hours") : users,
                    "an hourly profile needs the scenario's timezone");
        }
    }

    private void needsZone(Place place, String message) {
        problems.add(
                place.position(),
                place.path(),
                message,
                "add a key such as 'timezone: America/New_York' to the scenario");
    }

    private void momentsLieInside() {
        Optional<LocalDateTime> start = root.at("start").as(ScenarioChecks::localDateTime);
        Optional<Duration> duration = root.at("duration").as(Durations::parse);
        Optional<ZoneId> zone = root.at("timezone").isWritten()
                ? root.at("timezone").as(ScenarioChecks::zone)
                : Optional.of(ZoneOffset.UTC);
        if (start.isEmpty() || duration.isEmpty() || duration.get().isZero() || zone.isEmpty()) {
            return;
        }
        Optional<String> gap = SimulatedTime.gap(start.get(), zone.get());
        if (gap.isPresent()) {
            problems.add(root.at("start").position(), "start", gap.get());
            return;
        }
        SimulatedTime time = SimulatedTime.of(start.get(), zone.get(), duration.get());
        for (Place entry : root.at("timeline").children()) {
            Place at = entry.at("at");
            at.as(Moment::parse)
                    .flatMap(time::objection)
                    .ifPresent(objection -> problems.add(at.position(), at.path(), objection));
        }
    }

    private static LocalDateTime localDateTime(String text) {
        return (LocalDateTime) Scalars.read(LocalDateTime.class, text);
    }

    private static ZoneId zone(String text) {
        return (ZoneId) Scalars.read(ZoneId.class, text);
    }

    private void namesStandOnce() {
        Set<String> seen = new LinkedHashSet<>();
        for (Place objective : root.at("objectives").children()) {
            Place name = objective.at("name");
            name.text()
                    .filter(text -> !seen.add(text))
                    .ifPresent(text ->
                            problems.add(name.position(), name.path(), "objective '" + text + "' stands twice"));
        }
    }

    private void environmentExists(Place design) {
        isOneOf(root.at("environment"), design.at("environments").names(), "environment", "environments");
    }

    private void endpointsExist(Place design) {
        for (Place objective : root.at("objectives").children()) {
            isOneOf(objective.at("endpoint"), design.at("endpoints").names(), "endpoint", "endpoints");
        }
    }

    private void zonesExist(Place design) {
        String environment = root.at("environment").text().orElse("");
        List<String> zones = new ArrayList<>(
                design.at("environments").at(environment).at("vpc").at("zones").names());
        for (Place entry : root.at("timeline").children()) {
            isOneOf(entry.at("zone"), zones, "zone", "zones");
        }
    }

    private void isOneOf(Place place, List<String> valid, String what, String kind) {
        place.text()
                .filter(found -> !valid.isEmpty() && !valid.contains(found))
                .ifPresent(found -> problems.add(
                        place.position(),
                        place.path(),
                        "unknown " + what + " '" + Advice.shorten(found) + "'",
                        Advice.nearest(found, valid, kind)));
    }
}
