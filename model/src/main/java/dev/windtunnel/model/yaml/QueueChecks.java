package dev.windtunnel.model.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What must hold between queues, those who send to them and those who work on them. */
final class QueueChecks {

    private final Place root;
    private final Problems problems;

    private QueueChecks(Place root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    /** Checks an architecture. */
    static void check(YamlNode architecture, Problems problems) {
        QueueChecks checks = new QueueChecks(Place.root(architecture), problems);
        for (Place environment : checks.environments()) {
            checks.deadLettersComeToRest(environment.at("queues"));
            checks.workersHaveAQueue(environment);
        }
        for (Place endpoint : checks.root.at("endpoints").children()) {
            checks.isNotServedByAWorker(endpoint.at("workload"));
            endpoint.at("publishes")
                    .children()
                    .forEach(publication -> checks.existsEverywhere(publication.at("queue")));
        }
    }

    /** Checks that a scenario's messages have a queue to go to. */
    static void checkMessages(Place scenario, Place design, Problems problems) {
        String environment = scenario.at("environment").text().orElse("");
        Place simulated = design.at("environments").at(environment);
        if (!simulated.isWritten()) {
            return;
        }
        QueueChecks checks = new QueueChecks(design, problems);
        List<String> queues = simulated.at("queues").names();
        for (Place feed : scenario.at("messages").children()) {
            if (!queues.contains(feed.name())) {
                checks.unknownQueue(feed, feed.name(), queues, List.of(environment));
            }
        }
    }

    private List<Place> environments() {
        return root.at("environments").children();
    }

    /** A message that is moved on for ever would never be looked at. */
    private void deadLettersComeToRest(Place queues) {
        for (Place queue : queues.children()) {
            Place target = queue.at("deadLetterQueue");
            isAQueue(target, queues.names());
            List<String> way = new ArrayList<>(List.of(queue.name()));
            Set<String> seen = new LinkedHashSet<>();
            String next = target.text().orElse("");
            while (!next.equals(queue.name()) && queues.names().contains(next) && seen.add(next)) {
                way.add(next);
                next = queues.at(next).at("deadLetterQueue").text().orElse("");
            }
            boolean leadsBack = way.size() > 1 && next.equals(queue.name());
            // One report for a circle: at the name that comes first in the alphabet.
            if (leadsBack && way.stream().sorted().findFirst().orElse("").equals(queue.name())) {
                way.add(queue.name());
                problems.add(
                        target.position(),
                        target.path(),
                        "dead letters go round in a circle: " + String.join(" -> ", way),
                        "leave out the deadLetterQueue of the last one");
            }
        }
    }

    private void workersHaveAQueue(Place environment) {
        List<String> queues = environment.at("queues").names();
        for (Place workload : environment.at("workloads").children()) {
            Place worker = workload.at("server").at("worker");
            Place consumes = worker.at("consumes");
            isAQueue(consumes, queues);
            boolean asks = worker.at("queries").as(Integer::valueOf).orElse(0) > 0;
            if (asks && workload.at("databaseClient").node() == null) {
                Place queries = worker.at("queries");
                problems.add(
                        queries.position(),
                        queries.path(),
                        "worker '" + workload.name() + "' has queries and no databaseClient",
                        "add 'databaseClient: {}' for SQLAlchemy's defaults");
            }
        }
    }

    private void isAQueue(Place named, List<String> queues) {
        named.text()
                .filter(name -> !queues.contains(name))
                .ifPresent(name -> problems.add(
                        named.position(),
                        named.path(),
                        "unknown queue '" + Advice.shorten(name) + "'",
                        queues.isEmpty()
                                ? "the environment has no queues; add 'queues: { " + Advice.shorten(name) + ": {} }'"
                                : Advice.nearest(name, queues, "queues")));
    }

    private void isNotServedByAWorker(Place named) {
        String workload = named.text().orElse("");
        List<String> working = environments().stream()
                .filter(environment -> environment
                        .at("workloads")
                        .at(workload)
                        .at("server")
                        .at("worker")
                        .isWritten())
                .map(Place::name)
                .toList();
        if (!working.isEmpty()) {
            problems.add(
                    named.position(),
                    named.path(),
                    "workload '" + workload + "' is a queue worker in " + environmentsNamed(working)
                            + ": no load balancer sends it requests");
        }
    }

    /** Endpoints are the architecture's, queues each environment's. */
    private void existsEverywhere(Place named) {
        String queue = named.text().orElse("");
        List<Place> without = environments().stream()
                .filter(environment -> environment.isWritten()
                        && !environment.at("queues").names().contains(queue))
                .toList();
        if (named.text().isPresent() && !without.isEmpty()) {
            unknownQueue(
                    named,
                    queue,
                    without.getFirst().at("queues").names(),
                    without.stream().map(Place::name).toList());
        }
    }

    private void unknownQueue(Place place, String queue, List<String> valid, List<String> environments) {
        problems.add(
                place.position(),
                place.path(),
                "there is no queue '" + Advice.shorten(queue) + "' in " + environmentsNamed(environments),
                valid.isEmpty()
                        ? "add 'queues: { " + Advice.shorten(queue) + ": {} }' to it"
                        : Advice.nearest(queue, valid, "queues"));
    }

    private static String environmentsNamed(List<String> names) {
        return (names.size() == 1 ? "environment " : "environments ") + Advice.list(names);
    }
}
