package dev.windtunnel.simulator.diagram;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.organization.Account;
import dev.windtunnel.simulator.diagram.Diagram.Arrangement;
import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * The way of a change: developers push, a pipeline builds, a registry keeps, the clusters of all environments run. Drawn from
 * what accounts hold; where the design says how it is delivered, {@link DeliveryPath} draws that.
 *
 * <p>Ids: {@code developers}, {@code account.<name>} of shared accounts, {@code held.<account>.<position>}, {@code
 * environment.<name>}, {@code cluster.<environment>}, {@code workload.<name>.<environment>}.
 */
final class DeliveryDiagram {

    private final Architecture architecture;
    private final List<Edge> edges = new ArrayList<>();

    private DeliveryDiagram(Architecture architecture) {
        this.architecture = architecture;
    }

    static Diagram of(Architecture architecture) {
        return DeliveryPath.isDeclared(architecture)
                ? DeliveryPath.of(architecture)
                : new DeliveryDiagram(architecture).draw();
    }

    private Diagram draw() {
        Node developers = new Node("developers", NodeKind.DEVELOPERS, List.of("Developers"));
        List<Element> elements = new ArrayList<>();
        elements.add(OverviewDiagram.lane("lane.people", Arrangement.CELLS, List.of(developers)));
        List<Element> shared = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        for (Account account : architecture.organization().accounts()) {
            if (account.purpose() == Account.Purpose.SHARED_SERVICES) {
                shared.add(shared(account, sources));
            }
        }
        if (!shared.isEmpty()) {
            elements.add(OverviewDiagram.lane("lane.shared", Arrangement.CELLS, shared));
        }
        List<Element> environments = new ArrayList<>();
        for (Environment environment : architecture.environments()) {
            environments.add(environment(environment));
            for (String source : sources.isEmpty() ? List.of("developers") : sources) {
                edges.add(new Edge(
                        source,
                        "environment." + environment.name(),
                        EdgeKind.SOLID,
                        sources.isEmpty() ? "deploy" : "images",
                        true));
            }
        }
        Arrangement arrangement = environments.size() > 6 ? Arrangement.GRID : Arrangement.ROW;
        elements.add(OverviewDiagram.lane("lane.environments", arrangement, environments));
        return new Diagram(
                architecture.title() + ": delivery",
                EnvironmentParts.counted(architecture.environments().size(), "environment"),
                elements,
                edges);
    }

    /** What moves a change in its order, the rest below it; adds the ids that clusters pull from. */
    private Element shared(Account account, List<String> sources) {
        List<Node> pipelines = new ArrayList<>();
        List<Node> registries = new ArrayList<>();
        List<Element> rest = new ArrayList<>();
        for (Node node : HeldThings.nodes(account, "held")) {
            switch (node.kind()) {
                case PIPELINE -> pipelines.add(node);
                case REGISTRY -> registries.add(node);
                default -> rest.add(node);
            }
        }
        String id = "account." + account.name();
        List<String> entrances = pipelines.isEmpty() ? List.of(id) : ids(pipelines);
        entrances.forEach(to -> edges.add(new Edge("developers", to, EdgeKind.SOLID, "push", true)));
        for (Node pipeline : pipelines) {
            registries.forEach(
                    registry -> edges.add(new Edge(pipeline.id(), registry.id(), EdgeKind.SOLID, "image", true)));
        }
        sources.addAll(registries.isEmpty() ? entrances : ids(registries));
        List<Element> rows = new ArrayList<>();
        addLane(rows, "lane.pipelines." + account.name(), pipelines);
        addLane(rows, "lane.registries." + account.name(), registries);
        Element moving = OverviewDiagram.lane("lane.moving." + account.name(), Arrangement.COLUMN, rows);
        List<Element> columns = new ArrayList<>();
        if (!rows.isEmpty()) {
            columns.add(moving);
        }
        if (!rest.isEmpty()) {
            columns.add(OverviewDiagram.lane("lane.rest." + account.name(), Arrangement.COLUMN, rest));
        }
        return new Group(id, GroupKind.ACCOUNT, account.name(), "account", Arrangement.ROW, columns);
    }

    private static void addLane(List<Element> rows, String id, List<Node> nodes) {
        if (!nodes.isEmpty()) {
            rows.add(OverviewDiagram.lane(id, Arrangement.CELLS, new ArrayList<>(nodes)));
        }
    }

    private static List<String> ids(List<Node> nodes) {
        return nodes.stream().map(Node::id).toList();
    }

    private Element environment(Environment environment) {
        String name = environment.name();
        List<Element> images = new ArrayList<>();
        for (Workload workload : environment.workloads()) {
            String size = workload.startup().image() + " image";
            images.add(new Node(
                    "workload." + workload.name() + "." + name, NodeKind.WORKLOAD, List.of(workload.name(), size)));
        }
        Group cluster = new Group(
                "cluster." + name,
                GroupKind.CLUSTER,
                "EKS " + environment.cluster().version(),
                "",
                images.size() > 6 ? Arrangement.GRID : Arrangement.ROW,
                images);
        return new Group(
                "environment." + name,
                GroupKind.ACCOUNT,
                "Environment " + name,
                "account " + environment.account(),
                Arrangement.COLUMN,
                List.of(cluster));
    }
}
