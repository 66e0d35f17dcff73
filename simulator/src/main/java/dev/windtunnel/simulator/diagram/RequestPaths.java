package dev.windtunnel.simulator.diagram;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.CronJob;
import dev.windtunnel.model.compute.Server;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.pod.ServiceAccount;
import dev.windtunnel.model.messaging.Queue;
import dev.windtunnel.model.security.Secret;
import dev.windtunnel.model.storage.Bucket;
import dev.windtunnel.model.unit.Share;
import dev.windtunnel.model.workload.Cache;
import dev.windtunnel.model.workload.CachePlace;
import dev.windtunnel.model.workload.Endpoint;
import dev.windtunnel.model.workload.ReadsFrom;
import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        String protocol = environment.loadBalancer().tls() ? "HTTPS" : "HTTP";
        new EdgeServices(environment).edges(protocol).forEach(edge -> edges.putIfAbsent(key(edge), edge));
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
        environment.cronJobs().forEach(this::asks);
        if (environment.database().proxy() != null) {
            add("database.proxy", "database.primary", "", true);
        }
        if (DatabaseNames.standbyZone(environment.database()) != null) {
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
            add(end(workload), databaseDoor(), "SQL", true);
        }
        ServiceAccount account = workload.template().serviceAccount();
        if (account != null && !byGroup) {
            buckets(account).forEach(bucket -> add(end(workload), "bucket." + bucket, "objects", false));
            queuesOf(account).forEach(queue -> add(end(workload), "queue." + queue, "sends", false));
        }
        if (workload.server() instanceof Server.Worker worker) {
            add(member("queues", "queue." + worker.consumes()), end(workload), "messages", false);
        }
    }

    /** What a job asks: the database if it holds the credentials, and buckets. */
    private void asks(CronJob job) {
        String id = "cronjob." + job.name();
        boolean knows = environment.secrets().stream()
                .anyMatch(secret -> secret.kind() == Secret.Kind.DATABASE_CREDENTIALS
                        && secret.usedBy().contains(job.name()));
        if (knows) {
            add(id, databaseDoor(), "SQL", true);
        }
        ServiceAccount account = job.serviceAccount();
        if (account != null && !byGroup) {
            buckets(account).forEach(bucket -> add(id, "bucket." + bucket, "objects", false));
        }
    }

    private String databaseDoor() {
        return environment.database().proxy() == null ? "database.primary" : "database.proxy";
    }

    /** Buckets of the architecture that an account may use. */
    private List<String> buckets(ServiceAccount account) {
        return resources(account, "s3").stream()
                .filter(name -> architecture.buckets().stream()
                        .anyMatch(bucket -> bucket.name().equals(name)))
                .toList();
    }

    /** Queues that an account may send to. */
    private List<String> queuesOf(ServiceAccount account) {
        return account.calls().stream()
                .filter(call -> call.service().equals("sqs") && call.actions().contains("SendMessage"))
                .flatMap(call -> call.resources().stream())
                .filter(name -> environment.queues().stream()
                        .anyMatch(queue -> queue.name().equals(name)))
                .toList();
    }

    private static List<String> resources(ServiceAccount account, String service) {
        return account.calls().stream()
                .filter(call -> call.service().equals(service))
                .flatMap(call -> call.resources().stream())
                .distinct()
                .toList();
    }

    /** Buckets that something here reads or writes, in the order of the architecture. */
    List<Bucket> buckets() {
        Set<String> used = new LinkedHashSet<>(new EdgeServices(environment).originBuckets());
        for (Workload workload : environment.workloads()) {
            ServiceAccount account = workload.template().serviceAccount();
            used.addAll(account == null ? List.of() : buckets(account));
        }
        for (CronJob job : environment.cronJobs()) {
            ServiceAccount account = job.serviceAccount();
            used.addAll(account == null ? List.of() : buckets(account));
        }
        return architecture.buckets().stream()
                .filter(bucket -> used.contains(bucket.name()))
                .toList();
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
        Edge edge = new Edge(from, to, EdgeKind.SOLID, label, flow);
        edges.putIfAbsent(key(edge), edge);
    }

    private static String key(Edge edge) {
        return edge.from() + "\n" + edge.to();
    }
}
