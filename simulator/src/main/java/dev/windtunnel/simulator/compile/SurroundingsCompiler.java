package dev.windtunnel.simulator.compile;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.compute.CpuThrottling;
import dev.windtunnel.model.compute.Sidecar;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.edge.TargetConnections;
import dev.windtunnel.model.edge.TargetGroup;
import dev.windtunnel.model.edge.TargetProtocol;
import dev.windtunnel.model.workload.Cache;
import dev.windtunnel.model.workload.CachePlace;
import dev.windtunnel.model.workload.CallTime;
import dev.windtunnel.model.workload.Endpoint;
import dev.windtunnel.model.workload.ExternalService;
import java.util.Comparator;
import java.util.List;

/** External services, caches and sidecars in numbers. */
final class SurroundingsCompiler {

    private static final double NANOS_PER_SECOND = 1e9;

    private final List<ExternalService> services;
    private final List<Cache> caches;

    SurroundingsCompiler(Architecture architecture) {
        services = architecture.externalServices().stream()
                .sorted(Comparator.comparing(ExternalService::name))
                .toList();
        caches = architecture.caches().stream()
                .sorted(Comparator.comparing(Cache::name))
                .toList();
    }

    /**
     * All of them.
     *
     * @param zones by index
     * @param databaseZone where a cache's node stands that names no zone
     */
    CompiledSurroundings compile(List<String> zones, int databaseZone, TargetGroup targets) {
        return new CompiledSurroundings(
                services.stream().map(SurroundingsCompiler::service).toList(),
                caches.stream().map(cache -> cache(cache, zones, databaseZone)).toList(),
                CompiledSurroundings.NAT_CONNECTIONS,
                new CompiledSurroundings.Targets(
                        targets.connections() == TargetConnections.TRACKED,
                        targets.protocol() == TargetProtocol.HTTPS,
                        targets.handshakeCpu().toNanos()));
    }

    private static CompiledSurroundings.Service service(ExternalService service) {
        Integer concurrency = service.concurrency();
        return new CompiledSurroundings.Service(
                service.name(),
                Tables.nanos(service.latency()),
                Tables.meanNanos(service.latency()),
                service.errors().value(),
                service.timeout().toNanos(),
                service.requestSize().bytes(),
                service.responseSize().bytes(),
                concurrency == null ? Integer.MAX_VALUE : concurrency);
    }

    private static CompiledSurroundings.Cache cache(Cache cache, List<String> zones, int databaseZone) {
        boolean isInProcess = cache.in() == CachePlace.PROCESS;
        String zone = cache.zone();
        Integer perSecond = cache.operationsPerSecond();
        return new CompiledSurroundings.Cache(
                cache.name(),
                isInProcess,
                cache.hitRatio().value(),
                cache.warmUp(),
                cache.cold(),
                Tables.nanos(cache.latency()),
                Tables.meanNanos(cache.latency()),
                isInProcess ? -1 : zone == null ? databaseZone : zones.indexOf(zone),
                cache.timeout().toNanos(),
                perSecond == null ? 0 : NANOS_PER_SECOND / perSecond,
                cache.lookupSize().bytes());
    }

    /** What an endpoint's requests do beside computing and querying. */
    CompiledPath path(Endpoint endpoint) {
        if (endpoint.externalCalls().isEmpty() && endpoint.cache() == null) {
            return CompiledPath.PLAIN;
        }
        List<String> names = caches.stream().map(Cache::name).toList();
        List<CompiledPath.Call> before = calls(endpoint, CallTime.BEFORE_QUERIES);
        List<CompiledPath.Call> after = calls(endpoint, CallTime.AFTER_QUERIES);
        return new CompiledPath(
                before,
                endpoint.cache() == null ? CompiledPath.NO_CACHE : names.indexOf(endpoint.cache()),
                after,
                meanNanos(before) + meanNanos(after));
    }

    private List<CompiledPath.Call> calls(Endpoint endpoint, CallTime at) {
        List<String> names = services.stream().map(ExternalService::name).toList();
        return endpoint.externalCalls().stream()
                .filter(call -> call.at() == at)
                .map(call -> new CompiledPath.Call(
                        names.indexOf(call.service()),
                        call.calls(),
                        call.probability().value(),
                        call.optional()))
                .toList();
    }

    private double meanNanos(List<CompiledPath.Call> calls) {
        return calls.stream()
                .mapToDouble(call -> call.calls()
                        * call.probability()
                        * Tables.meanNanos(services.get(call.service()).latency()))
                .sum();
    }

    /** What a pod's containers are made of. */
    static CompiledRuntime runtime(Workload workload) {
        Sidecar sidecar = workload.sidecar();
        return new CompiledRuntime(
                workload.server().processes(),
                workload.cpuThrottling() == CpuThrottling.PERIODS,
                sidecar == null
                        ? null
                        : new CompiledRuntime.Proxy(
                                Tables.nanos(sidecar.latency()),
                                Tables.meanNanos(sidecar.latency()),
                                Tables.nanos(sidecar.cpu()),
                                (int) sidecar.requests().cpu().millis(),
                                (int) Math.min(
                                        Integer.MAX_VALUE,
                                        sidecar.limits().cpu().millis())),
                workload.server().keepalive().toNanos());
    }

    /** Mean CPU time that a request takes at the sidecar of a workload, in seconds. */
    static double sidecarSeconds(Workload workload) {
        Sidecar sidecar = workload.sidecar();
        return sidecar == null ? 0 : sidecar.cpu().meanSeconds();
    }

    /** Thousandths of a core that the scheduler sets aside for a pod, its sidecar's included. */
    static long requestCpuMillis(Workload workload) {
        Sidecar sidecar = workload.sidecar();
        return workload.requests().cpu().millis()
                + (sidecar == null ? 0 : sidecar.requests().cpu().millis());
    }

    /** Memory that the scheduler sets aside for a pod, its sidecar's included. */
    static long requestMemoryBytes(Workload workload) {
        Sidecar sidecar = workload.sidecar();
        return workload.requests().memory().bytes()
                + (sidecar == null ? 0 : sidecar.requests().memory().bytes());
    }
}
