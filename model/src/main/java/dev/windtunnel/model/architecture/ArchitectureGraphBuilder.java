package dev.windtunnel.model.architecture;

import dev.windtunnel.model.architecture.Component.Kind;
import dev.windtunnel.model.compute.Server;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.database.Database;
import dev.windtunnel.model.messaging.Queue;
import dev.windtunnel.model.network.AvailabilityZone;
import dev.windtunnel.model.network.NatPlacement;
import dev.windtunnel.model.workload.Cache;
import dev.windtunnel.model.workload.CachePlace;
import dev.windtunnel.model.workload.Endpoint;
import dev.windtunnel.model.workload.ExternalCall;
import dev.windtunnel.model.workload.ExternalService;
import dev.windtunnel.model.workload.Publication;
import dev.windtunnel.model.workload.ReadsFrom;
import java.util.List;
import java.util.Optional;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.jspecify.annotations.Nullable;

/** Draws the lines of an {@link ArchitectureGraph}. */
final class ArchitectureGraphBuilder {

    private final Architecture architecture;
    private final Environment environment;
    private final String path;
    private final List<String> zones;
    private final Component users = new Component("users", Kind.USERS, "users", null, null, "");
    private final Graph<Component, DefaultEdge> graph = new SimpleDirectedGraph<>(DefaultEdge.class);

    ArchitectureGraphBuilder(Architecture architecture, Environment environment) {
        this.architecture = architecture;
        this.environment = environment;
        this.path = "environments." + environment.name();
        this.zones =
                environment.vpc().zones().stream().map(AvailabilityZone::name).toList();
    }

    Component users() {
        return users;
    }

    Graph<Component, DefaultEdge> build() {
        graph.addVertex(users);
        Component dns = add(Kind.DNS, "dns", environment.dns().name(), null, "dns");
        graph.addEdge(users, dns);
        for (String zone : zones) {
            graph.addEdge(dns, add(Kind.LOAD_BALANCER_NODE, "alb/" + zone, "load balancer", zone, "loadBalancer"));
        }
        environment.workloads().forEach(this::workload);
        database();
        for (Queue queue : environment.queues()) {
            add(Kind.QUEUE, "queue/" + queue.name(), queue.name(), null, "queues." + queue.name());
        }
        natGateways();
        architecture.caches().forEach(this::cache);
        architecture.externalServices().forEach(this::externalService);
        architecture.endpoints().forEach(this::endpoint);
        queues();
        return graph;
    }

    private Component add(Kind kind, String id, String name, @Nullable String zone, String keys) {
        Component component =
                new Component(environment.name() + "/" + id, kind, name, environment.name(), zone, path + "." + keys);
        graph.addVertex(component);
        return component;
    }

    private Optional<Component> find(String id) {
        String full = environment.name() + "/" + id;
        return graph.vertexSet().stream()
                .filter(component -> component.id().equals(full))
                .findFirst();
    }

    private void workload(Workload workload) {
        String keys = "workloads." + workload.name();
        Component whole = add(Kind.WORKLOAD, "workload/" + workload.name(), workload.name(), null, keys);
        // Fewer pods than zones: nobody can say which zones have one, so only as many count as are sure to.
        int sure = Math.min(zones.size(), workload.replicas().min());
        for (String zone : zones.subList(0, sure)) {
            Component pods = add(Kind.PODS, "pods/" + workload.name() + "/" + zone, workload.name(), zone, keys);
            graph.addEdge(pods, whole);
            for (String from : zones) {
                if (environment.loadBalancer().crossZone() || from.equals(zone)) {
                    find("alb/" + from).ifPresent(node -> {
                        if (isServed(workload)) {
                            graph.addEdge(node, pods);
                        }
                    });
                }
            }
        }
    }

    private boolean isServed(Workload workload) {
        return architecture.endpoints().stream()
                .anyMatch(endpoint -> endpoint.workload().equals(workload.name()));
    }

    private void database() {
        Database database = environment.database();
        Component whole = add(Kind.DATABASE, "database", "database", null, "database");
        Component primary =
                add(Kind.DATABASE_PRIMARY, "database/primary", "primary", database.primaryZone(), "database");
        graph.addEdge(primary, whole);
        if (database.standbyZone() != null) {
            Component standby =
                    add(Kind.DATABASE_STANDBY, "database/standby", "standby", database.standbyZone(), "database");
            graph.addEdge(standby, whole);
        }
        for (int i = 0; i < database.replicas().size(); i++) {
            add(
                    Kind.DATABASE_REPLICA,
                    "database/replica/" + i,
                    "replica " + i,
                    database.replicas().get(i).zone(),
                    "database.replicas." + i);
        }
    }

    private void natGateways() {
        if (environment.vpc().nat() == NatPlacement.NONE) {
            return;
        }
        List<String> at = environment.vpc().nat() == NatPlacement.PER_ZONE ? zones : zones.subList(0, 1);
        for (String zone : at) {
            add(Kind.NAT_GATEWAY, "nat/" + zone, "NAT gateway", zone, "vpc.nat");
        }
    }

    private void cache(Cache cache) {
        if (cache.in() == CachePlace.NODE) {
            String zone = cache.zone() == null ? environment.database().primaryZone() : cache.zone();
            graph.addVertex(new Component(
                    environment.name() + "/cache/" + cache.name(),
                    Kind.CACHE,
                    cache.name(),
                    environment.name(),
                    zone,
                    "caches." + cache.name()));
        }
    }

    private void externalService(ExternalService service) {
        Component outside = new Component(
                environment.name() + "/external/" + service.name(),
                Kind.EXTERNAL_SERVICE,
                service.name(),
                null,
                null,
                "externalServices." + service.name());
        graph.addVertex(outside);
        for (String zone : zones) {
            find("nat/" + zone).ifPresent(nat -> graph.addEdge(nat, outside));
        }
    }

    private void endpoint(Endpoint endpoint) {
        for (String zone : zones) {
            find("pods/" + endpoint.workload() + "/" + zone).ifPresent(pods -> {
                if (endpoint.queries() > 0) {
                    readsAndWrites(endpoint, pods);
                }
                if (endpoint.cache() != null) {
                    find("cache/" + endpoint.cache()).ifPresent(cache -> graph.addEdge(pods, cache));
                }
                for (ExternalCall call : endpoint.externalCalls()) {
                    find("external/" + call.service()).ifPresent(_ -> leaves(pods, zone));
                }
                for (Publication publication : endpoint.publishes()) {
                    find("queue/" + publication.queue()).ifPresent(queue -> graph.addEdge(pods, queue));
                }
            });
        }
    }

    private void readsAndWrites(Endpoint endpoint, Component pods) {
        if (endpoint.readsFrom() == ReadsFrom.REPLICA) {
            for (int i = 0; i < environment.database().replicas().size(); i++) {
                find("database/replica/" + i).ifPresent(replica -> graph.addEdge(pods, replica));
            }
        }
        asksThePrimary(pods);
    }

    /** Pods leave through the gateway of their zone, or through the only one. */
    private void leaves(Component pods, String zone) {
        find("nat/" + zone).or(() -> find("nat/" + zones.getFirst())).ifPresent(nat -> graph.addEdge(pods, nat));
    }

    /** Workers take from their queues: what reaches a queue reaches them, and through them what they need. */
    private void queues() {
        for (Workload workload : environment.workloads()) {
            if (workload.server() instanceof Server.Worker worker) {
                find("queue/" + worker.consumes())
                        .ifPresent(from -> podsOf(workload).forEach(pods -> graph.addEdge(from, pods)));
                if (worker.queries() > 0) {
                    podsOf(workload).forEach(this::asksThePrimary);
                }
            }
        }
    }

    private List<Component> podsOf(Workload workload) {
        return zones.stream()
                .flatMap(zone -> find("pods/" + workload.name() + "/" + zone).stream())
                .toList();
    }

    private void asksThePrimary(Component pods) {
        find("database/primary").ifPresent(primary -> graph.addEdge(pods, primary));
        find("database/standby").ifPresent(standby -> graph.addEdge(pods, standby));
    }
}
