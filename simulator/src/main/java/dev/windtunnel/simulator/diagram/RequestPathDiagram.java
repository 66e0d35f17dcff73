package dev.windtunnel.simulator.diagram;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.CronJob;
import dev.windtunnel.model.compute.Server;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.cluster.Mesh;
import dev.windtunnel.model.database.Database;
import dev.windtunnel.model.database.RdsProxy;
import dev.windtunnel.model.messaging.Queue;
import dev.windtunnel.model.storage.Bucket;
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
import java.util.Set;
import java.util.function.Predicate;

/**
 * The way of a request through one environment: users, name, load balancer, workloads, and what those ask. A part is one node
 * here, in however many zones it stands; how long each takes is for an overlay to say. What {@link EdgeServices} draws stands
 * before the load balancer; {@link PolicyPaths} adds which pods may reach which.
 *
 * <p>Ids: {@code users}, {@code dns}, {@code vpc}, {@code alb}, {@code cluster}, {@code namespace.<name>} where there are many
 * workloads or network policies, {@code caches} where there are many workloads, {@code workload.<name>}, {@code
 * cronjob.<name>}, {@code cache.<name>}, {@code database.proxy}, {@code database.primary}, {@code database.standby}, {@code
 * database.replica.<position>}, {@code region.<name>}, {@code queues}, {@code queue.<name>}, {@code buckets}, {@code
 * bucket.<name>}, {@code external}, {@code external.<name>}.
 */
final class RequestPathDiagram {

    /** Workloads above which they stand in their namespaces. */
    private static final int FEW = 8;

    private final Architecture architecture;
    private final Environment environment;
    private final RequestPaths paths;
    private final EdgeServices services;
    private final PolicyPaths policies;
    private final List<Edge> edges;

    private RequestPathDiagram(Architecture architecture, Environment environment) {
        this.architecture = architecture;
        this.environment = environment;
        this.paths = new RequestPaths(architecture, environment);
        this.services = new EdgeServices(environment);
        this.policies = new PolicyPaths(environment);
        this.edges = new ArrayList<>(paths.edges(isLarge()));
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
                        proxy(),
                        stores()),
                edges);
        List<Element> inCluster = new ArrayList<>();
        addLane(inCluster, "lane.serving", rows.get(1));
        addLane(inCluster, "lane.behind", rows.get(2));
        Group cluster = new Group(
                "cluster",
                GroupKind.CLUSTER,
                "EKS " + environment.cluster().version(),
                clusterDetail(),
                Arrangement.COLUMN,
                inCluster);
        List<Element> inVpc = new ArrayList<>();
        addLane(inVpc, "lane.alb", rows.get(0));
        inVpc.add(cluster);
        addLane(inVpc, "lane.proxy", rows.get(3));
        addLane(inVpc, "lane.stores", rows.get(4));
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
        addLane(middle, "lane.dns", besideDns(dns));
        addLane(middle, "lane.edge", services.passed());
        middle.add(vpc);
        List<Element> columns = new ArrayList<>();
        columns.add(OverviewDiagram.lane("lane.middle", Arrangement.COLUMN, middle));
        List<Element> beside = beside();
        if (!beside.isEmpty()) {
            columns.add(OverviewDiagram.lane("lane.gap", Arrangement.COLUMN, List.of()));
            columns.add(OverviewDiagram.lane("lane.beside", Arrangement.COLUMN, beside));
        }
        List<Element> all = List.of(OverviewDiagram.lane("lane.all", Arrangement.ROW, columns));
        Set<String> known = new Diagram("", "", all, List.of()).byId().keySet();
        List<Edge> drawn = new ArrayList<>(edges);
        if (!isLarge()) {
            drawn.addAll(policies.edges(known));
        }
        return new Diagram(
                architecture.title() + ": request path",
                "Environment " + environment.name() + ": the way of a request and what it asks",
                all,
                drawn);
    }

    /** The name keeps the middle, above what it leads to. */
    private List<Element> besideDns(Node dns) {
        List<Element> left = services.otherRegions();
        List<Element> right = services.webAcls();
        int beside = Math.max(left.size(), right.size());
        List<Element> row = new ArrayList<>(empty("left", beside - left.size()));
        row.addAll(left);
        row.add(dns);
        row.addAll(right);
        row.addAll(empty("right", beside - right.size()));
        return row;
    }

    private static List<Element> empty(String side, int count) {
        List<Element> cells = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            cells.add(OverviewDiagram.lane("lane.empty." + side + "." + at, Arrangement.ROW, List.of()));
        }
        return cells;
    }

    private String clusterDetail() {
        String pods =
                "pods in " + EnvironmentParts.counted(environment.vpc().zones().size(), "zone");
        Mesh mesh = environment.cluster().mesh();
        return mesh == null
                ? pods
                : pods + ", " + Words.capitalized(mesh.kind()) + " mesh, mutual TLS " + Words.of(mesh.mutualTls());
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
        List<String> lines = new ArrayList<>(List.of(
                "Application Load Balancer",
                (environment.loadBalancer().tls() ? "TLS" : "no TLS") + ", idle timeout "
                        + Durations.print(environment.loadBalancer().idleTimeout())));
        lines.addAll(services.listenerLines());
        return lines;
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
                Node node = node(workload);
                all.add(node);
                namespaces
                        .computeIfAbsent(workload.namespace(), name -> new ArrayList<>())
                        .add(node);
            }
        }
        return isLarge() || policies.isDeclared() ? grouped(namespaces, suffix) : all;
    }

    private List<Element> grouped(Map<String, List<Element>> namespaces, String suffix) {
        List<Element> groups = new ArrayList<>();
        namespaces.forEach((name, pods) -> groups.add(new Group(
                "namespace." + name + suffix,
                GroupKind.NAMESPACE,
                name,
                policies.detail(name),
                Arrangement.GRID,
                pods)));
        return groups;
    }

    private static List<String> podLines(Workload workload) {
        List<String> lines = new ArrayList<>(List.of(workload.name(), EnvironmentParts.bounds(workload) + " pods"));
        List<String> beside = new ArrayList<>();
        workload.template().sidecars().forEach(sidecar -> beside.add(sidecar.name()));
        if (workload.sidecar() != null) {
            beside.add("proxy");
        }
        if (!beside.isEmpty()) {
            lines.add("sidecars: " + Words.list(beside, "sidecar"));
        }
        if (workload.scaledObject() != null) {
            lines.add("scaled by KEDA");
        }
        return lines;
    }

    /** Who works without a request waiting for it. */
    private List<Element> behind() {
        if (!isLarge() && !policies.isDeclared()) {
            List<Element> behind = new ArrayList<>(workloads(RequestPathDiagram::isWorker, RequestPaths.WORKERS));
            environment.cronJobs().forEach(job -> behind.add(node(job)));
            return behind;
        }
        Map<String, List<Element>> namespaces = new LinkedHashMap<>();
        for (Workload workload : environment.workloads()) {
            if (isWorker(workload)) {
                namespaces
                        .computeIfAbsent(workload.namespace(), name -> new ArrayList<>())
                        .add(node(workload));
            }
        }
        for (CronJob job : environment.cronJobs()) {
            namespaces
                    .computeIfAbsent(job.namespace(), name -> new ArrayList<>())
                    .add(node(job));
        }
        return grouped(namespaces, RequestPaths.WORKERS);
    }

    private static Node node(Workload workload) {
        return new Node("workload." + workload.name(), NodeKind.WORKLOAD, podLines(workload));
    }

    private static Node node(CronJob job) {
        return new Node("cronjob." + job.name(), NodeKind.CRON_JOB, List.of(job.name(), "CronJob"));
    }

    private List<Element> proxy() {
        RdsProxy proxy = environment.database().proxy();
        return proxy == null
                ? List.of()
                : List.of(new Node(
                        "database.proxy",
                        NodeKind.DATABASE_PROXY,
                        List.of("RDS Proxy", "uses " + proxy.maxConnections() + " of connections")));
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
        stores.add(database("primary", DatabaseNames.primary(database), NodeKind.DATABASE, database.instanceClass()));
        if (DatabaseNames.standbyZone(database) != null) {
            stores.add(database("standby", "RDS standby", NodeKind.DATABASE_STANDBY, database.instanceClass()));
        }
        for (int at = 0; at < database.replicas().size(); at++) {
            String type = database.replicas().get(at).instanceClass();
            stores.add(database("replica." + at, DatabaseNames.reader(database), NodeKind.DATABASE, type));
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
        List<Element> buckets = new ArrayList<>();
        paths.buckets().forEach(bucket -> buckets.add(node(bucket)));
        addGroup(beside, "buckets", "S3", "buckets", buckets);
        return beside;
    }

    private static Node node(Bucket bucket) {
        String key = bucket.key();
        String encrypted = key == null || key.startsWith("aws/") ? "encrypted by S3" : "key " + key;
        return new Node("bucket." + bucket.name(), NodeKind.BUCKET, List.of(bucket.name(), encrypted));
    }

    private static void addGroup(List<Element> to, String id, String title, String detail, List<Element> children) {
        if (!children.isEmpty()) {
            Arrangement arrangement = children.size() > FEW ? Arrangement.GRID : Arrangement.COLUMN;
            to.add(new Group(id, GroupKind.SERVICES, title, detail, arrangement, children));
        }
    }
}
