package dev.windtunnel.simulator.compile;

import dev.windtunnel.model.compute.ZoneSpread;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.simulator.kernel.QuantileTable;
import dev.windtunnel.simulator.kernel.Quantiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network of queues, as queueing theory describes it, that becomes a scenario like any other: a station is a workload whose
 * pods stand still, its servers are workers with a CPU each, routing is what a request does next. Nothing that theory does not
 * know takes time: no network, no boot, no TLS.
 *
 * @param arrivals how requests come from outside; all of them to the first station
 * @param stations of which there is at least one
 * @param routing how a pod is chosen and how many requests are let through
 * @param clientTimeoutNanos after which a client gives up and the server works on
 * @param horizonNanos when the run ends
 * @param attempts how often a client tries
 * @param errorShare probability that a visit ends in an error after its work
 */
public record StationNetwork(
        Source arrivals,
        List<Station> stations,
        CompiledBalancer.Routing routing,
        long clientTimeoutNanos,
        long horizonNanos,
        CompiledAttempts attempts,
        double errorShare) {

    private static final long SECOND = 1_000_000_000L;

    /** CPUs of a node and of a station without a limit: more than any run asks for. */
    private static final int BOUNDLESS_MILLIS = 2_000_000_000;

    /** Copies. */
    public StationNetwork {
        stations = List.copyOf(stations);
        if (stations.isEmpty()) {
            throw new IllegalArgumentException("a network has a station, found none");
        }
    }

    /** Nobody tries again, nothing fails. */
    public StationNetwork(
            Source arrivals,
            List<Station> stations,
            CompiledBalancer.Routing routing,
            long clientTimeoutNanos,
            long horizonNanos) {
        this(arrivals, stations, routing, clientTimeoutNanos, horizonNanos, CompiledAttempts.SINGLE, 0);
    }

    /** How requests come from outside. */
    public sealed interface Source {}

    /** Independent gaps; exponential ones make a Poisson process. */
    public record Renewal(Distribution gap) implements Source {}

    /** A Poisson process whose rate at second t is mean + amplitude sin(2 pi t / period); never negative. */
    public record Wave(double meanPerSecond, double amplitudePerSecond, double periodSeconds) implements Source {}

    /** So many users, each of whom asks, waits for the answer, and thinks before asking again. */
    public record Closed(int users, Distribution think) implements Source {}

    /**
     * A station.
     *
     * @param name which is unique
     * @param pods how many equal servers or groups of servers there are, each with a line of its own
     * @param workers requests in service at a pod at once
     * @param cpus which the requests in service at a pod share, each using at most one; 0 for one CPU for each worker
     * @param line requests that wait at a pod at most; further ones are refused
     * @param service work of a visit, in seconds of one CPU
     * @param patience longest wait in line; null without a limit
     * @param next where requests go; what is left of probability 1 leaves the network
     */
    public record Station(
            String name,
            int pods,
            int workers,
            int cpus,
            int line,
            Distribution service,
            @Nullable Distribution patience,
            List<Next> next) {

        /** The line of a station that refuses nobody. */
        public static final int ENDLESS = Integer.MAX_VALUE;

        /** The workers of a station where nobody waits. */
        public static final int UNLIMITED = 1_000_000;

        /** Copies. */
        public Station {
            next = List.copyOf(next);
        }
    }

    /** A step to a station, by its place in the list. */
    public record Next(int station, double probability) {}

    /** The same network until another instant. */
    public StationNetwork until(long nanos) {
        return new StationNetwork(arrivals, stations, routing, clientTimeoutNanos, nanos, attempts, errorShare);
    }

    /** One station that everything goes through and nobody leaves before being served, until an instant. */
    public static StationNetwork single(Source arrivals, Station station, long horizonNanos) {
        return new StationNetwork(
                arrivals, List.of(station), CompiledBalancer.Routing.IN_TURNS, horizonNanos + 1, horizonNanos);
    }

    /** The scenario that the engine runs. */
    public CompiledScenario compile(long seed) {
        List<CompiledWorkload> workloads = new ArrayList<>();
        List<CompiledEndpoint> endpoints = new ArrayList<>();
        for (int i = 0; i < stations.size(); i++) {
            workloads.add(workload(stations.get(i)));
            endpoints.add(endpoint(stations.get(i), i));
        }
        QuantileTable nothing = Quantiles.fixed(0);
        CompiledClients clients = new CompiledClients(
                clientTimeoutNanos, 0.001, 60 * SECOND, 60 * SECOND, nothing, 0, nothing, 60 * SECOND, false, attempts);
        CompiledBalancer balancer = new CompiledBalancer(
                true, Long.MAX_VALUE / 4, 10 * SECOND, 15 * SECOND, 5 * SECOND, 2, 2, nothing, 0, nothing, routing);
        CompiledCluster cluster = new CompiledCluster(List.of(), 0, 0, Collections.nCopies(1, -1), "1.34");
        return new CompiledScenario(
                seed,
                horizonNanos,
                List.of("a"),
                workloads,
                endpoints,
                source(seed),
                clients,
                balancer,
                null,
                cluster,
                List.of(0L),
                List.of(),
                CompiledSurroundings.NONE,
                CompiledResilience.NONE,
                CompiledQueues.NONE);
    }

    private Arrivals source(long seed) {
        return switch (arrivals) {
            case Renewal renewal -> new Arrivals.Renewal(Tables.nanos(renewal.gap()), Tables.meanNanos(renewal.gap()));
            case Closed closed ->
                new Arrivals.Closed(closed.users(), Tables.nanos(closed.think()), Tables.meanNanos(closed.think()));
            case Wave wave -> new Arrivals.Counted(new WaveCounts(wave, seed));
        };
    }

    private CompiledWorkload workload(Station station) {
        int millis =
                (int) Math.min(BOUNDLESS_MILLIS, 1000L * (station.cpus() == 0 ? station.workers() : station.cpus()));
        return new CompiledWorkload(
                station.name(),
                station.pods(),
                station.pods(),
                station.pods(),
                0,
                0,
                1,
                1,
                millis,
                station.workers(),
                station.line(),
                true,
                0,
                null,
                List.of(),
                ZoneSpread.NONE,
                0,
                Quantiles.fixed(0),
                SECOND,
                0,
                0,
                line(station),
                CompiledRuntime.PLAIN);
    }

    private CompiledWorkload.Line line(Station station) {
        List<CompiledWorkload.Onward> onward = new ArrayList<>();
        double cumulative = 0;
        for (Next next : station.next()) {
            cumulative += next.probability();
            onward.add(new CompiledWorkload.Onward(next.station(), cumulative));
        }
        Distribution patience = station.patience();
        return new CompiledWorkload.Line(
                station.line() != Station.ENDLESS,
                patience == null ? null : Tables.nanos(patience),
                onward,
                errorShare);
    }

    private static CompiledEndpoint endpoint(Station station, int workload) {
        return new CompiledEndpoint(
                station.name(),
                "GET",
                "/",
                workload,
                1.0,
                Tables.nanos(station.service()),
                0,
                Quantiles.fixed(0),
                false,
                0,
                0,
                Tables.meanNanos(station.service()),
                0,
                CompiledStatements.NONE,
                CompiledPath.PLAIN);
    }

    /**
     * Attempts of clients who try again after an error until a number of attempts, each time after a pause.
     *
     * @param attempts of a request at most, the first one included
     * @param cancels whether a client that gives up takes its work along
     */
    public static CompiledAttempts attempts(int attempts, Distribution pause, boolean cancels) {
        CompiledAttempts.Wait wait = new CompiledAttempts.Wait(0, Tables.nanos(pause));
        return new CompiledAttempts(
                0, cancels, Collections.nCopies(attempts - 1, wait), 1, true, true, CompiledAttempts.UNBOUNDED, 0, 0);
    }
}
