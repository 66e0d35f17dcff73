package dev.windtunnel.simulator.report;

import dev.windtunnel.model.scenario.Objective;
import dev.windtunnel.model.scenario.Scenario;
import dev.windtunnel.simulator.result.EndpointOutcome;
import dev.windtunnel.simulator.result.JournalEntry;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.Series;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@link ExampleDay} with one and the same name wherever the input gives a name. */
final class Nasty {

    private Nasty() {}

    static ReportInput input(String name) {
        RunResult day = ExampleDay.result();
        List<EndpointOutcome> endpoints = day.endpoints().stream()
                .map(one -> new EndpointOutcome(
                        name,
                        name,
                        one.method(),
                        "/" + name,
                        one.arrived(),
                        one.inFlight(),
                        one.client(),
                        one.loadBalancer()))
                .toList();
        List<Series> series = day.series().stream()
                .map(one -> new Series(one.metric(), one.unit(), renamed(one.labels(), name), one.values()))
                .toList();
        List<JournalEntry> journal = List.of(new JournalEntry.FaultStarted(0, name, name, name));
        RunResult result = new RunResult(
                day.provenance(),
                day.axis(),
                endpoints,
                day.minutes(),
                series,
                day.faults(),
                journal,
                day.ledger(),
                day.engine());
        Objective objective = ExampleDay.scenario().objectives().getFirst();
        Scenario scenario = ExampleDay.scenario(List.of(new Objective(
                name, objective.good(), objective.latency(), name, objective.measured(), objective.expect())));
        return ExampleDay.input(result, scenario);
    }

    private static SortedMap<String, String> renamed(SortedMap<String, String> labels, String name) {
        SortedMap<String, String> renamed = new TreeMap<>(labels);
        renamed.computeIfPresent("workload", (label, old) -> name);
        renamed.computeIfPresent("limit", (label, old) -> name);
        return renamed;
    }
}
