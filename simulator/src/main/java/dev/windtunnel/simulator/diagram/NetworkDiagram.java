package dev.windtunnel.simulator.diagram;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.network.AvailabilityZone;
import dev.windtunnel.model.network.NatPlacement;
import dev.windtunnel.model.network.Route;
import dev.windtunnel.model.network.SubnetTier;
import dev.windtunnel.model.network.Vpc;
import dev.windtunnel.model.unit.Cidr;
import dev.windtunnel.simulator.diagram.Diagram.Arrangement;
import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One environment's VPC: zones side by side, subnets by tier with their addresses, and where their route tables send what
 * is for the internet.
 *
 * <p>Ids: {@code internet}, {@code vpc}, {@code igw}, {@code zone.<z>}, {@code subnet.<tier>.<z>}, {@code nat.<z>}, {@code
 * alb.<z>}, {@code pods.<z>}, {@code database.primary}, {@code database.standby}, {@code database.replica.<position>}, {@code
 * routes.<tier>}; and those of {@link NetworkServices} and {@link SecurityGroupChain}.
 */
final class NetworkDiagram {

    private final Architecture architecture;
    private final Environment environment;
    private final Vpc vpc;
    private final NetworkServices services;
    private final List<Edge> edges = new ArrayList<>();

    private NetworkDiagram(Architecture architecture, Environment environment) {
        this.architecture = architecture;
        this.environment = environment;
        this.vpc = environment.vpc();
        this.services = new NetworkServices(architecture, environment);
    }

    static Diagram of(Architecture architecture, Environment environment) {
        return new NetworkDiagram(architecture, environment).draw();
    }

    private Diagram draw() {
        // The empty lanes beside the zones are for the arrows of NAT gateways, clear of the headings.
        List<Element> zones = new ArrayList<>(List.of(empty("west")));
        for (AvailabilityZone zone : vpc.zones()) {
            zones.add(zone(zone));
        }
        zones.add(empty("east"));
        List<Element> inVpc = new ArrayList<>();
        if (vpc.internetGateway()) {
            edges.add(0, new Edge("internet", "igw", EdgeKind.SOLID, "", true));
        }
        inVpc.add(gateways());
        inVpc.add(OverviewDiagram.lane("lane.zones", Arrangement.ROW, zones));
        inVpc.add(OverviewDiagram.lane("lane.routes", Arrangement.CELLS, rules()));
        SecurityGroupChain chain = new SecurityGroupChain(vpc);
        inVpc.addAll(chain.elements());
        edges.addAll(chain.edges());
        inVpc.addAll(services.endpoints());
        edges.addAll(services.edges());
        Group box = new Group(
                "vpc",
                GroupKind.VPC,
                "VPC " + environment.name(),
                vpc.cidr() + " in " + architecture.region() + ", account " + environment.account(),
                Arrangement.COLUMN,
                inVpc);
        List<Element> outside = new ArrayList<>(List.of(new Node("internet", NodeKind.INTERNET, List.of("Internet"))));
        outside.addAll(services.connections());
        List<Element> all =
                new ArrayList<>(List.of(OverviewDiagram.lane("lane.internet", Arrangement.CELLS, outside), box));
        if (!services.flowLogs().isEmpty()) {
            all.add(OverviewDiagram.lane("lane.logs", Arrangement.CELLS, services.flowLogs()));
        }
        return new Diagram(
                architecture.title() + ": network",
                "Environment " + environment.name() + ": "
                        + EnvironmentParts.counted(vpc.zones().size(), "zone") + ", "
                        + EnvironmentParts.counted(vpc.natGateways(), "NAT gateway"),
                all,
                edges);
    }

    private static Element empty(String side) {
        return OverviewDiagram.lane("lane.empty." + side, Arrangement.ROW, List.of());
    }

    /** The internet gateway, wide enough to be reached from between the zones. */
    private Element gateways() {
        Node gateway = new Node(
                "igw",
                NodeKind.INTERNET_GATEWAY,
                List.of(vpc.internetGateway() ? "Internet gateway" : "No internet gateway"));
        return OverviewDiagram.lane(
                "lane.gateway", Arrangement.ROW, List.of(empty("gateway.west"), gateway, empty("gateway.east")));
    }

    private Element zone(AvailabilityZone zone) {
        String name = zone.name();
        List<Element> front = new ArrayList<>();
        if (EnvironmentParts.hasNat(vpc, zone)) {
            front.add(new Node("nat." + name, NodeKind.NAT, List.of("NAT gateway")));
            edges.add(new Edge("nat." + name, "igw", EdgeKind.DASHED, "", false));
        }
        // Left of the middle the NAT gateway stands right, near the internet gateway: no arrow runs around the subnet.
        boolean isLeft = 2 * vpc.zones().indexOf(zone) < vpc.zones().size() - 1;
        Node alb = new Node("alb." + name, NodeKind.LOAD_BALANCER, List.of("ALB node"));
        front.add(isLeft ? 0 : front.size(), alb);
        edges.add(new Edge("igw", "alb." + name, EdgeKind.SOLID, "", true));
        Node pods = new Node("pods." + name, NodeKind.NODES, List.of("Nodes and pods", "an address for each"));
        leadOut(name);
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
            stores.add(new Node(
                    "database.primary", NodeKind.DATABASE, List.of(DatabaseNames.primary(environment.database()))));
        }
        if (zone.equals(DatabaseNames.standbyZone(environment.database()))) {
            stores.add(new Node("database.standby", NodeKind.DATABASE_STANDBY, List.of("RDS standby")));
        }
        for (int at = 0; at < environment.database().replicas().size(); at++) {
            if (environment.database().replicas().get(at).zone().equals(zone)) {
                stores.add(new Node(
                        "database.replica." + at,
                        NodeKind.DATABASE,
                        List.of(DatabaseNames.reader(environment.database()))));
            }
        }
        return stores;
    }

    /** Where the private subnet of a zone sends what is for the internet. */
    private void leadOut(String zone) {
        String from = "subnet.private." + zone;
        for (Route route : routes(SubnetTier.PRIVATE, zone)) {
            if (!route.destination().equals(Route.ANY_IPV4)) {
                continue;
            }
            String to =
                    switch (route.target()) {
                        case NAT -> "nat." + (route.zone() == null ? zone : route.zone());
                        case FIREWALL -> vpc.networkFirewall() == null ? "" : "firewall";
                        case INTERNET_GATEWAY -> "igw";
                        default -> "";
                    };
            if (!to.isEmpty()) {
                edges.add(new Edge(from, to, EdgeKind.DASHED, Route.ANY_IPV4, false));
            }
        }
    }

    private List<Route> routes(SubnetTier tier, String zone) {
        return vpc.allSubnets().stream()
                .filter(subnet -> subnet.tier() == tier && subnet.zone().equals(zone))
                .findFirst()
                .map(vpc::routesOf)
                .orElse(List.of());
    }

    /** For each tier its routes, and below them its network ACLs and the firewall. */
    private List<Element> rules() {
        List<Element> columns = new ArrayList<>();
        for (SubnetTier tier : SubnetTier.values()) {
            String word = Words.of(tier);
            List<Element> column = new ArrayList<>();
            column.add(new Node("routes." + word, NodeKind.ROUTE_TABLE, routeLines(tier)));
            column.addAll(services.acls(word));
            if (tier == SubnetTier.PRIVATE) {
                column.addAll(services.firewall());
            }
            columns.add(OverviewDiagram.lane("lane.rules." + word, Arrangement.COLUMN, column));
        }
        return columns;
    }

    private List<String> routeLines(SubnetTier tier) {
        Set<String> lines = new LinkedHashSet<>(List.of("Routes of " + Words.of(tier) + " subnets"));
        for (AvailabilityZone zone : vpc.zones()) {
            for (Route route : routes(tier, zone.name())) {
                lines.add(route.destination() + " \u2192 " + target(route));
            }
        }
        return List.copyOf(lines);
    }

    private String target(Route route) {
        return switch (route.target()) {
            case NAT -> vpc.nat() == NatPlacement.PER_ZONE ? "the zone's NAT" : "NAT in zone " + route.zone();
            case CONNECTION -> String.valueOf(route.connection());
            default -> Words.of(route.target());
        };
    }
}
