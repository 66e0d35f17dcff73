package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledCapacity;
import dev.windtunnel.simulator.compile.CompiledEndpoint;
import dev.windtunnel.simulator.compile.CompiledQueues;
import dev.windtunnel.simulator.compile.CompiledResilience;
import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.compile.CompiledWorkload;
import dev.windtunnel.simulator.kernel.Copies;
import dev.windtunnel.simulator.kernel.EventCalendar;
import dev.windtunnel.simulator.kernel.Tournament;
import dev.windtunnel.simulator.world.state.WorldState;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of the exact plant share: the requests under way, the stations, the rings of timeouts, and which source is
 * next. Each part writes only what its docstring says.
 */
final class Traffic {

    /** No process listens: connections are refused. */
    static final byte REFUSES = 0;
    /** Serves. */
    static final byte SERVES = 1;
    /** Lost with its zone: packets vanish. */
    static final byte SILENT = 2;

    /** Kind of delay: a browser tries another address. */
    static final int REDIAL = 0;
    /** Kind of delay: the database answers a statement that waited for its commit. */
    static final int COMMITTED = 1;
    /** Kind of delay: a client tries again. */
    static final int RETRY = 2;

    /** Kind of delay: a request has waited for a worker as long as it may. */
    static final int IMPATIENT = 3;

    /** Kind of delay: a gateway tries again. */
    static final int GATEWAY_RETRY = 4;
    /** Kind of delay: a worker tries its statement again. */
    static final int STATEMENT_RETRY = 5;
    /** Kind of delay: a database backend looks whether its client is still there. */
    static final int BACKEND_LOOKS = 6;

    /** Kind of delay: an external service answers, or has not in time. */
    static final int CALLED = 16;

    /** Kind of delay: a cache's node answers, or has not in time. */
    static final int LOOKED_UP = 17;

    final CompiledScenario scenario;
    final WorldState world;
    final Sources ranks;
    final Tournament sources;
    /**
     * When the next request sets out. It has rank {@link Sources#ARRIVALS} like a leaf of the tournament, but changes at every
     * arrival, so it stands beside the tree.
     */
    long nextArrival = Tournament.NEVER;

    final RequestTable requests = new RequestTable();
    final EventCalendar delays = new EventCalendar();
    final TimedRing clientTimeouts;
    final TimedRing idleTimeouts;
    final TimedRing connectTimeouts;
    final TimedRing[] replies;
    final TimedRing[] workerTimeouts;
    final TimedRing[] poolTimeouts;
    final TimedRing[] databaseConnectTimeouts;
    final TimedRing[] socketTimeouts;
    final @Nullable DatabaseStation database;
    final @Nullable StorageStation storage;
    final ReadReplicas replicas;
    final RowLocks rowLocks;
    final DatabaseWaits databaseWaits = new DatabaseWaits();
    final DetourTable detours = new DetourTable();

    final AbandonedStatements abandoned;
    final CpuSharing cpu;
    final NodeCpus nodes;

    /** The endpoints, and behind them, from {@link #firstWork} on, the work of each consumer of a queue. */
    final CompiledEndpoint[] endpoints;

    final int firstWork;
    final CompiledWorkload[] workloads;
    final long[] roundTripNanos;
    final int zones;
    final boolean[] silentZone;

    @Nullable PodStation[] stations = new PodStation[4];

    byte[] podStatus = new byte[4];
    int[] silentIdleConnections = new int[4];

    final Balancing balancing;
    final @Nullable KeptConnections kept;
    final Meters meters;
    final WorkerUse workerUse;
    final PoolUse poolUse;
    final OfferedLoad offered;
    final double[] errorShares;

    /** By endpoint: the part of the CPU time that lies between two statements. */
    final double[] burstShares;

    /** What requests lost to failed tries; null where neither a gateway nor a database client tries again. */
    final @Nullable LostTime lost;

    /** Watches; null if nobody does. */
    @Nullable StationProbe probe;

    /** Requests that got a worker, those of them that waited for it, and how long these waited together. */
    long started;

    long waited;
    long waitedNanos;

    Traffic(CompiledScenario scenario, WorldState world) {
        this.scenario = scenario;
        this.world = world;
        zones = scenario.zones().size();
        int workloadCount = scenario.workloads().size();
        CompiledCapacity capacity = scenario.database() == null
                ? CompiledCapacity.NONE
                : scenario.database().capacity();
        ranks = new Sources(
                zones,
                workloadCount,
                capacity.replicas().size(),
                scenario.queues().queues().size());
        sources = new Tournament(ranks.firstNode());
        clientTimeouts = new TimedRing(sources, Sources.CLIENT_TIMEOUT);
        idleTimeouts = new TimedRing(sources, Sources.IDLE_TIMEOUT);
        connectTimeouts = new TimedRing(sources, Sources.CONNECT_TIMEOUT);
        replies = new TimedRing[zones];
        for (int zone = 0; zone < zones; zone++) {
            replies[zone] = new TimedRing(sources, ranks.replies(zone));
        }
        workerTimeouts = new TimedRing[workloadCount];
        poolTimeouts = new TimedRing[workloadCount];
        databaseConnectTimeouts = new TimedRing[workloadCount];
        socketTimeouts = new TimedRing[workloadCount];
        for (int workload = 0; workload < workloadCount; workload++) {
            workerTimeouts[workload] = new TimedRing(sources, ranks.workerTimeout(workload));
            poolTimeouts[workload] = new TimedRing(sources, ranks.poolTimeout(workload));
            databaseConnectTimeouts[workload] = new TimedRing(sources, ranks.databaseConnectTimeout(workload));
            socketTimeouts[workload] = new TimedRing(sources, ranks.socketTimeout(workload));
        }
        database = scenario.database() == null
                ? null
                : new DatabaseStation(scenario.database(), sources, Sources.DATABASE);
        storage = capacity.storage() == null ? null : new StorageStation(capacity.storage());
        replicas = new ReadReplicas(capacity, sources, ranks.firstReplica());
        rowLocks = new RowLocks(scenario.endpoints().size());
        nodes = new NodeCpus(sources, ranks.firstNode());
        cpu = new CpuSharing(sources);
        firstWork = scenario.endpoints().size();
        endpoints = Stream.concat(
                        scenario.endpoints().stream(),
                        scenario.queues().consumers().stream().map(CompiledQueues.Consumer::work))
                .toArray(CompiledEndpoint[]::new);
        workloads = scenario.workloads().toArray(CompiledWorkload[]::new);
        roundTripNanos =
                scenario.roundTripNanos().stream().mapToLong(Long::longValue).toArray();
        silentZone = new boolean[zones];
        balancing = new Balancing(this);
        kept = scenario.surroundings().targets().tracked() ? new KeptConnections(this) : null;
        meters = new Meters(scenario);
        workerUse = new WorkerUse(workloadCount);
        poolUse = new PoolUse(workloadCount);
        offered = new OfferedLoad(endpoints.length);
        errorShares = errorShares();
        burstShares = Arrays.stream(endpoints)
                .mapToDouble(endpoint -> 1.0 / (endpoint.queries() + 1))
                .toArray();
        abandoned = new AbandonedStatements(this);
        CompiledResilience resilience = scenario.resilience();
        boolean retries = resilience.statements().stream()
                .anyMatch(statements -> !statements.waits().isEmpty());
        lost = resilience.gateway() != null || retries ? new LostTime() : null;
    }

    /** Of each endpoint: what fails by itself, or else what its workload makes fail. */
    private double[] errorShares() {
        double[] shares = new double[endpoints.length];
        for (int endpoint = 0; endpoint < shares.length; endpoint++) {
            int given = scenario.resilience().errorShares().size();
            double own = endpoint < given ? scenario.resilience().errorShares().get(endpoint) : 0;
            shares[endpoint] = own > 0
                    ? own
                    : workloads[endpoints[endpoint].workload()].line().errorShare();
        }
        return shares;
    }

    /** What requests lost to failed tries; only where somebody tries again. */
    LostTime lostTime() {
        return Objects.requireNonNull(lost, "nobody tries again, and nothing is lost to failed tries");
    }

    /** The station of a pod that serves. */
    PodStation station(int pod) {
        PodStation station = stations[pod];
        if (station == null) {
            throw new IllegalStateException("pod " + pod + " has no station\nMaybe it ended and is still referred to");
        }
        return station;
    }

    /** Makes room for a pod's slot. */
    void reservePod(int pod) {
        if (pod >= stations.length) {
            int capacity = Math.max(pod + 1, 2 * stations.length);
            stations = Arrays.copyOf(stations, capacity);
            podStatus = Arrays.copyOf(podStatus, capacity);
            silentIdleConnections = Arrays.copyOf(silentIdleConnections, capacity);
        }
    }

    long roundTrip(int fromZone, int toZone) {
        return roundTripNanos[fromZone * zones + toZone];
    }

    /** Each pod keeps as many idle connections as it needed at once since this was last done. */
    void closeIdleConnections() {
        for (PodStation station : stations) {
            if (station != null) {
                station.idleConnections = Math.min(station.idleConnections, station.peakBusy);
                station.peakBusy = station.busy;
            }
        }
    }

    StorageGauges storageGauges() {
        return storage == null || database == null ? StorageGauges.NONE : storage.gauges(database.connections);
    }

    /** Adds a delay that no ring can keep in order. */
    void delay(long time, int kind, int subject, long reference) {
        delays.add(time, kind, subject, reference);
        sources.set(Sources.DELAYS, delays.headTime());
    }

    /** Takes over another's state, stations and their nodes included. Who watches is not state. */
    void copyFrom(Traffic other) {
        sources.copyFrom(other.sources);
        nextArrival = other.nextArrival;
        requests.copyFrom(other.requests);
        delays.copyFrom(other.delays);
        detours.copyFrom(other.detours);
        copyRings(other);
        copyDatabase(other);
        System.arraycopy(other.silentZone, 0, silentZone, 0, zones);
        stations = new PodStation[other.stations.length];
        nodes.copyFrom(other.nodes, stations);
        podStatus = Copies.of(other.podStatus, podStatus);
        silentIdleConnections = Copies.of(other.silentIdleConnections, silentIdleConnections);
        balancing.copyFrom(other.balancing);
        meters.copyFrom(other.meters);
        workerUse.copyFrom(other.workerUse);
        poolUse.copyFrom(other.poolUse);
        offered.copyFrom(other.offered);
        abandoned.copyFrom(other.abandoned);
        if (lost != null && other.lost != null) {
            lost.copyFrom(other.lost);
        }
        started = other.started;
        waited = other.waited;
        waitedNanos = other.waitedNanos;
    }

    private void copyRings(Traffic other) {
        clientTimeouts.copyFrom(other.clientTimeouts);
        idleTimeouts.copyFrom(other.idleTimeouts);
        connectTimeouts.copyFrom(other.connectTimeouts);
        for (int zone = 0; zone < zones; zone++) {
            replies[zone].copyFrom(other.replies[zone]);
        }
        for (int workload = 0; workload < workloads.length; workload++) {
            workerTimeouts[workload].copyFrom(other.workerTimeouts[workload]);
            poolTimeouts[workload].copyFrom(other.poolTimeouts[workload]);
            databaseConnectTimeouts[workload].copyFrom(other.databaseConnectTimeouts[workload]);
            socketTimeouts[workload].copyFrom(other.socketTimeouts[workload]);
        }
    }

    private void copyDatabase(Traffic other) {
        if (database != null && other.database != null) {
            database.copyFrom(other.database);
        }
        if (storage != null && other.storage != null) {
            storage.copyFrom(other.storage);
        }
        replicas.copyFrom(other.replicas);
        rowLocks.copyFrom(other.rowLocks);
        databaseWaits.copyFrom(other.databaseWaits);
    }
}
