package dev.windtunnel.simulator.compile;

import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.model.trace.RequestLog;
import dev.windtunnel.model.workload.Endpoint;
import dev.windtunnel.model.workload.Sessions;
import dev.windtunnel.model.workload.TrafficSource;
import dev.windtunnel.simulator.kernel.CountsBySecond;
import dev.windtunnel.simulator.kernel.Keys;
import java.time.Duration;
import java.util.List;

/** Traffic in numbers: when requests set out, and how many in each second. */
final class ArrivalsCompiler {

    private final LoadedScenario loaded;
    private final List<Endpoint> endpoints;
    private final Duration duration;
    private final long key;

    /**
     * Arrivals, and how many there are in each second.
     *
     * @param counts of paced and recorded arrivals exactly, of others by definition; none for closed users; of sessions how many
     *     begin
     */
    record Compiled(Arrivals arrivals, CountsBySecond counts) {}

    /**
     * @param endpoints in the order in which they are compiled
     */
    ArrivalsCompiler(LoadedScenario loaded, List<Endpoint> endpoints) {
        this.loaded = loaded;
        this.endpoints = endpoints;
        duration = loaded.scenario().duration();
        key = Keys.named(loaded.scenario().seed(), "arrivals/counts");
    }

    Compiled compile() {
        Compiled compiled = source();
        Sessions sessions = loaded.scenario().traffic().sessions();
        return sessions == null
                ? compiled
                : new Compiled(
                        new Arrivals.Sessions(compiled.arrivals(), SessionsCompiler.compile(sessions, endpoints)),
                        compiled.counts());
    }

    private Compiled source() {
        return switch (loaded.scenario().traffic()) {
            case TrafficSource.Replay replay
            when loaded.log().isPresent() -> recorded(loaded.log().get(), replay.scale());
            case TrafficSource.Replay replay ->
                counted(new ReplayCounts(
                        loaded.trace().orElseThrow(), replay.from().toInstant(), duration, replay.scale(), key));
            case TrafficSource.Users users ->
                counted(new UserCounts(users, loaded.start().atZone(loaded.zone()), duration, key));
            case TrafficSource.Stages stages -> staged(stages, duration, key);
            case TrafficSource.Closed closed ->
                new Compiled(
                        new Arrivals.Closed(
                                closed.users(), Tables.nanos(closed.think()), Tables.meanNanos(closed.think())),
                        second -> 0);
        };
    }

    private static Compiled counted(CountsBySecond counts) {
        return new Compiled(new Arrivals.Counted(counts), counts);
    }

    private Compiled recorded(RequestLog log, double scale) {
        LogCopies copies = new LogCopies(scale, Keys.named(loaded.scenario().seed(), "arrivals/copies"));
        LogCounts counts = new LogCounts(log, copies);
        List<String> names = endpoints.stream().map(Endpoint::name).toList();
        List<Integer> indices = log.endpoints().stream().map(names::indexOf).toList();
        return new Compiled(new Arrivals.Recorded(log, indices, copies, counts), counts);
    }

    /** A rate in stages; {@code key} is that of its counts. */
    static Compiled staged(TrafficSource.Stages stages, Duration duration, long key) {
        StagedRate rate = new StagedRate(stages);
        int seconds = (int) duration.plusNanos(999_999_999).toSeconds();
        return switch (stages.spacing()) {
            case POISSON -> counted(new StageCounts(rate, seconds, key));
            case EVEN ->
                new Compiled(new Arrivals.Paced(rate), second ->
                        (int) (Math.round(rate.integral(second + 1.0)) - Math.round(rate.integral(second))));
        };
    }
}
