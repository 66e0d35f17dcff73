package dev.windtunnel.model.yaml;

import dev.windtunnel.model.unit.Share;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What must hold within the sessions of a traffic source, and between them and the endpoints. */
final class SessionChecks {

    private static final List<String> SOURCES = List.of("users", "rate", "replay");
    private static final double SHARE_TOLERANCE = 0.000001;

    private final Place source;
    private final Place sessions;
    private final Problems problems;

    private SessionChecks(Place source, Problems problems) {
        this.source = source;
        this.sessions = source.at("sessions");
        this.problems = problems;
    }

    /** Checks the sessions alone. */
    static void check(Place traffic, Problems problems) {
        for (String source : SOURCES) {
            SessionChecks checks = new SessionChecks(traffic.at(source), problems);
            if (checks.sessions.node() != null) {
                checks.nothingStandsTwice();
                checks.sharesAddUp();
            }
        }
    }

    /** Checks them against the endpoints. */
    static void checkAgainst(Place traffic, Place endpoints, Problems problems) {
        for (String source : SOURCES) {
            SessionChecks checks = new SessionChecks(traffic.at(source), problems);
            checks.endpointsExist(endpoints.names());
            checks.somethingIsLeftToCall(endpoints);
        }
    }

    /** A log says of each request when it came: there is nobody who could wait. */
    static void refuseForLogs(Place sessions, Problems problems) {
        if (sessions.node() != null) {
            problems.add(
                    sessions.position(),
                    sessions.path(),
                    "a log holds requests, each at its recorded instant, not beginnings of sessions",
                    "leave 'sessions' away, or replay counts of sessions");
        }
    }

    private void nothingStandsTwice() {
        for (String key : List.of("pages", "callsPerPage", "think")) {
            refuse(source.at(key), "'" + key + "' is told by 'sessions' here");
        }
        if (sessions.at("kinds").isWritten()) {
            refuse(sessions.at("calls"), "'calls' is told by 'kinds' here");
            refuse(sessions.at("waves"), "'waves' is told by 'kinds' here");
        }
    }

    private void refuse(Place place, String message) {
        if (place.isWritten()) {
            problems.add(place.position(), place.path(), message, "leave '" + place.name() + "' away");
        }
    }

    private void sharesAddUp() {
        List<Optional<Share>> shares = sessions.at("kinds").children().stream()
                .map(kind -> kind.at("share").as(Share::parse))
                .toList();
        if (shares.isEmpty() || shares.stream().anyMatch(Optional::isEmpty)) {
            return;
        }
        double sum = shares.stream()
                .flatMap(Optional::stream)
                .mapToDouble(Share::value)
                .sum();
        if (Math.abs(sum - 1) > SHARE_TOLERANCE) {
            Place kinds = sessions.at("kinds");
            String found = BigDecimal.valueOf(StrictMath.rint(sum * 1e8) / 1e6)
                    .stripTrailingZeros()
                    .toPlainString();
            problems.add(
                    kinds.position(),
                    kinds.path(),
                    "the shares of the kinds of pages add up to 100%, found " + found + "%");
        }
    }

    private void endpointsExist(List<String> endpoints) {
        isOneOf(sessions.at("files").at("endpoint"), endpoints);
        for (Place kind : sessions.at("kinds").children()) {
            for (Place wave : kind.at("waves").children()) {
                wave.words().forEach(word -> isOneOf(word, endpoints));
            }
        }
    }

    /** Calls are drawn by the shares of the endpoints other than that of the files. */
    private void somethingIsLeftToCall(Place endpoints) {
        Place files = sessions.at("files").at("endpoint");
        Optional<String> endpoint = files.text();
        if (endpoint.isEmpty() || sessions.at("kinds").isWritten()) {
            return;
        }
        boolean isAlone = endpoints.children().stream()
                .filter(other -> !other.name().equals(endpoint.get()))
                .allMatch(other -> other.at("share")
                        .as(Share::parse)
                        .filter(share -> share.value() == 0)
                        .isPresent());
        if (isAlone && endpoints.names().contains(endpoint.get())) {
            problems.add(
                    files.position(),
                    files.path(),
                    "no endpoint with a share is left for the calls of a page beside that of its files");
        }
    }

    private void isOneOf(Place place, List<String> valid) {
        place.text()
                .filter(found -> !valid.isEmpty() && !valid.contains(found))
                .ifPresent(found -> problems.add(
                        place.position(),
                        place.path(),
                        "unknown endpoint '" + Advice.shorten(found) + "'",
                        Advice.nearest(found, valid, "endpoints")));
    }
}
