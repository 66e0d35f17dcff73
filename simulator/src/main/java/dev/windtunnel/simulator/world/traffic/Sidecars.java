package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledRuntime;
import dev.windtunnel.simulator.compile.CompiledWorkload;
import dev.windtunnel.simulator.kernel.Keys;
import java.util.Objects;

/**
 * Service mesh proxies beside the applications. A request's CPU time at its proxy, both ways together, is worked off when it
 * comes in, in a container of its own that shares the node with the others by its own request and is held back by its own
 * limit: one event. The proxy's own time on both ways orders nothing and is only added (decision 0005).
 */
final class Sidecars {

    private final Traffic traffic;
    private final Application application;

    Sidecars(Traffic traffic, Application application) {
        this.traffic = traffic;
        this.application = application;
    }

    private static CompiledRuntime.Proxy settings(CompiledWorkload workload) {
        return Objects.requireNonNull(workload.runtime().sidecar(), "a pod's proxy without settings");
    }

    /** What a proxy adds to a call on its way out and back; 0 without one. */
    static long delayOfCall(CompiledWorkload workload, long key, int step) {
        CompiledRuntime.Proxy proxy = workload.runtime().sidecar();
        if (proxy == null) {
            return 0;
        }
        long bits = Keys.draw(key, Draw.FIRST_CALL_PROXY + step);
        return (long)
                (proxy.latencyNanos().sampleUpper(bits) + proxy.latencyNanos().sampleLower(bits));
    }

    /** A request reaches a pod with a proxy. */
    void enter(int slot, PodStation station, PodStation proxy, long now) {
        RequestTable requests = traffic.requests;
        CompiledRuntime.Proxy its = settings(traffic.workloads[station.workload]);
        long bits = Keys.draw(requests.key(slot), Draw.PROXY_DELAY);
        long delay = (long)
                (its.latencyNanos().sampleUpper(bits) + its.latencyNanos().sampleLower(bits));
        traffic.detours.beginProxy(slot, delay);
        requests.balancerExtra(slot, requests.balancerExtra(slot) + delay);
        requests.state(slot, RequestTable.PROXIED);
        requests.since(slot, now);
        CpuSharing.advance(proxy, now);
        double work = its.cpuNanos().sampleUpper(Keys.draw(requests.key(slot), Draw.PROXY_CPU));
        proxy.cpu.add(work, requests.reference(slot));
        traffic.cpu.reshare(proxy, now);
    }

    /** A pod's proxy has worked a request off, or is held or let go by its limit. */
    void handled(PodStation proxy, BalancerSide balancer, long now) {
        RequestTable requests = traffic.requests;
        PodStation station = traffic.station(proxy.pod);
        CpuSharing.advance(proxy, now);
        if (CpuSharing.turns(proxy, now)) {
            traffic.cpu.reshare(proxy, now);
            return;
        }
        int slot = requests.resolve(proxy.cpu.removeHead());
        traffic.cpu.reshare(proxy, now);
        traffic.detours.proxied(slot, now - requests.since(slot));
        balancer.admit(slot, station, now);
    }

    /** A request leaves its proxy before its turn. */
    void cancel(int slot, PodStation station, long now) {
        PodStation proxy = Objects.requireNonNull(station.proxy, "a request at a proxy that is not there");
        CpuSharing.advance(proxy, now);
        proxy.cpu.remove(traffic.requests.reference(slot));
        traffic.cpu.reshare(proxy, now);
    }

    /** A pod ends, and its proxy with all that is in it. */
    void end(PodStation proxy, boolean silent, long now) {
        CpuSharing.advance(proxy, now);
        while (proxy.cpu.size() > 0) {
            application.endResident(traffic.requests.resolve(proxy.cpu.removeHead()), silent, now);
        }
        traffic.cpu.leave(proxy, now);
    }

    /** By how much a request took longer at its proxy than usual; 0 without one. */
    double excess(int slot, PodStation station) {
        if (station.proxy == null) {
            return 0;
        }
        CompiledRuntime.Proxy its = settings(traffic.workloads[station.workload]);
        double work = its.cpuNanos().sampleUpper(Keys.draw(traffic.requests.key(slot), Draw.PROXY_CPU));
        return traffic.detours.proxied(slot)
                - work / station.node.speed
                + traffic.detours.proxyDelay(slot)
                - 2 * its.meanLatencyNanos();
    }

    /** The part of what is added at the load balancer that is the proxy's; 0 without one. */
    long delay(int slot, PodStation station) {
        return station.proxy == null ? 0 : traffic.detours.proxyDelay(slot);
    }
}
