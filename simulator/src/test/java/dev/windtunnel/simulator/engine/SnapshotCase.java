package dev.windtunnel.simulator.engine;

import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.simulator.compile.Arrivals;
import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.compile.ScenarioCompiler;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.result.RunResult;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Short days in which everything that has state is in use: each named after what it is for. */
record SnapshotCase(String name, LoadedScenario loaded, CompiledScenario compiled) {

    private static SnapshotCase of(String name, String file, String... overrides) {
        LoadedScenario loaded = ShippedRun.load(file, List.of(overrides));
        return new SnapshotCase(name, loaded, ScenarioCompiler.compile(loaded, Catalog.embedded()));
    }

    private static SnapshotCase launchDay(String name, int minutes, String... overrides) {
        List<String> all = new ArrayList<>(List.of(
                "start=2026-11-27T09:28",
                "traffic.replay.from=1995-07-13T09:28:00-04:00",
                "duration=" + minutes + "m",
                "timeline=[]"));
        all.addAll(List.of(overrides));
        return of(name, "innovate-inc/launch-day.yaml", all.toArray(String[]::new));
    }

    /** The zone with the database's primary is lost for long enough that its nodes are given up, and comes back. */
    static SnapshotCase zoneLoss() {
        return launchDay(
                "zone loss",
                10,
                "timeline=[{ at: 09:29:30, fault: az-loss, zone: a, for: 6m30s }]",
                "traffic.replay.scale=60",
                "workloads.backend.databaseClient={ poolSize: 2, poolOverflow: 1 }",
                "workloads.backend.limits.cpu=2");
    }

    /** Clients, gateway and database clients that try again within budgets, and servers that notice who has left. */
    static SnapshotCase retries() {
        return of(
                "retries",
                "innovate-inc/retry-storm.yaml",
                "duration=4m",
                "timeline=[{ at: 00:01, fault: az-loss, zone: b, for: 50s }]",
                "loadBalancer.algorithm=least-outstanding-requests",
                "loadBalancer.rateLimit={ rate: 300/s, burst: 50 }",
                "clients.cancel=true",
                "clients.retries.budget=20%",
                "clients.hedge={ after: 300ms }",
                "loadBalancer.retries={ max: 2, perTryTimeout: 1s, on: [connect-failure, reset, timeout, 500],"
                        + " budget: 20%, cancel: true }",
                "endpoints.list.queryTime=8ms",
                "endpoints.list.errorShare=1%",
                "workloads.backend.databaseClient={ poolSize: 2, poolOverflow: 0, poolTimeout: 200ms,"
                        + " retries: { max: 2, on: [connection-lost, pool-timeout], budget: 10% } }");
    }

    /** The same through a failover, with a gateway's budget of requests and workers that sit in their drivers. */
    static SnapshotCase failover() {
        return of(
                "failover",
                "innovate-inc/retry-storm.yaml",
                "duration=5m",
                "timeline=[{ at: 00:01:30, fault: az-loss, zone: a, for: 1m }]",
                "clients.cancel=true",
                "loadBalancer.retries={ max: 1, on: [500, 502, 503], budget: 20%, budgetOf: requests }",
                "endpoints.list.queryTime=8ms",
                "workloads.backend.loadShedding={ maxQueue: 40, maxQueueWait: 1s }",
                "workloads.backend.databaseClient={ poolSize: 4, poolOverflow: 0, retries: { max: 2, on: [connection-lost,"
                        + " refused], budget: 1% }, onCancel: wait }");
    }

    /** Users who wait for their answers; two choices among the targets of the own zone. */
    static SnapshotCase closedUsers() {
        return launchDay(
                "closed users",
                4,
                "timeline=[{ at: 09:29, fault: az-loss, zone: c, for: 1m }]",
                "traffic={ closed: { users: 150, think: exponential(1s) } }",
                "clients.attemptTimeout=3s",
                "clients.retries={ max: 2 }",
                "loadBalancer.algorithm=two-choices",
                "loadBalancer.zoneAware=true",
                "workloads.backend.replicas.min=9");
    }

    /** A database whose storage, cache, rows and replicas all matter, and whose volume grows. */
    static SnapshotCase capacity() {
        return launchDay(
                "capacity",
                8,
                "timeline=[{ at: 09:34, fault: az-loss, zone: c, for: 1m }]",
                "database.replicas=[{ zone: b, class: db.m6g.large }, { zone: c, class: db.m6g.large }]",
                "database.storage=20Gi",
                "database.volume.maxStorage=100Gi",
                "database.capacity={ cacheHits: 90%, iops: 3000, classIops: 20000, maxLag: 150ms,"
                        + " growth: { data: 18.5Gi, perWrite: 200Ki, hot: 50%, maxStorage: 100Gi } }",
                "endpoints.list.readsFrom=replica",
                "endpoints.list.pagesPerQuery=5",
                "endpoints.cart.pagesPerQuery=5",
                "endpoints.cart.hotRow={ share: 50%, hold: 20ms }",
                "loadBalancer.algorithm=weighted-random",
                "loadBalancer.anomalyMitigation=true");
    }

    /** A load that rises and falls: pods drain, nodes come and go, new targets start slowly. */
    static SnapshotCase scaling() {
        return launchDay(
                "scaling",
                8,
                "traffic={ rate: { startRate: 40/s, stages: [{ duration: 1m, target: 500/s },"
                        + " { duration: 2m, target: 500/s }, { duration: 30s, target: 20/s }], spacing: even } }",
                "workloads.backend.autoscaling.scaleDownStabilization=15s",
                "loadBalancer.slowStart=60s");
    }

    /** The same with pods that stop while they work, and a cluster that may not grow as it should. */
    static SnapshotCase abrupt() {
        return launchDay(
                "abrupt",
                5,
                "traffic={ rate: { startRate: 200/s, stages: [{ duration: 1m, target: 500/s },"
                        + " { duration: 90s, target: 500/s }, { duration: 10s, target: 100/s }] } }",
                "endpoints.login.cpu=400ms",
                "workloads.backend.autoscaling.scaleDownStabilization=15s",
                "workloads.backend.shutdown={ preStop: 0s, gracePeriod: 60s }",
                "cluster.nodePools.on-demand-arm64.cpuLimit=6",
                "cluster.nodePools.on-demand-amd64.cpuLimit=4");
    }

    /** Messages that wait, fail, are received again, die and expire; workers of a zone that is lost. */
    static SnapshotCase queues() {
        return of(
                "queues",
                "innovate-inc/queue-workers.yaml",
                "duration=4m",
                "traffic={ rate: { stages: [{ duration: 4m, target: 100/s }] } }",
                "timeline=[{ at: 00:01, fault: az-loss, zone: a, for: 50s }]",
                "messages={ orders: { stages: [{ duration: 1m, target: 2/s }], spacing: even } }",
                "queues.orders={ visibilityTimeout: 4s, delay: 1s, retention: 1m, receiveWait: 1s, maxReceiveCount: 2,"
                        + " deadLetterQueue: orders-dead }",
                "workloads.order-worker.server.worker.batch=3",
                "workloads.order-worker.server.worker.errors=20%",
                "workloads.order-worker.server.worker.poison=5%");
    }

    /** Logged requests, each with its own endpoint and sizes; targets at random. */
    static SnapshotCase recorded() {
        return of(
                "recorded",
                "innovate-inc/alb-log.yaml",
                "duration=3m",
                "loadBalancer.algorithm=random",
                "traffic.replay.scale=2");
    }

    /** Services outside, caches in pods and of their own, sidecars, quotas and connections with their ages. */
    static SnapshotCase surroundings() {
        return launchDay(
                "surroundings",
                5,
                "timeline=[{ at: 09:30, fault: az-loss, zone: b, for: 1m }]",
                "externalServices={ payments: { latency: lognormal(median 300ms, sigma 0.4), errors: 5%, concurrency: 40,"
                        + " responseSize: 9KB } }",
                "endpoints.checkout.externalCalls=[{ service: payments, calls: 2 }]",
                "endpoints.cart.externalCalls=[{ service: payments, probability: 50% }]",
                "caches={ items: { hitRatio: 90%, warmUp: 500, cold: true, operationsPerSecond: 300, zone: b },"
                        + " profiles: { in: process, hitRatio: 80%, warmUp: 50, cold: true } }",
                "endpoints.list.cache=items",
                "endpoints.profile.cache=profiles",
                "workloads.backend.sidecar={}",
                "workloads.backend.cpuThrottling=periods",
                "workloads.backend.limits.cpu=600m",
                "loadBalancer.targetGroup={ connections: tracked }");
    }

    /** Arrivals with gaps of their own, as the theory's cases have them. */
    static SnapshotCase renewal() {
        SnapshotCase day = launchDay("renewal", 2);
        Arrivals gaps = new Arrivals.Renewal(Quantiles.exponential(5e6), 5e6);
        return new SnapshotCase(day.name, day.loaded, with(day.compiled, gaps));
    }

    /** Users who come in sessions, lose patience, leave, and load failed pages again. */
    static SnapshotCase sessions() {
        return of(
                "sessions",
                "innovate-inc/sessions.yaml",
                "duration=5m",
                "timeline=[{ at: 12:02, fault: az-loss, zone: a, for: 1m }]",
                "traffic.users.sessions.patience={ limit: 150ms, leaveSlow: 40% }",
                "traffic.users.sessions.think=exponential(10s)");
    }

    /** The same at a set rate, with calls by the endpoints' shares. */
    static SnapshotCase mixedSessions() {
        return launchDay(
                "mixed sessions",
                2,
                "traffic={ rate: { stages: [{ duration: 1m, target: 5/s }], sessions: { calls: geometric(mean 4),"
                        + " waves: 3, think: exponential(5s), files: { endpoint: static, first: 3, later: 1 } } } }");
    }

    /** The same scenario with other arrivals, whatever other components it has. */
    private static CompiledScenario with(CompiledScenario scenario, Arrivals arrivals) {
        RecordComponent[] components = CompiledScenario.class.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = types[i] == Arrivals.class
                        ? arrivals
                        : components[i].getAccessor().invoke(scenario);
            }
            return CompiledScenario.class.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("a record has accessors and a constructor", impossible);
        }
    }

    static Stream<SnapshotCase> all() {
        return Stream.of(
                zoneLoss(),
                retries(),
                failover(),
                closedUsers(),
                capacity(),
                scaling(),
                abrupt(),
                queues(),
                recorded(),
                renewal(),
                surroundings(),
                sessions(),
                mixedSessions());
    }

    RunResult result(Finished finished) {
        return ShippedRun.result(loaded, finished);
    }

    @Override
    public String toString() {
        return name;
    }
}
