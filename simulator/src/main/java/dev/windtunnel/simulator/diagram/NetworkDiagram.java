package dev.windtunnel.simulator.diagram;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.network.AvailabilityZone;
import dev.windtunnel.model.network.NatPlacement;
import dev.windtunnel.model.network.Vpc;
import dev.windtunnel.model.unit.Cidr;
import dev.windtunnel.simulator.diagram.Diagram.Arrangement;
import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One environment's VPC: zones side by side, subnets by tier with their addresses, and where their route tables send what
 * is for the internet.
 *
 * <p>Ids: {@code internet}, {@code vpc}, {@code igw}, {@code zone.<z>}, {@code subnet.<tier>.<z>}, {@code nat.<z>}, {@code
 * alb.<z>}, {@code pods.<z>}, {@code database.primary}, {@code database.standby}, {@code database.replica.<position>}, {@code
 * routes.<tier>}.
 */
final class NetworkDiagram {

    private static final String EVERYWHERE = "0.0.0.0/0";

    private final Architecture architecture;
    private final Environment environment;
    private final Vpc vpc;
    private final List<Edge> edges = new ArrayList<>();

    private NetworkDiagram(Architecture architecture, Environment environment) {
        this.architecture = architecture;
        this.environment = environment;
        this.vpc = environment.vpc();
    }

    static Diagram of(Architecture architecture, Environment environment) {
        return new NetworkDiagram(architecture, environment).draw();
    }

    private Diagram draw() {
        List<Element> zones = new ArrayList<>();
        for (AvailabilityZone zone : vpc.zones()) {
            zones.add(zone(zone));
        }
        edges.add(new Edge("internet", "igw", EdgeKind.SOLID, "", true));
        Node gateway = new Node("igw", NodeKind.INTERNET_GATEWAY, List.of("Internet gateway"));
        Group box = new Group(
                "vpc",
                GroupKind.VPC,
                "VPC " + environment.name(),
                vpc.cidr() + " in " + architecture.region() + ", account " + environment.account(),
                Arrangement.COLUMN,
                List.of(
                        OverviewDiagram.lane("lane.gateway", Arrangement.CELLS, List.of(gateway)),
                        OverviewDiagram.lane("lane.zones", Arrangement.ROW, zones),
                        OverviewDiagram.lane("lane.routes", Arrangement.CELLS, routeTables())));
        Node internet = new Node("internet", NodeKind.INTERNET, List.of("Internet"));
        return new Diagram(
                architecture.title() + ": network",
                "Environment " + environment.name() + ": "
                        + EnvironmentParts.counted(vpc.zones().size(), "zone") + ", "
                        + EnvironmentParts.counted(vpc.natGateways(), "NAT gateway"),
                List.of(OverviewDiagram.lane("lane.internet", Arrangement.CELLS, List.of(internet)), box),
                edges);
    }

    private Element zone(AvailabilityZone zone) {
        String name = zone.name();
        List<Element> front = new ArrayList<>();
        if (EnvironmentParts.hasNat(vpc, zone)) {
            front.add(new Node("nat." + name, NodeKind.NAT, List.of("NAT gateway")));
            edges.add(new Edge("nat." + name, "igw", EdgeKind.DASHED, "", false));
        }
        front.add(new Node("alb." + name, NodeKind.LOAD_BALANCER, List.of("ALB node")));
        edges.add(new Edge("igw", "alb." + name, EdgeKind.SOLID, "", true));
        Node pods = new Node("pods." + name, NodeKind.NODES, List.of("Nodes and pods", "an address for each"));
        natFor(zone)
                .ifPresent(nat -> edges.add(
                        new Edge("subnet.private." + name, "nat." + nat.name(), EdgeKind.DASHED, EVERYWHERE, false)));
        return new Group(
                "zone." + name,
                GroupKind.ZONE,
                "Availability zone " + name,
                "",
                Arrangement.COLUMN,
                List.of(
                        subnet("public", name, GroupKind.SUBNET_PUBLIC, zone.publicSubnet(), front),
                        subnet("private", name, GroupKind.SUBNET_PRIVATE, zone.privateSubnet(), List.of(pods)),
                        subnet("isolated", name, GroupKind.SUBNET_ISOLATED, zone.isolatedSubnet(), stores(name))));
    }

    private static Element subnet(String tier, String zone, GroupKind kind, Cidr block, List<Element> children) {
        String title = Character.toUpperCase(tier.charAt(0)) + tier.substring(1);
        String usable = String.format(Locale.ROOT, "%,d", block.usableInSubnet());
        return new Group(
                "subnet." + tier + "." + zone,
                kind,
                title,
                block + ", " + usable + " usable",
                Arrangement.ROW,
                children);
    }

    private List<Element> stores(String zone) {
        List<Element> stores = new ArrayList<>();
        if (environment.database().primaryZone().equals(zone)) {
            stores.add(new Node("database.primary", NodeKind.DATABASE, List.of("RDS primary")));
        }
        if (zone.equals(environment.database().standbyZone())) {
            stores.add(new Node("database.standby", NodeKind.DATABASE_STANDBY, List.of("RDS standby")));
        }
        for (int at = 0; at < environment.database().replicas().size(); at++) {
            if (environment.database().replicas().get(at).zone().equals(zone)) {
                stores.add(new Node("database.replica." + at, NodeKind.DATABASE, List.of("RDS replica")));
            }
        }
        return stores;
    }

    /** The zone whose NAT gateway the private subnet of this zone is routed to. */
    private Optional<AvailabilityZone> natFor(AvailabilityZone zone) {
        return switch (vpc.nat()) {
            case PER_ZONE -> Optional.of(zone);
            case SINGLE -> Optional.of(vpc.zones().getFirst());
            case NONE -> Optional.empty();
        };
    }

    private List<Element> routeTables() {
        String local = vpc.cidr() + " \u2192 local";
        List<String> outward = new ArrayList<>(List.of("Routes of private subnets", local));
        if (vpc.nat() != NatPlacement.NONE) {
            String gateway = vpc.nat() == NatPlacement.PER_ZONE
                    ? "the zone's NAT"
                    : "NAT in zone " + vpc.zones().getFirst().name();
            outward.add(EVERYWHERE + " \u2192 " + gateway);
        }
        return List.of(
                new Node(
                        "routes.public",
                        NodeKind.ROUTE_TABLE,
                        List.of("Routes of public subnets", local, EVERYWHERE + " \u2192 internet gateway")),
                new Node("routes.private", NodeKind.ROUTE_TABLE, outward),
                new Node("routes.isolated", NodeKind.ROUTE_TABLE, List.of("Routes of isolated subnets", local)));
    }
}
