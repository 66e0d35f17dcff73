package dev.windtunnel.simulator.diagram;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.CapacityType;
import dev.windtunnel.model.compute.NodePool;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.scaling.ScaledObject;
import dev.windtunnel.model.database.Database;
import dev.windtunnel.model.database.Deployment;
import dev.windtunnel.model.database.ReadReplica;
import dev.windtunnel.model.network.AvailabilityZone;
import dev.windtunnel.model.network.NatPlacement;
import dev.windtunnel.model.network.Vpc;
import dev.windtunnel.model.unit.Cidr;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.simulator.diagram.Diagram.Arrangement;
import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One environment in full: control plane, DNS name, VPC, zones, subnets and what stands in them. */
final class EnvironmentParts {

    /** Workloads above which a summary counts them. */
    private static final int MOST_NAMED = 6;

    private final Environment environment;

    /** @throws IllegalArgumentException if the database stands in a zone that the VPC does not use */
    EnvironmentParts(Environment environment) {
        this.environment = environment;
        requireZone(environment.database().primaryZone());
        String standby = environment.database().standbyZone();
        if (standby != null) {
            requireZone(standby);
        }
    }

    private void requireZone(String zone) {
        if (environment.vpc().zone(zone).isEmpty()) {
            throw new IllegalArgumentException("the database of environment '" + environment.name()
                    + "' stands in zone '" + zone + "', which its VPC does not use");
        }
    }

    /** What an environment comes to, in three lines: network, workloads, database. */
    static List<String> keyFacts(Environment environment) {
        Vpc vpc = environment.vpc();
        List<String> workloads = new ArrayList<>();
        for (Workload workload : environment.workloads()) {
            workloads.add(workload.name() + " " + bounds(workload));
        }
        return List.of(
                vpc.cidr() + ", " + counted(vpc.zones().size(), "zone") + ", " + vpc.natGateways() + " NAT",
                workloads.size() > MOST_NAMED ? podsOf(environment) : String.join(", ", workloads) + " pods",
                environment.database().instanceClass() + ", " + deployment(environment.database()));
    }

    private static String podsOf(Environment environment) {
        int min = 0;
        int max = 0;
        for (Workload workload : environment.workloads()) {
            min += least(workload);
            max += most(workload);
        }
        String pods = min == max ? Integer.toString(min) : min + "\u2013" + max;
        return counted(environment.workloads().size(), "workload") + ", " + pods + " pods";
    }

    static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    static String deployment(Database database) {
        return database.deployment() == Deployment.MULTI_AZ ? "Multi-AZ" : "Single-AZ";
    }

    /** {@code 6 to 60}, or the one number that it can be. */
    static String bounds(Workload workload) {
        int min = least(workload);
        int max = most(workload);
        return min == max ? Integer.toString(min) : min + "\u2013" + max;
    }

    private static int least(Workload workload) {
        ScaledObject scaled = workload.scaledObject();
        return scaled == null ? workload.replicas().min() : scaled.minReplicaCount();
    }

    private static int most(Workload workload) {
        ScaledObject scaled = workload.scaledObject();
        if (scaled != null) {
            return scaled.maxReplicaCount();
        }
        return workload.autoscaling() == null
                ? workload.replicas().min()
                : workload.replicas().max();
    }

    /** Above what stands outside the VPC, below the VPC. */
    List<Element> elements() {
        Element cluster = new Node(
                "cluster",
                NodeKind.CLUSTER,
                List.of("EKS " + environment.cluster().version(), "control plane"));
        List<String> name = new ArrayList<>(List.of(
                environment.dns().name(),
                "Route 53, TTL " + Durations.print(environment.dns().ttl())));
        switch (environment.dns().alias()) {
            case LOAD_BALANCER -> {}
            case CLOUDFRONT -> name.add("through CloudFront");
            case GLOBAL_ACCELERATOR -> name.add("through Global Accelerator");
            case API_GATEWAY -> name.add("through API Gateway");
        }
        Element dns = new Node("dns", NodeKind.DNS, name);
        // The empty third cell keeps the DNS name in the middle, above the zones that it leads to.
        Element empty = OverviewDiagram.lane("lane.empty", Arrangement.ROW, List.of());
        List<Element> zones = new ArrayList<>();
        for (AvailabilityZone zone : environment.vpc().zones()) {
            zones.add(zone(zone));
        }
        return List.of(
                OverviewDiagram.lane("lane.front", Arrangement.CELLS, List.of(cluster, dns, empty)),
                new Group("vpc", GroupKind.VPC, "VPC", environment.vpc().cidr().toString(), Arrangement.ROW, zones));
    }

    private Element zone(AvailabilityZone zone) {
        String name = zone.name();
        List<Element> front = new ArrayList<>();
        if (hasNat(zone)) {
            front.add(new Node("nat." + name, NodeKind.NAT, List.of("NAT")));
        }
        front.add(new Node("alb." + name, NodeKind.LOAD_BALANCER, loadBalancerLines()));
        return new Group(
                "zone." + name,
                GroupKind.ZONE,
                "Availability zone " + name,
                "",
                Arrangement.COLUMN,
                List.of(
                        subnet("public", name, GroupKind.SUBNET_PUBLIC, "Public", zone.publicSubnet(), front),
                        subnet(
                                "private",
                                name,
                                GroupKind.SUBNET_PRIVATE,
                                "Private",
                                zone.privateSubnet(),
                                List.of(nodes(name))),
                        subnet(
                                "isolated",
                                name,
                                GroupKind.SUBNET_ISOLATED,
                                "Isolated",
                                zone.isolatedSubnet(),
                                databaseIn(name))));
    }

    private static Element subnet(
            String tier, String zone, GroupKind kind, String title, Cidr block, List<Element> children) {
        String id = "subnet." + tier + "." + zone;
        boolean stores = kind == GroupKind.SUBNET_ISOLATED;
        return new Group(id, kind, title, block.toString(), stores ? Arrangement.COLUMN : Arrangement.ROW, children);
    }

    /** The pods stand on the nodes; what asks the database comes last, clear of the headings below. More than two workloads stand below each other, so that zones stay narrow. */
    private Element nodes(String zone) {
        // The bounds are the Deployment's: how many of its pods a zone gets is the scheduler's choice.
        String counted = environment.vpc().zones().size() > 1 ? " in all" : " pods";
        List<Element> pods = new ArrayList<>();
        List<Workload> clientsLast = new ArrayList<>(environment.workloads());
        clientsLast.sort(Comparator.comparing(workload -> workload.databaseClient() != null));
        for (Workload workload : clientsLast) {
            String id = "workload." + workload.name() + "." + zone;
            pods.add(new Node(id, NodeKind.WORKLOAD, List.of(workload.name(), bounds(workload) + counted)));
        }
        List<String> pools = new ArrayList<>();
        for (NodePool pool : environment.cluster().nodePools()) {
            String capacity = pool.capacity() == CapacityType.SPOT ? "Spot" : "On-Demand";
            pools.add(pool.name() + " (" + capacity + (pool.minPerZone() > 0 ? ", " + pool.minPerZone() + "+" : "")
                    + ")");
        }
        return new Group(
                "nodes." + zone,
                GroupKind.NODES,
                "Nodes",
                String.join(", ", pools),
                pods.size() > 6 ? Arrangement.GRID : pods.size() > 2 ? Arrangement.COLUMN : Arrangement.ROW,
                pods);
    }

    private boolean hasNat(AvailabilityZone zone) {
        return hasNat(environment.vpc(), zone);
    }

    static boolean hasNat(Vpc vpc, AvailabilityZone zone) {
        return vpc.nat() == NatPlacement.PER_ZONE
                || (vpc.nat() == NatPlacement.SINGLE && vpc.zones().getFirst().equals(zone));
    }

    private List<String> loadBalancerLines() {
        String tls = environment.loadBalancer().tls() ? "TLS" : "no TLS";
        List<String> lines = new ArrayList<>(
                List.of("ALB node", tls + ", " + (environment.loadBalancer().crossZone() ? "cross-zone" : "own zone")));
        String webAcl = environment.loadBalancer().exposure().webAcl();
        if (webAcl != null) {
            lines.add("WAF " + webAcl);
        }
        return lines;
    }

    private List<Element> databaseIn(String zone) {
        Database database = environment.database();
        List<Element> instances = new ArrayList<>();
        if (database.primaryZone().equals(zone)) {
            instances.add(new Node(
                    "database.primary",
                    NodeKind.DATABASE,
                    List.of(
                            DatabaseNames.primary(database),
                            database.instanceClass(),
                            "PostgreSQL, " + database.storage())));
        }
        if (zone.equals(DatabaseNames.standbyZone(database))) {
            instances.add(new Node(
                    "database.standby",
                    NodeKind.DATABASE_STANDBY,
                    List.of("RDS standby", database.instanceClass(), "PostgreSQL, " + database.storage())));
        }
        for (int at = 0; at < database.replicas().size(); at++) {
            ReadReplica replica = database.replicas().get(at);
            if (replica.zone().equals(zone)) {
                instances.add(new Node(
                        "database.replica." + at,
                        NodeKind.DATABASE,
                        List.of(DatabaseNames.reader(database), replica.instanceClass())));
            }
        }
        return instances;
    }

    List<Edge> edges() {
        List<Edge> edges = new ArrayList<>();
        for (AvailabilityZone zone : environment.vpc().zones()) {
            edges.add(new Edge("dns", "alb." + zone.name(), EdgeKind.SOLID, "", true));
            edges.add(new Edge("alb." + zone.name(), "nodes." + zone.name(), EdgeKind.SOLID, "", true));
        }
        edges.add(new Edge("cluster", "vpc", EdgeKind.SOLID, "runs pods", true));
        edges.addAll(databaseEdges());
        return edges;
    }

    /** One arrow per zone, from the workload that asks the database, or from the nodes where several do. */
    private List<Edge> databaseEdges() {
        List<Workload> clients = environment.workloads().stream()
                .filter(workload -> workload.databaseClient() != null)
                .toList();
        List<Edge> edges = new ArrayList<>();
        String primaryZone = environment.database().primaryZone();
        for (AvailabilityZone zone : environment.vpc().zones()) {
            String from = clients.size() == 1
                    ? "workload." + clients.getFirst().name() + "." + zone.name()
                    : "nodes." + zone.name();
            boolean beside = zone.name().equals(primaryZone);
            if (!clients.isEmpty()) {
                edges.add(new Edge(from, "database.primary", EdgeKind.SOLID, beside ? "SQL" : "", beside));
            }
        }
        if (DatabaseNames.standbyZone(environment.database()) != null) {
            edges.add(new Edge("database.primary", "database.standby", EdgeKind.SOLID, "sync", false));
        }
        for (int at = 0; at < environment.database().replicas().size(); at++) {
            edges.add(new Edge("database.primary", "database.replica." + at, EdgeKind.SOLID, "async", false));
        }
        return edges;
    }
}
