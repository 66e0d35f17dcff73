package dev.windtunnel.simulator.diagram;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.Server;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.messaging.Queue;
import dev.windtunnel.model.unit.Share;
import dev.windtunnel.model.workload.Cache;
import dev.windtunnel.model.workload.CachePlace;
import dev.windtunnel.model.workload.Endpoint;
import dev.windtunnel.model.workload.ReadsFrom;
import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who asks whom in one environment, as arrows between the elements of {@link RequestPathDiagram}. */
final class RequestPaths {

    /** Sets the namespace group of workers apart from that of the workloads that serve. */
    static final String WORKERS = ".workers";

    private final Architecture architecture;
    private final Environment environment;
    private final Map<String, Edge> edges = new LinkedHashMap<>();
    private boolean byGroup;

    RequestPaths(Architecture architecture, Environment environment) {
        this.architecture = architecture;
        this.environment = environment;
    }

    /**
     * The arrows, each pair of ends once.
     *
     * @param ofGroups whether arrows begin and end at namespaces, and at caches, queues and external services as a whole
     */
    List<Edge> edges(boolean ofGroups) {
        byGroup = ofGroups;
        add("users", "dns", environment.loadBalancer().tls() ? "HTTPS" : "HTTP", true);
        add("dns", "alb", "", true);
        shares().forEach((end, share) -> add("alb", end, share + " of requests", true));
        environment.workloads().forEach(this::asks);
        for (Endpoint endpoint : architecture.endpoints()) {
            environment.workload(endpoint.workload()).ifPresent(workload -> asks(workload, endpoint));
        }
        for (Queue queue : environment.queues()) {
            if (queue.deadLetterQueue() != null && !byGroup) {
                add("queue." + queue.name(), "queue." + queue.deadLetterQueue(), "dead letters", false);
            }
        }
        if (environment.database().standbyZone() != null) {
            add("database.primary", "database.standby", "sync", false);
        }
        for (int at = 0; at < environment.database().replicas().size(); at++) {
            add("database.primary", "database.replica." + at, "async", false);
        }
        return List.copyOf(edges.values());
    }

    /** The share of all requests that each end behind the load balancer answers. */
    private Map<String, Share> shares() {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (Endpoint endpoint : architecture.endpoints()) {
            environment
                    .workload(endpoint.workload())
                    .ifPresent(workload -> sums.merge(
                            end(workload), BigDecimal.valueOf(endpoint.share().value()), BigDecimal::add));
        }
        Map<String, Share> shares = new LinkedHashMap<>();
        sums.forEach((end, sum) -> shares.put(end, new Share(Math.min(1, sum.doubleValue()))));
        return shares;
    }

    private String end(Workload workload) {
        boolean isWorker = workload.server() instanceof Server.Worker;
        return byGroup
                ? "namespace." + workload.namespace() + (isWorker ? WORKERS : "")
                : "workload." + workload.name();
    }

    private String member(String group, String id) {
        return byGroup ? group : id;
    }

    /** What a workload asks whatever the request. */
    private void asks(Workload workload) {
        if (workload.databaseClient() != null) {
            add(end(workload), "database.primary", "SQL", true);
        }
        if (workload.server() instanceof Server.Worker worker) {
            add(member("queues", "queue." + worker.consumes()), end(workload), "messages", false);
        }
    }

    /** What an endpoint's requests ask. */
    private void asks(Workload workload, Endpoint endpoint) {
        String end = end(workload);
        if (endpoint.readsFrom() == ReadsFrom.REPLICA) {
            for (int at = 0; at < environment.database().replicas().size(); at++) {
                add(end, "database.replica." + at, "reads", true);
            }
        }
        for (Cache cache : architecture.caches()) {
            if (cache.name().equals(endpoint.cache()) && cache.in() == CachePlace.NODE) {
                add(end, member("caches", "cache." + cache.name()), "lookups", true);
            }
        }
        endpoint.externalCalls()
                .forEach(call -> add(end, member("external", "external." + call.service()), "calls", false));
        endpoint.publishes().forEach(message -> add(end, member("queues", "queue." + message.queue()), "sends", false));
    }

    private void add(String from, String to, String label, boolean flow) {
        edges.computeIfAbsent(from + "\n" + to, pair -> new Edge(from, to, EdgeKind.SOLID, label, flow));
    }
}
