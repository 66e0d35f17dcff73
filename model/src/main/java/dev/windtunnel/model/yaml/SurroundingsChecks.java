package dev.windtunnel.model.yaml;

import java.util.List;

/** What must hold between endpoints and what they use beside the database: external services and caches. */
final class SurroundingsChecks {

    private final Place root;
    private final Problems problems;

    private SurroundingsChecks(Place root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    static void check(Place root, Problems problems) {
        SurroundingsChecks checks = new SurroundingsChecks(root, problems);
        checks.endpointsNameWhatIsThere();
        checks.cachesStandInZones();
    }

    private void endpointsNameWhatIsThere() {
        List<String> services = root.at("externalServices").names();
        List<String> caches = root.at("caches").names();
        for (Place endpoint : root.at("endpoints").children()) {
            for (Place call : endpoint.at("externalCalls").children()) {
                isDeclared(call.at("service"), services, "external service", "externalServices");
            }
            isDeclared(endpoint.at("cache"), caches, "cache", "caches");
        }
    }

    private void isDeclared(Place place, List<String> declared, String what, String key) {
        String found = place.text().orElse("");
        if (place.text().isEmpty() || declared.contains(found)) {
            return;
        }
        problems.add(
                place.position(),
                place.path(),
                "unknown " + what + " '" + Advice.shorten(found) + "'",
                declared.isEmpty()
                        ? "none is declared; add it below '" + key + "'"
                        : Advice.nearest(found, declared, key));
    }

    /** A cache belongs to the architecture, so its zone is one of each environment's. */
    private void cachesStandInZones() {
        for (Place cache : root.at("caches").children()) {
            Place zone = cache.at("zone");
            String found = zone.text().orElse("");
            for (Place environment : root.at("environments").children()) {
                List<String> zones = environment.at("vpc").at("zones").names();
                if (zone.text().isPresent() && !zones.isEmpty() && !zones.contains(found)) {
                    problems.add(
                            zone.position(),
                            zone.path(),
                            "unknown zone '" + Advice.shorten(found) + "' in environment " + environment.name(),
                            Advice.nearest(found, zones, "zones"));
                    return;
                }
            }
        }
    }
}
