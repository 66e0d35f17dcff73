package dev.windtunnel.simulator.diagram;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.CronJob;
import dev.windtunnel.model.compute.Server;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.database.Database;
import dev.windtunnel.model.messaging.Queue;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.model.workload.Cache;
import dev.windtunnel.model.workload.CachePlace;
import dev.windtunnel.model.workload.ExternalService;
import dev.windtunnel.simulator.diagram.Diagram.Arrangement;
import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The way of a request through one environment: users, name, load balancer, workloads, and what those ask. A part is one node
 * here, in however many zones it stands; how long each takes is for an overlay to say.
 *
 * <p>Ids: {@code users}, {@code dns}, {@code vpc}, {@code alb}, {@code cluster}, {@code namespace.<name>} {@code caches} where there are many
 * workloads, {@code workload.<name>}, {@code cronjob.<name>}, {@code cache.<name>}, {@code database.primary}, {@code
 * database.standby}, {@code database.replica.<position>}, {@code queues}, {@code queue.<name>}, {@code external}, {@code
 * external.<name>}.
 */
final class RequestPathDiagram {

    /** Workloads above which they stand in their namespaces. */
    private static final int FEW = 8;

    private final Architecture architecture;
    private final Environment environment;
    private final List<Edge> edges;

    private RequestPathDiagram(Architecture architecture, Environment environment) {
        this.architecture = architecture;
        this.environment = environment;
        this.edges = new RequestPaths(architecture, environment).edges(isLarge());
    }

    static Diagram of(Architecture architecture, Environment environment) {
        return new RequestPathDiagram(architecture, environment).draw();
    }

    private boolean isLarge() {
        return environment.workloads().size() > FEW;
    }

    private Diagram draw() {
        List<List<Element>> rows = Crossings.fewer(
                List.of(
                        List.of(new Node("alb", NodeKind.LOAD_BALANCER, loadBalancerLines())),
                        workloads(workload -> !isWorker(workload), ""),
                        behind(),
                        stores()),
                edges);
        List<Element> inCluster = new ArrayList<>();
        addLane(inCluster, "lane.serving", rows.get(1));
        addLane(inCluster, "lane.behind", rows.get(2));
        Group cluster = new Group(
                "cluster",
                GroupKind.CLUSTER,
                "EKS " + environment.cluster().version(),
                "pods in " + EnvironmentParts.counted(environment.vpc().zones().size(), "zone"),
                Arrangement.COLUMN,
                inCluster);
        List<Element> inVpc = new ArrayList<>();
        addLane(inVpc, "lane.alb", rows.get(0));
        inVpc.add(cluster);
        addLane(inVpc, "lane.stores", rows.get(3));
        Group vpc = new Group(
                "vpc",
                GroupKind.VPC,
                "VPC",
                environment.vpc().cidr() + ", account " + environment.account(),
                Arrangement.COLUMN,
                inVpc);
        Node users = new Node("users", NodeKind.USERS, List.of("Users", "public internet"));
        Node dns = new Node("dns", NodeKind.DNS, dnsLines());
        List<Element> middle = new ArrayList<>();
        addLane(middle, "lane.users", List.of(users));
        addLane(middle, "lane.dns", List.of(dns));
        middle.add(vpc);
        List<Element> columns = new ArrayList<>();
        columns.add(OverviewDiagram.lane("lane.middle", Arrangement.COLUMN, middle));
        List<Element> beside = beside();
        if (!beside.isEmpty()) {
            columns.add(OverviewDiagram.lane("lane.gap", Arrangement.COLUMN, List.of()));
            columns.add(OverviewDiagram.lane("lane.beside", Arrangement.COLUMN, beside));
        }
        return new Diagram(
                architecture.title() + ": request path",
                "Environment " + environment.name() + ": the way of a request and what it asks",
                List.of(OverviewDiagram.lane("lane.all", Arrangement.ROW, columns)),
                edges);
    }

    private static void addLane(List<Element> to, String id, List<Element> elements) {
        if (!elements.isEmpty()) {
            Arrangement arrangement = elements.size() > FEW ? Arrangement.GRID : Arrangement.CELLS;
            to.add(OverviewDiagram.lane(id, arrangement, elements));
        }
    }

    private List<String> dnsLines() {
        return List.of(
                environment.dns().name(),
                "Route 53, TTL " + Durations.print(environment.dns().ttl()));
    }

    private List<String> loadBalancerLines() {
        return List.of(
                "Application Load Balancer",
                (environment.loadBalancer().tls() ? "TLS" : "no TLS") + ", idle timeout "
                        + Durations.print(environment.loadBalancer().idleTimeout()));
    }

    private static boolean isWorker(Workload workload) {
        return workload.server() instanceof Server.Worker;
    }

    /** Workloads, in their namespaces where there are many. */
    private List<Element> workloads(Predicate<Workload> which, String suffix) {
        Map<String, List<Element>> namespaces = new LinkedHashMap<>();
        List<Element> all = new ArrayList<>();
        for (Workload workload : environment.workloads()) {
            if (which.test(workload)) {
                Node node = new Node(
                        "workload." + workload.name(),
                        NodeKind.WORKLOAD,
                        List.of(workload.name(), EnvironmentParts.bounds(workload) + " pods"));
                all.add(node);
                namespaces
                        .computeIfAbsent(workload.namespace(), name -> new ArrayList<>())
                        .add(node);
            }
        }
        if (!isLarge()) {
            return all;
        }
        List<Element> groups = new ArrayList<>();
        namespaces.forEach((name, pods) -> groups.add(new Group(
                "namespace." + name + suffix, GroupKind.NAMESPACE, name, "namespace", Arrangement.GRID, pods)));
        return groups;
    }

    /** Who works without a request waiting for it. */
    private List<Element> behind() {
        List<Element> behind = new ArrayList<>(workloads(RequestPathDiagram::isWorker, RequestPaths.WORKERS));
        for (CronJob job : environment.cronJobs()) {
            behind.add(new Node("cronjob." + job.name(), NodeKind.CRON_JOB, List.of(job.name(), "CronJob")));
        }
        return behind;
    }

    private List<Element> stores() {
        List<Element> caches = new ArrayList<>();
        for (Cache cache : architecture.caches()) {
            if (cache.in() == CachePlace.NODE) {
                caches.add(new Node(
                        "cache." + cache.name(),
                        NodeKind.CACHE,
                        List.of(cache.name(), "cache node, warm hits " + cache.hitRatio())));
            }
        }
        List<Element> stores = new ArrayList<>(caches);
        if (isLarge() && !caches.isEmpty()) {
            Arrangement arrangement = caches.size() > FEW ? Arrangement.GRID : Arrangement.ROW;
            stores = new ArrayList<>(
                    List.of(new Group("caches", GroupKind.SERVICES, "Caches", "ElastiCache", arrangement, caches)));
        }
        Database database = environment.database();
        stores.add(database("primary", "RDS primary", NodeKind.DATABASE, database.instanceClass()));
        if (database.standbyZone() != null) {
            stores.add(database("standby", "RDS standby", NodeKind.DATABASE_STANDBY, database.instanceClass()));
        }
        for (int at = 0; at < database.replicas().size(); at++) {
            String type = database.replicas().get(at).instanceClass();
            stores.add(database("replica." + at, "RDS read replica", NodeKind.DATABASE, type));
        }
        return stores;
    }

    private static Node database(String id, String name, NodeKind kind, String instanceClass) {
        return new Node("database." + id, kind, List.of(name, instanceClass));
    }

    /** What stands outside the VPC: queues of the region, services of others. */
    private List<Element> beside() {
        List<Element> queues = new ArrayList<>();
        for (Queue queue : environment.queues()) {
            queues.add(new Node("queue." + queue.name(), NodeKind.QUEUE, List.of(queue.name(), "SQS")));
        }
        List<Element> services = new ArrayList<>();
        for (ExternalService service : architecture.externalServices()) {
            services.add(new Node(
                    "external." + service.name(),
                    NodeKind.EXTERNAL_SERVICE,
                    List.of(service.name(), "gives up after " + Durations.print(service.timeout()))));
        }
        List<Element> beside = new ArrayList<>();
        addGroup(beside, "external", "Internet", "services of others", services);
        addGroup(beside, "queues", architecture.region(), "regional services", queues);
        return beside;
    }

    private static void addGroup(List<Element> to, String id, String title, String detail, List<Element> children) {
        if (!children.isEmpty()) {
            Arrangement arrangement = children.size() > FEW ? Arrangement.GRID : Arrangement.COLUMN;
            to.add(new Group(id, GroupKind.SERVICES, title, detail, arrangement, children));
        }
    }
}
