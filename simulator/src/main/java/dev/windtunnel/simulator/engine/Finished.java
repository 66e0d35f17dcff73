package dev.windtunnel.simulator.engine;

import dev.windtunnel.simulator.compile.CompiledEndpoint;
import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.compile.Effect;
import dev.windtunnel.simulator.result.EndpointOutcome;
import dev.windtunnel.simulator.result.EngineCounts;
import dev.windtunnel.simulator.result.FaultWindow;
import dev.windtunnel.simulator.result.JournalEntry;
import dev.windtunnel.simulator.result.Overload;
import dev.windtunnel.simulator.result.Provenance;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.Series;
import dev.windtunnel.simulator.result.TimeAxis;
import dev.windtunnel.simulator.result.ViewOutcome;
import dev.windtunnel.simulator.world.state.WorldState;
import dev.windtunnel.simulator.world.traffic.ExactPlant;
import dev.windtunnel.simulator.world.traffic.SecondCounts;
import java.util.ArrayList;
import java.util.List;

/** A run that reached its horizon, ready to be read out. */
public final class Finished {

    private final CompiledScenario scenario;
    private final WorldState world;
    private final ExactPlant plant;
    private final List<Series> series;
    private final List<Overload> overloads;
    private final long events;

    Finished(
            CompiledScenario scenario,
            WorldState world,
            ExactPlant plant,
            List<Series> series,
            List<Overload> overloads,
            long events) {
        this.scenario = scenario;
        this.world = world;
        this.plant = plant;
        this.series = series;
        this.overloads = overloads;
        this.events = events;
    }

    /** What happened, in order. */
    List<JournalEntry> journal() {
        return world.journal().entries();
    }

    /** Sum over all requests' outcomes, hexadecimal. */
    public String requestDigest() {
        String digits = Long.toHexString(plant.digest());
        return "0".repeat(16 - digits.length()) + digits;
    }

    /** Requests that set out and have ended. */
    public long requests() {
        return plant.ended();
    }

    /** Attempts that clients sent; as many as requests where each has one. */
    public long attempts() {
        return Math.max(plant.attempts().sent(), plant.ended());
    }

    /** Events of requests and of the control plane. */
    public long events() {
        return events;
    }

    /** The immutable result. */
    public RunResult result(Provenance provenance, TimeAxis axis) {
        var minutes = plant.minutes();
        List<EndpointOutcome> endpoints = endpoints();
        long requests = endpoints.stream().mapToLong(EndpointOutcome::arrived).sum();
        return new RunResult(
                provenance,
                axis,
                endpoints,
                minutes,
                series,
                faults(),
                journal(),
                LedgerWriter.write(provenance.account(), scenario, world, plant),
                new EngineCounts(requests, events),
                overloads,
                QueueReadout.of(scenario.queues(), plant),
                SessionGauges.outcome(plant.sessions()));
    }

    private List<EndpointOutcome> endpoints() {
        List<EndpointOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < scenario.endpoints().size(); i++) {
            CompiledEndpoint endpoint = scenario.endpoints().get(i);
            ViewOutcome client = plant.view(i, true);
            long arrived = plant.arrived(i);
            outcomes.add(new EndpointOutcome(
                    endpoint.name(),
                    scenario.workloads().get(endpoint.workload()).name(),
                    endpoint.method(),
                    endpoint.path(),
                    arrived,
                    arrived - client.counted(),
                    client,
                    plant.view(i, false)));
        }
        return outcomes;
    }

    private List<FaultWindow> faults() {
        List<FaultWindow> windows = new ArrayList<>();
        for (SecondCounts.Window window : plant.faultSeconds()) {
            switch (window.effect()) {
                case Effect.ZoneSilence silence ->
                    windows.add(new FaultWindow(
                            "az-loss",
                            "zone " + scenario.zones().get(silence.zone()),
                            silence.fromNanos(),
                            Math.min(silence.toNanos(), scenario.horizonNanos()),
                            window.firstSecond(),
                            window.arrived(),
                            window.failed()));
            }
        }
        return windows;
    }
}
