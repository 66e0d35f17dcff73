package dev.windtunnel.simulator.result;

import java.util.List;

/**
 * What came of one run. Reports, verdicts and bills are pure functions of it and of the model.
 *
 * @param endpoints in the order of their names
 * @param minutes one for each minute of the scenario
 * @param series gauges by the minute, ordered by metric and labels
 * @param faults in the order of their start
 * @param sessions of users; {@link SessionOutcome#NONE} where traffic has none
 */
public record RunResult(
        Provenance provenance,
        TimeAxis axis,
        List<EndpointOutcome> endpoints,
        List<MinuteOutcome> minutes,
        List<Series> series,
        List<FaultWindow> faults,
        List<JournalEntry> journal,
        Ledger ledger,
        EngineCounts engine,
        SessionOutcome sessions) {

    /** Copies. */
    public RunResult {
        endpoints = List.copyOf(endpoints);
        minutes = List.copyOf(minutes);
        series = List.copyOf(series);
        faults = List.copyOf(faults);
        journal = List.copyOf(journal);
    }

    /** Of traffic without sessions. */
    public RunResult(
            Provenance provenance,
            TimeAxis axis,
            List<EndpointOutcome> endpoints,
            List<MinuteOutcome> minutes,
            List<Series> series,
            List<FaultWindow> faults,
            List<JournalEntry> journal,
            Ledger ledger,
            EngineCounts engine) {
        this(provenance, axis, endpoints, minutes, series, faults, journal, ledger, engine, SessionOutcome.NONE);
    }

    /** Requests that set out. */
    public long arrived() {
        return endpoints.stream().mapToLong(EndpointOutcome::arrived).sum();
    }

    /** Requests still under way at the end. */
    public long inFlight() {
        return endpoints.stream().mapToLong(EndpointOutcome::inFlight).sum();
    }
}
