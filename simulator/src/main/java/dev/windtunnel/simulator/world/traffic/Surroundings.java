package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledRuntime;
import dev.windtunnel.simulator.compile.CompiledWorkload;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.result.Cause;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the application's own work: external services, caches, sidecars and the bandwidth control of its CPU. One
 * door for the plant, which tells it what happens, and for gauges, which read it.
 */
public final class Surroundings {

    private static final int MILLIS = 1000;

    private final Traffic traffic;
    final ThrottleCounts throttling;
    final ExternalCalls calls;
    final Caches caches;
    final RequestPath path;
    final Sidecars sidecars;
    final StageCosts costs;
    private final Application application;
    private final long periodKey;

    /** Whether any request meets a service, a cache or a sidecar at all; most designs have none. */
    final boolean isThere;

    Surroundings(Traffic traffic, Application application) {
        this.traffic = traffic;
        this.application = application;
        throttling = new ThrottleCounts(traffic.workloads.length);
        calls = new ExternalCalls(traffic);
        caches = new Caches(traffic);
        path = new RequestPath(traffic, application, calls, caches);
        sidecars = new Sidecars(traffic, application);
        costs = new StageCosts(traffic, this);
        boolean hasSidecars = Arrays.stream(traffic.workloads)
                .anyMatch(workload -> workload.runtime().sidecar() != null);
        isThere = hasSidecars || path.isTaken();
        periodKey = Keys.named(traffic.scenario.seed(), "cpu/period");
    }

    /** A pod of a workload starts: its containers, each with its own limit. */
    PodStation podStarted(int pod, int workload, int zone, NodeCpu node, long now) {
        CompiledWorkload compiled = traffic.workloads[workload];
        CompiledRuntime.Proxy proxy = compiled.runtime().sidecar();
        int sidecarMillis = proxy == null ? 0 : proxy.requestCpuMillis();
        int most = MILLIS * compiled.runtime().processes();
        PodStation station = container(
                pod,
                workload,
                zone,
                node,
                compiled.cpuCapacityMillis(),
                most,
                (int) compiled.requestCpuMillis() - sidecarMillis,
                now);
        if (proxy != null) {
            int threads = MILLIS * CompiledRuntime.PROXY_THREADS;
            int limit = Math.min(proxy.limitCpuMillis(), threads);
            PodStation beside = container(pod, workload, zone, node, limit, threads, sidecarMillis, now);
            beside.isProxy = true;
            station.proxy = beside;
        }
        caches.podStarted(pod, now);
        if (traffic.kept != null) {
            traffic.kept.podStarted(pod);
        }
        return station;
    }

    private PodStation container(
            int pod, int workload, int zone, NodeCpu node, int limitMillis, int mostMillis, int weight, long now) {
        boolean isHeld = traffic.workloads[workload].runtime().byPeriods() && limitMillis < mostMillis;
        PodStation station =
                new PodStation(pod, workload, zone, node, isHeld ? mostMillis : limitMillis, Math.max(1, weight), now);
        if (isHeld) {
            long key = Keys.mix(Keys.mix(periodKey, pod), node.podCount + now);
            long phase = Math.floorMod(key, CpuBandwidth.PERIOD_NANOS);
            station.bandwidth = new CpuBandwidth(limitMillis, phase, throttling, workload, now);
        }
        node.add(station);
        return station;
    }

    /** A container of a pod computes no further, that of the application or the sidecar's. */
    void cpuTurns(PodStation container, BalancerSide balancer, long now) {
        if (container.isProxy) {
            sidecars.handled(container, balancer, now);
        } else {
            application.computed(container, now);
        }
    }

    /** Idle connections to pods, each with its age. */
    KeptConnections kept() {
        return Objects.requireNonNull(traffic.kept, "connections are counted, not tracked");
    }

    /** A response went out; its connection to the load balancer's node of a zone is kept. */
    void keepConnection(PodStation station, int zone, long now) {
        if (traffic.kept == null) {
            station.idleConnections++;
        } else {
            traffic.kept.keep(Math.max(0, zone), station, now);
        }
    }

    /** A pod has ended; returns the idle connections to it that the nodes do not know to be dead. */
    int forgetConnections(PodStation station, long now) {
        return traffic.kept == null ? station.idleConnections : traffic.kept.forget(station, now);
    }

    void zoneLost(int zone, long now) {
        if (traffic.kept != null) {
            traffic.kept.nodeLost(zone);
        }
        calls.zoneLost(zone);
        caches.zoneLost(zone, now);
    }

    /** By how much a request took longer than usual at whichever of them did most; 0 where it met none. */
    double excess(int slot, PodStation station) {
        return Math.max(path.excess(slot), sidecars.excess(slot, station));
    }

    /** Which of them it was. */
    Cause causeOfExcess(int slot, PodStation station) {
        return path.excess(slot) >= sidecars.excess(slot, station) ? path.causeOfExcess(slot) : Cause.SIDECAR;
    }

    /** The stage among them that has cost a request more than anything else until now; null if none has. */
    @Nullable Cause costlier(int slot, PodStation station, long most, long now) {
        DetourTable detours = traffic.detours;
        long current = now - traffic.requests.since(slot);
        int state = traffic.requests.state(slot);
        boolean leads = path.leads(traffic.requests.endpoint(slot)) && traffic.requests.place(slot) >= 0;
        long calling = leads ? detours.calling(slot) + (state == RequestTable.CALLING ? current : 0) : 0;
        long lookingUp = leads ? detours.lookingUp(slot) + (state == RequestTable.LOOKING_UP ? current : 0) : 0;
        boolean isAtProxy = state == RequestTable.PROXIED;
        long proxied = station.proxy == null ? 0 : isAtProxy ? current : detours.proxied(slot);
        long longest = Math.max(calling, Math.max(lookingUp, proxied));
        if (longest <= most) {
            return null;
        }
        return longest == calling ? Cause.EXTERNAL_CALL : longest == lookingUp ? Cause.CACHE : Cause.SIDECAR;
    }

    /** CPU that a pod's sidecar has used, in core-nanoseconds; 0 without one. Computed, never stored. */
    static double usedBySidecar(@Nullable PodStation station, long now) {
        return station == null || station.proxy == null ? 0 : CpuSharing.usedCoreNanos(station.proxy, now);
    }

    /** CPU that a pod's sidecar has used since it started, in core-nanoseconds; part of the pod's. */
    public double sidecarUsedCoreNanos(int pod, long now) {
        return usedBySidecar(pod < traffic.stations.length ? traffic.stations[pod] : null, now);
    }

    /** Calls to a service so far. */
    public long calls(int service) {
        return calls.sent(service);
    }

    /** Those of them that got an error or no answer. */
    public long failedCalls(int service) {
        return calls.failed(service);
    }

    /** Most connections that one NAT gateway held to a service since this was last asked, as a share of its ports. */
    public double peakNatShare(int service) {
        return calls.peakShare(service);
    }

    /** Most calls to a service at once since this was last asked, those included that it refused. */
    public int peakCalls(int service) {
        return calls.peakWaiting(service);
    }

    /** Lookups in a cache so far. */
    public long lookups(int cache) {
        return caches.lookups(cache);
    }

    /** Those of them that hit. */
    public long hits(int cache) {
        return caches.hits(cache);
    }

    /** Periods of 100 ms in which containers of a workload ran under a quota. */
    public long activePeriods(int workload) {
        return throttling.activePeriods(workload);
    }

    /** Those of them in which the quota ran out. */
    public long throttledPeriods(int workload) {
        return throttling.heldPeriods(workload);
    }

    /** How long they stood still together. */
    public long throttledNanos(int workload) {
        return throttling.heldNanos(workload);
    }

    /** Makes these surroundings equal to others, after pods with their containers were copied: those get their quotas. */
    void copyFrom(Surroundings other) {
        for (int pod = 0; pod < traffic.stations.length; pod++) {
            copyBandwidth(traffic.stations[pod], other.traffic.stations[pod]);
        }
        throttling.copyFrom(other.throttling);
        calls.copyFrom(other.calls);
        caches.copyFrom(other.caches);
        if (traffic.kept != null && other.traffic.kept != null) {
            traffic.kept.copyFrom(other.traffic.kept);
        }
    }

    private void copyBandwidth(@Nullable PodStation mine, @Nullable PodStation theirs) {
        if (mine == null || theirs == null) {
            return;
        }
        mine.bandwidth = theirs.bandwidth == null ? null : theirs.bandwidth.copyFor(throttling);
        copyBandwidth(mine.proxy, theirs.proxy);
    }
}
