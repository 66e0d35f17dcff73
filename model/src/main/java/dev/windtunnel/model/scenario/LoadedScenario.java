package dev.windtunnel.model.scenario;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.trace.CountTrace;
import dev.windtunnel.model.trace.RequestLog;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A scenario with everything it refers to, read and checked: all that a run needs.
 *
 * @param scenario the question
 * @param architecture the design it is asked of
 * @param environment the environment that is simulated, one of the architecture's
 * @param trace the recorded counts, where traffic is a replay of counts
 * @param start the instant of simulated nanosecond 0
 * @param zone the scenario's time zone; UTC where it names none
 * @param inputHash SHA-256 in lowercase hexadecimal over scenario, architecture, trace and overrides, in that order: equal
 *     hashes, equal input
 * @param log the recorded requests, where traffic is a replay of access logs
 */
public record LoadedScenario(
        Scenario scenario,
        Architecture architecture,
        Environment environment,
        Optional<CountTrace> trace,
        Instant start,
        ZoneId zone,
        String inputHash,
        Optional<RequestLog> log) {

    /** The scenario's clock. */
    public SimulatedTime time() {
        return new SimulatedTime(start.atZone(zone), scenario.duration());
    }
}
