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
 *
 * <p>A run can stop at any instant and go on, and its state can be kept as a {@link Snapshot}, from which others go on as it
 * would have: with the same digest and the same result.
 */
public final class ExactRun {

    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final Progress SILENT = (nanos, requests) -> {};

    private final CompiledScenario scenario;
    private final WorldState world;
    private final ExactPlant plant;
    private final ControlPlane control;
    private final FaultController faults;
    private final GaugeRecorder gauges;
    private long controlEvents;
    private long minuteEnds;
    private long nanos;
    private boolean isOver;

    /** Wires the parts; nothing runs yet. */
    private ExactRun(CompiledScenario scenario, Luck luck) {
        this.scenario = scenario;
        world = new WorldState(scenario, luck);
        plant = new ExactPlant(scenario, world, true);
        control = new ControlPlane(world, plant);
        faults = new FaultController(world, plant, control);
        gauges = new GaugeRecorder(scenario, world, plant, control);
        minuteEnds = Math.min(MINUTE_NANOS, scenario.horizonNanos());
    }

    /** Hears how far the run is; called between events, on the run's thread. */
    @FunctionalInterface
    public interface Progress {
        /** Simulated time and requests ended so far. */
        void at(long simulatedNanos, long requests);
    }

    /** A run at time 0. */
    public static ExactRun of(CompiledScenario scenario) {
        return of(scenario, Luck.of(scenario.seed()));
    }

    private static ExactRun of(CompiledScenario scenario, Luck luck) {
        ExactRun run = new ExactRun(scenario, luck);
        run.control.start();
        run.faults.start();
        return run;
    }

    /** A run that goes on from where a snapshot was taken. */
    public static ExactRun from(Snapshot snapshot) {
        return snapshot.kept().copy();
    }

    /**
     * Runs a scenario from its start to its horizon.
     *
     * @return what came of it, or nothing if it was stopped
     */
    public static Optional<Finished> run(CompiledScenario scenario, Progress progress, BooleanSupplier stopped) {
        return run(scenario, Luck.of(scenario.seed()), progress, stopped);
    }

    /** The same, with the control plane's draws from elsewhere. */
    static Optional<Finished> run(CompiledScenario scenario, Luck luck, Progress progress, BooleanSupplier stopped) {
        ExactRun run = of(scenario, luck);
        run.advance(Long.MAX_VALUE, progress, stopped);
        return run.isOver ? Optional.of(run.finish()) : Optional.empty();
    }

    /** Simulates everything that happens before an instant, or until the horizon if that is earlier. */
    public void advance(long untilNanos) {
        advance(untilNanos, SILENT, () -> false);
    }

    private void advance(long untilNanos, Progress progress, BooleanSupplier stopped) {
        ControlCalendar calendar = world.calendar();
        while (!isOver) {
            long next = Math.min(calendar.nextTime(), minuteEnds);
            nanos = Math.max(nanos, Math.min(next, untilNanos));
            plant.advance(nanos);
            if (next >= untilNanos || stopped.getAsBoolean()) {
                return;
            }
            if (next == minuteEnds) {
                minuteEnds(next);
                progress.at(next, plant.ended());
            } else {
                happen(calendar, next);
            }
        }
    }

    private void minuteEnds(long now) {
        gauges.record(now);
        plant.closeIdleConnections();
        plant.closeMinutes(now);
        isOver = now == scenario.horizonNanos();
        minuteEnds = Math.min(now + MINUTE_NANOS, scenario.horizonNanos());
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

    /** Everything before this time has happened. */
    public long nanos() {
        return nanos;
    }

    /** Keeps the state aside; this run goes on as if nothing had been kept. */
    public Snapshot snapshot() {
        return new Snapshot(copy());
    }

    private ExactRun copy() {
        ExactRun copy = new ExactRun(scenario, world.luck());
        copy.copyFrom(this);
        return copy;
    }

    /** Takes over the state of another run of the same scenario, wherever this one stood. */
    void copyFrom(ExactRun other) {
        world.copyFrom(other.world);
        plant.copyFrom(other.plant);
        control.copyFrom(other.control);
        gauges.copyFrom(other.gauges);
        controlEvents = other.controlEvents;
        minuteEnds = other.minuteEnds;
        nanos = other.nanos;
        isOver = other.isOver;
    }

    /** Runs on to the horizon; what came of it. */
    public Finished finish() {
        advance(Long.MAX_VALUE);
        return new Finished(
                scenario, world, plant, gauges.series(), gauges.overloads(), plant.events() + controlEvents);
    }
}
