package dev.windtunnel.simulator.result;

import java.util.List;

/**
 * What came of one run. Reports, verdicts and bills are pure functions of it and of the model.
 *
 * @param endpoints in the order of their names
 * @param minutes one for each minute of the scenario
 * @param series gauges by the minute, ordered by metric and labels
 * @param faults in the order of their start
 * @param overloads stations without a steady state and when, by name and then by time
 * @param queues in the order of their names
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
        List<Overload> overloads,
        List<QueueOutcome> queues,
        SessionOutcome sessions) {

    /** Copies. */
    public RunResult {
        endpoints = List.copyOf(endpoints);
        minutes = List.copyOf(minutes);
        series = List.copyOf(series);
        faults = List.copyOf(faults);
        journal = List.copyOf(journal);
        overloads = List.copyOf(overloads);
        queues = List.copyOf(queues);
    }

    /** Without sessions and queues, and with a steady state everywhere. */
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
        this(
                provenance,
                axis,
                endpoints,
                minutes,
                series,
                faults,
                journal,
                ledger,
                engine,
                List.of(),
                List.of(),
                SessionOutcome.NONE);
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
