package dev.windtunnel.simulator.engine;

import dev.windtunnel.simulator.compile.CompiledRuntime;
import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.compile.CompiledWorkload;
import dev.windtunnel.simulator.world.traffic.Surroundings;

/** Reads the gauges of external services, caches and CPU quotas at each minute's end; what is not there has none. */
final class SurroundingsRecorder {

    private final CompiledScenario scenario;
    private final Surroundings surroundings;
    private final long[] calls;
    private final long[] failures;
    private final long[] lookups;
    private final long[] hits;
    private final long[] active;
    private final long[] held;

    SurroundingsRecorder(CompiledScenario scenario, Surroundings surroundings) {
        this.scenario = scenario;
        this.surroundings = surroundings;
        int services = scenario.surroundings().services().size();
        int caches = scenario.surroundings().caches().size();
        int workloads = scenario.workloads().size();
        calls = new long[services];
        failures = new long[services];
        lookups = new long[caches];
        hits = new long[caches];
        active = new long[workloads];
        held = new long[workloads];
    }

    /** Takes a value of a metric with its labels. */
    @FunctionalInterface
    interface Gauges {
        /** A value for the minute that ends. */
        void put(String metric, double value, String... labels);
    }

    void record(Gauges gauges) {
        for (int service = 0; service < calls.length; service++) {
            services(service, gauges);
        }
        for (int cache = 0; cache < lookups.length; cache++) {
            caches(cache, gauges);
        }
        for (int workload = 0; workload < active.length; workload++) {
            if (scenario.workloads().get(workload).runtime().byPeriods()) {
                throttling(workload, gauges);
            }
        }
    }

    private void services(int service, Gauges gauges) {
        String name = scenario.surroundings().services().get(service).name();
        long made = surroundings.calls(service) - calls[service];
        long failed = surroundings.failedCalls(service) - failures[service];
        calls[service] += made;
        failures[service] += failed;
        gauges.put("external.calls", (double) made, "service", name);
        gauges.put("external.failed.share", share(failed, made), "service", name);
        gauges.put("utilization", surroundings.peakNatShare(service), "limit", "NAT gateway ports to " + name);
    }

    private void caches(int cache, Gauges gauges) {
        String name = scenario.surroundings().caches().get(cache).name();
        long asked = surroundings.lookups(cache) - lookups[cache];
        long hit = surroundings.hits(cache) - hits[cache];
        lookups[cache] += asked;
        hits[cache] += hit;
        gauges.put("cache.lookups", (double) asked, "cache", name);
        gauges.put("cache.hit.share", share(hit, asked), "cache", name);
    }

    private void throttling(int workload, Gauges gauges) {
        CompiledWorkload its = scenario.workloads().get(workload);
        long ran = surroundings.activePeriods(workload) - active[workload];
        long stood = surroundings.throttledPeriods(workload) - held[workload];
        active[workload] += ran;
        held[workload] += stood;
        gauges.put("cpu.throttled.share", share(stood, ran), "workload", its.name());
    }

    /** Failures are counted when they end, so that a minute can have more of them than it has calls. */
    private static double share(long part, long whole) {
        return whole == 0 ? 0 : Math.min(1, (double) part / whole);
    }

    /** Cores that a workload's sidecars can use; 0 without them. */
    static double sidecarCores(CompiledWorkload workload, int pods) {
        CompiledRuntime.Proxy proxy = workload.runtime().sidecar();
        return proxy == null
                ? 0
                : pods * Math.min(proxy.limitCpuMillis(), 1000 * CompiledRuntime.PROXY_THREADS) / 1000.0;
    }

    /** Takes over what another has read. */
    void copyFrom(SurroundingsRecorder other) {
        System.arraycopy(other.calls, 0, calls, 0, calls.length);
        System.arraycopy(other.failures, 0, failures, 0, failures.length);
        System.arraycopy(other.lookups, 0, lookups, 0, lookups.length);
        System.arraycopy(other.hits, 0, hits, 0, hits.length);
        System.arraycopy(other.active, 0, active, 0, active.length);
        System.arraycopy(other.held, 0, held, 0, held.length);
    }
}
