package dev.windtunnel.simulator.engine;

import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.world.control.ControlPlane;
import dev.windtunnel.simulator.world.fault.FaultController;
import dev.windtunnel.simulator.world.state.ControlCalendar;
import dev.windtunnel.simulator.world.state.ControlEvent;
import dev.windtunnel.simulator.world.state.Luck;
import dev.windtunnel.simulator.world.state.WorldState;
import dev.windtunnel.simulator.world.traffic.ExactPlant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One run in which every request is simulated. The plant advances to the next event of the control plane, which then
 * happens: at the same nanosecond control comes first. Reading out at each minute changes nothing.
 */
public final class ExactRun {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final CompiledScenario scenario;
    private final WorldState world;
    private final ExactPlant plant;
    private final ControlPlane control;
    private final FaultController faults;
    private final GaugeRecorder gauges;
    private long controlEvents;

    private ExactRun(CompiledScenario scenario, Luck luck) {
        this.scenario = scenario;
        world = new WorldState(scenario, luck);
        plant = new ExactPlant(scenario, world);
        control = new ControlPlane(world, plant);
        faults = new FaultController(world, plant, control);
        gauges = new GaugeRecorder(scenario, world, plant, control);
    }

    /** Hears how far the run is; called between events, on the run's thread. */
    @FunctionalInterface
    public interface Progress {
        /** Simulated time and requests ended so far. */
        void at(long simulatedNanos, long requests);
    }

    /**
     * Runs to the horizon.
     *
     * @return what came of it, or nothing if it was stopped
     */
    public static Optional<Finished> run(CompiledScenario scenario, Progress progress, BooleanSupplier stopped) {
        return run(scenario, Luck.of(scenario.seed()), progress, stopped);
    }

    /** The same, with the control plane's draws from elsewhere. */
    static Optional<Finished> run(CompiledScenario scenario, Luck luck, Progress progress, BooleanSupplier stopped) {
        ExactRun run = new ExactRun(scenario, luck);
        return run.run(progress, stopped) ? Optional.of(run.finished()) : Optional.empty();
    }

    private boolean run(Progress progress, BooleanSupplier stopped) {
        long horizon = scenario.horizonNanos();
        control.start();
        faults.start();
        long minuteEnds = Math.min(MINUTE_NANOS, horizon);
        while (true) {
            ControlCalendar calendar = world.calendar();
            long next = Math.min(calendar.nextTime(), minuteEnds);
            plant.advance(next);
            if (stopped.getAsBoolean()) {
                return false;
            }
            if (next == minuteEnds) {
                minuteEnds(next);
                progress.at(next, plant.ended());
                if (next == horizon) {
                    return true;
                }
                minuteEnds = Math.min(next + MINUTE_NANOS, horizon);
            } else {
                happen(calendar, next);
            }
        }
    }

    private void minuteEnds(long now) {
        gauges.record(now);
        plant.closeIdleConnections();
        plant.closeMinutes(now);
    }

    private void happen(ControlCalendar calendar, long now) {
        ControlEvent kind = calendar.nextKind();
        int subject = calendar.nextSubject();
        long payload = calendar.nextPayload();
        calendar.removeNext();
        controlEvents++;
        switch (kind) {
            case EFFECT_BEGINS -> faults.begin(subject, now);
            case EFFECT_ENDS -> faults.end(subject, now);
            default -> control.handle(kind, subject, payload, now);
        }
    }

    private Finished finished() {
        world.nodes().meterAll(scenario.horizonNanos());
        return new Finished(scenario, world, plant, gauges.series(), plant.events() + controlEvents);
    }
}
