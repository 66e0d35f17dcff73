package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.compile.CompiledWorkload;
import dev.windtunnel.simulator.kernel.Tournament;
import dev.windtunnel.simulator.result.Cause;
import dev.windtunnel.simulator.result.MinuteOutcome;
import dev.windtunnel.simulator.result.ViewOutcome;
import dev.windtunnel.simulator.world.state.Plant;
import dev.windtunnel.simulator.world.state.QueueReadings;
import dev.windtunnel.simulator.world.state.WorldState;
import java.util.List;
import java.util.Objects;

/** The plant that simulates every request. */
public final class ExactPlant implements Plant {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final Traffic traffic;
    private final Outcomes outcomes;
    private final OutcomeBook book;
    private final SecondCounts seconds;
    private final Application application;
    private final Surroundings surroundings;
    private final DatabaseHosts hosts;
    private final BalancerSide balancer;
    private final ClientSide clients;
    private final StatementTimeouts statementTimeouts;
    private final QueueSide queues;
    private final int firstNode;
    private final int firstReply;
    private final int firstOfWorkloads;
    private final int firstReplica;

    /** Nothing serves yet; the first arrival waits. Without minutes, only what a probe sees is known afterwards. */
    public ExactPlant(CompiledScenario scenario, WorldState world, boolean keepsMinutes) {
        traffic = new Traffic(scenario, world);
        book = new OutcomeBook(scenario.endpoints().size(), scenario.clients().timeoutNanos(), keepsMinutes);
        seconds = new SecondCounts(scenario.effects(), scenario.horizonSeconds());
        outcomes = new Outcomes(traffic, book, seconds);
        application = new Application(traffic, outcomes);
        surroundings = application.surroundings();
        hosts = new DatabaseHosts(traffic);
        balancer = new BalancerSide(traffic, application, outcomes);
        application.sendsOnBy(balancer);
        statementTimeouts = new StatementTimeouts(traffic, application.databaseClient());
        clients = new ClientSide(traffic, balancer, application, outcomes);
        queues = application.queues();
        firstNode = traffic.ranks.firstNode();
        firstReply = traffic.ranks.replies(0);
        firstOfWorkloads = traffic.ranks.workerTimeout(0);
        firstReplica = traffic.ranks.firstReplica();
    }

    @Override
    public void advance(long untilNanos) {
        Tournament sources = traffic.sources;
        long events = 0;
        while (true) {
            long now = sources.earliest();
            long arrival = traffic.nextArrival;
            if (arrival < now) {
                if (arrival >= untilNanos) {
                    break;
                }
                events++;
                clients.arrive(arrival);
                continue;
            }
            if (now >= untilNanos) {
                break;
            }
            int source = sources.winner();
            events++;
            if (arrival == now && source > Sources.ARRIVALS) {
                clients.arrive(arrival);
            } else if (source >= firstNode) {
                surroundings.cpuTurns(traffic.nodes.get(source - firstNode).next(), balancer, now);
            } else {
                happen(source, now);
            }
        }
        traffic.meters.events += events;
    }

    private void happen(int source, long now) {
        switch (source) {
            case Sources.DATABASE -> hosts.statementEnded(now);
            case Sources.CLIENT_TIMEOUT -> clients.giveUp(now);
            case Sources.IDLE_TIMEOUT -> balancer.idleTimedOut(now);
            case Sources.CONNECT_TIMEOUT -> balancer.connectTimedOut(now);
            case Sources.DELAYS -> delayEnds(now);
            case Sources.ATTEMPT_TIMEOUT -> clients.attempts().attemptTimedOut(now);
            case Sources.HEDGE -> clients.attempts().hedge(now);
            case Sources.GATEWAY_TRY -> gateway().tryTimedOut(now);
            default -> {
                if (source < firstOfWorkloads) {
                    application.databaseClient().answered(traffic.replies[source - firstReply].pop(), now);
                } else if (source >= traffic.ranks.firstOfQueues()) {
                    queues.happen(source - traffic.ranks.firstOfQueues(), now);
                } else if (source >= firstReplica) {
                    hosts.replicaStatementEnded(source - firstReplica, now);
                } else {
                    workloadTimeout(source - firstOfWorkloads, now);
                }
            }
        }
    }

    private void delayEnds(long now) {
        int kind = traffic.delays.headKind();
        int subject = traffic.delays.headSubject();
        long reference = traffic.delays.headPayload();
        traffic.delays.removeHead();
        traffic.sources.set(Sources.DELAYS, traffic.delays.headTime());
        switch (kind) {
            case Traffic.REDIAL -> clients.redial(reference, subject, now);
            case Traffic.RETRY -> clients.attempts().retry(reference, now);
            case Traffic.CALLED -> surroundings.path.called(reference, subject, now);
            case Traffic.LOOKED_UP -> surroundings.path.lookedUp(reference, subject, now);
            case Traffic.IMPATIENT -> application.impatient(reference, subject, now);
            case Traffic.GATEWAY_RETRY -> gateway().retry(reference, now);
            case Traffic.STATEMENT_RETRY -> application.databaseClient().retry(reference, now);
            case Traffic.BACKEND_LOOKS -> traffic.abandoned.looks(reference, now);
            default -> application.databaseClient().answeredLate(reference, now);
        }
    }

    private GatewaySide gateway() {
        return Objects.requireNonNull(balancer.gateway(), "no gateway tries again");
    }

    private void workloadTimeout(int offset, long now) {
        int workload = offset >> 2;
        switch (offset & 3) {
            case 0 -> application.workerTimedOut(workload, now);
            case 1 -> statementTimeouts.poolTimedOut(workload, now);
            case 2 -> statementTimeouts.connectTimedOut(workload, now);
            default -> statementTimeouts.socketTimedOut(workload, now);
        }
    }

    @Override
    public void nodeAdded(int node, int cpuMillis, double speed) {
        traffic.nodes.add(node, cpuMillis, speed);
    }

    @Override
    public void speedChanged(int node, double speed, long now) {
        traffic.cpu.speedChanged(traffic.nodes.get(node), speed, now);
    }

    /** Lets someone watch the stations from now on. */
    public void watch(StationProbe probe) {
        traffic.probe = probe;
    }

    @Override
    public void podStarted(int pod, int workload, int node, int zone, long now) {
        traffic.reservePod(pod);
        traffic.balancing.podStarted(pod);
        NodeCpu cpu = traffic.nodes.get(node);
        CompiledWorkload compiled = traffic.workloads[workload];
        PodStation station = surroundings.podStarted(pod, workload, zone, cpu, now);
        boolean databaseIsDown = traffic.database != null && !traffic.database.answers && compiled.database() != null;
        station.taint = databaseIsDown ? Cause.DATABASE_FAILOVER.code() : -1;
        traffic.stations[pod] = station;
        traffic.podStatus[pod] = Traffic.SERVES;
        queues.threads().podStarted(pod, workload, now);
    }

    @Override
    public void podRefuses(int pod, long now) {
        PodStation station = traffic.stations[pod];
        if (station != null) {
            station.accepts = false;
            queues.threads().podRefuses(pod);
        }
    }

    @Override
    public void podEnded(int pod, boolean silent, long now) {
        traffic.reservePod(pod);
        PodStation station = traffic.stations[pod];
        if (station != null) {
            traffic.silentIdleConnections[pod] = surroundings.forgetConnections(station, now) + station.busy;
            queues.threads().podEnded(pod);
            application.stops().end(station, silent, now);
            traffic.stations[pod] = null;
        }
        traffic.podStatus[pod] = silent ? Traffic.SILENT : Traffic.REFUSES;
    }

    @Override
    public int residents(int pod) {
        PodStation station = traffic.stations[pod];
        return station == null
                ? 0
                : station.busy
                        + station.queued
                        + (station.proxy == null ? 0 : station.proxy.cpu.size())
                        + queues.threads().held(pod);
    }

    @Override
    public QueueReadings queues() {
        return queues;
    }

    /** What a queue has done so far. */
    public QueueCounts queueCounts(int queue) {
        return QueueCounts.of(queues.station(queue));
    }

    @Override
    public double cpuUsedCoreNanos(int pod, long now) {
        PodStation station = pod < traffic.stations.length ? traffic.stations[pod] : null;
        return station == null ? 0 : CpuSharing.usedCoreNanos(station, now) + Surroundings.usedBySidecar(station, now);
    }

    @Override
    public void zoneSilenced(int zone, long now) {
        traffic.silentZone[zone] = true;
        application.databaseClient().replicasLost(zone, now);
        surroundings.zoneLost(zone, now);
        traffic.balancing.changed();
        balancer.nodeLost(zone, now);
    }

    @Override
    public void zoneRestored(int zone, long now) {
        traffic.silentZone[zone] = false;
        traffic.balancing.changed();
        for (int replica = 0; replica < traffic.replicas.count(); replica++) {
            DatabaseStation station = traffic.replicas.station(replica);
            if (station.zone == zone && !station.answers) {
                station.reach(zone);
            }
        }
    }

    @Override
    public void databaseLost(long now) {
        if (traffic.database != null) {
            application.databaseClient().lost(now);
        }
    }

    @Override
    public void databaseReachable(int zone, long now) {
        if (traffic.database != null) {
            traffic.database.reach(zone);
        }
    }

    @Override
    public void cacheLost(int cache, long now) {
        surroundings.caches.lose(cache);
    }

    /** External services, caches, sidecars and throttling. */
    public Surroundings surroundings() {
        return surroundings;
    }

    /** Closes connections to targets that were not needed lately; once a keep-alive period. */
    public void closeIdleConnections() {
        traffic.closeIdleConnections();
    }

    /** What a pod's queue and workers look like now: requests that wait. */
    public int queued(int pod) {
        PodStation station = traffic.stations[pod];
        return station == null ? 0 : station.queued;
    }

    /** Requests that hold a worker of the pod. */
    public int busy(int pod) {
        PodStation station = traffic.stations[pod];
        return station == null ? 0 : station.busy;
    }

    /** Requests that the load balancer node of a zone has outstanding at a pod, if its algorithm asks for that. */
    int outstanding(int zone, int workload, int pod) {
        return traffic.balancing.outstanding(zone, workload, pod);
    }

    /** Worker-nanoseconds that requests of a workload have held until now; computed, never stored. */
    public double workerNanos(int workload, long now) {
        return traffic.workerUse.heldNanos(workload, now);
    }

    /** The database's gauges: CPU used so far, connections, statements. */
    public DatabaseGauges databaseGauges(long now) {
        return traffic.database == null ? DatabaseGauges.NONE : traffic.database.gauges(now);
    }

    /** How long a write that commits now waits to be replayed at a replica, beyond the usual lag. */
    public double replicaBacklogNanos(int replica, long now) {
        return traffic.replicas.backlogNanos(replica, now);
    }

    /** What the primary's storage has done so far and how full it is; all zero without a capacity model. */
    public StorageGauges storageGauges() {
        return traffic.storageGauges();
    }

    /** Closes the minutes whose requests have all ended by now. */
    public void closeMinutes(long now) {
        long timeout = traffic.scenario.clients().timeoutNanos();
        book.closeBefore((int) Math.max(0, (now - timeout) / MINUTE_NANOS));
    }

    /** The closed minutes; after the horizon, all of them. */
    public List<MinuteOutcome> minutes() {
        int all = (int) ((traffic.scenario.horizonNanos() + MINUTE_NANOS - 1) / MINUTE_NANOS);
        book.closeBefore(all);
        return book.minutes();
    }

    /** Requests of an endpoint that set out. Read after {@link #minutes}. */
    public long arrived(int endpoint) {
        return book.totals(endpoint).arrived();
    }

    /** An endpoint as clients saw it, or as the load balancer did. Read after {@link #minutes}. */
    public ViewOutcome view(int endpoint, boolean asClient) {
        return book.totals(endpoint).view(asClient ? OpenMinute.CLIENT : OpenMinute.LOAD_BALANCER);
    }

    /** Counts around each effect. */
    public List<SecondCounts.Window> faultSeconds() {
        return seconds.windows();
    }

    /** What AWS meters. */
    public Meters meters() {
        return traffic.meters;
    }

    /** Requests that got a worker so far. */
    public long started() {
        return traffic.started;
    }

    /** Of them, those that waited for it. */
    public long waited() {
        return traffic.waited;
    }

    /** How long those waited together. */
    public long waitedNanos() {
        return traffic.waitedNanos;
    }

    /** Attempts that clients sent so far; equal to the requests that arrived unless clients try more than once. */
    public AttemptCounts attempts() {
        return clients.attemptCounts();
    }

    /** What has been asked and tried so far. */
    public TrafficMeasures measures() {
        return new TrafficMeasures(traffic, balancer, application.databaseClient());
    }

    /** What became of users' sessions so far. */
    public SessionCounts sessions() {
        return clients.sessionCounts();
    }

    /** Events so far. */
    public long events() {
        return traffic.meters.events;
    }

    /** Requests that ended so far. */
    public long ended() {
        return outcomes.succeeded() + outcomes.failed();
    }

    /** Sum over all outcomes; equal runs have equal digests. */
    public long digest() {
        return outcomes.digest();
    }

    /** Takes over the state of another plant of the same scenario, whose world was copied too; a probe stays where it is. */
    public void copyFrom(ExactPlant other) {
        traffic.copyFrom(other.traffic);
        outcomes.copyFrom(other.outcomes);
        book.copyFrom(other.book);
        seconds.copyFrom(other.seconds);
        balancer.copyFrom(other.balancer);
        application.databaseClient().copyFrom(other.application.databaseClient());
        clients.copyFrom(other.clients);
        surroundings.copyFrom(other.surroundings);
        queues.copyFrom(other.queues);
    }
}
