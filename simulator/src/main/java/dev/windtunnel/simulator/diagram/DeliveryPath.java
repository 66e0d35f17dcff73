package dev.windtunnel.simulator.diagram;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.delivery.Delivery;
import dev.windtunnel.model.delivery.GitOps;
import dev.windtunnel.model.delivery.Pipeline;
import dev.windtunnel.model.delivery.Promotion;
import dev.windtunnel.model.delivery.Registry;
import dev.windtunnel.model.delivery.Repository;
import dev.windtunnel.model.delivery.Stage;
import dev.windtunnel.model.delivery.StageKind;
import dev.windtunnel.simulator.diagram.Diagram.Arrangement;
import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * The way of a change as the design's {@code delivery} says it: repositories, pipelines stage by stage, registry, the repository
 * that says what runs, and what brings it into each environment (S35 to S40, S59, S60, S62).
 *
 * <p>Ids: {@code developers}, {@code repositories}, {@code repository.<name>}, {@code account.<name>} of the registry's account or {@code pipelines},
 * {@code pipeline.<name>}, {@code stage.<pipeline>.<name>}, {@code registry}, {@code registry.<region>}, {@code environments};
 * and those of {@link DeliveredEnvironment}.
 */
final class DeliveryPath {

    /** Stages of a pipeline that gets a row of its own; shorter ones share rows. */
    private static final int LONG = 6;
    /** Stages beside each other; further ones stand below. */
    private static final int WIDEST = 10;
    /** Characters of a tool's command that a stage shows, more only if its first word is longer. */
    private static final int TOOL_LENGTH = 16;

    private final Architecture architecture;
    private final Delivery delivery;
    private final List<Edge> edges = new ArrayList<>();

    private DeliveryPath(Architecture architecture) {
        this.architecture = architecture;
        this.delivery = architecture.delivery();
    }

    /** Whether the design says how it is delivered. */
    static boolean isDeclared(Architecture architecture) {
        return !architecture.delivery().pipelines().isEmpty();
    }

    static Diagram of(Architecture architecture) {
        return new DeliveryPath(architecture).draw();
    }

    private Diagram draw() {
        List<Element> elements = new ArrayList<>();
        elements.add(OverviewDiagram.lane(
                "lane.people",
                Arrangement.CELLS,
                List.of(new Node("developers", NodeKind.DEVELOPERS, List.of("Developers")))));
        elements.addAll(repositories());
        elements.add(workshop());
        List<Element> config = config();
        if (!config.isEmpty()) {
            elements.add(OverviewDiagram.lane("lane.config", Arrangement.CELLS, config));
        }
        elements.add(environments());
        return new Diagram(
                architecture.title() + ": delivery",
                EnvironmentParts.counted(delivery.pipelines().size(), "pipeline") + ", "
                        + EnvironmentParts.counted(architecture.environments().size(), "environment"),
                elements,
                edges);
    }

    private boolean isConfig(Repository repository) {
        GitOps gitOps = delivery.gitOps();
        return gitOps != null && repository.name().equals(gitOps.repository());
    }

    /** All but the one that says what runs, which stands before the environments. */
    private List<Element> repositories() {
        List<Element> nodes = new ArrayList<>();
        for (Repository repository : delivery.repositories()) {
            if (!isConfig(repository)) {
                nodes.add(node(repository));
            }
        }
        if (nodes.isEmpty()) {
            return List.of();
        }
        edges.add(new Edge("developers", "repositories", EdgeKind.SOLID, "push", true));
        Arrangement arrangement = nodes.size() > LONG ? Arrangement.GRID : Arrangement.CELLS;
        return List.of(new Group("repositories", GroupKind.SERVICES, "Repositories", "Git", arrangement, nodes));
    }

    private static Node node(Repository repository) {
        String reviews =
                repository.reviews() == 0 ? "no review" : EnvironmentParts.counted(repository.reviews(), "review");
        return new Node(
                "repository." + repository.name(),
                NodeKind.REPOSITORY,
                List.of(repository.name(), Words.of(repository.kind()), reviews));
    }

    /** Pipelines, and right of them the registry that they fill; in the registry's account where there is one. */
    private Element workshop() {
        List<Element> rows = new ArrayList<>();
        List<Element> small = new ArrayList<>();
        for (Pipeline pipeline : delivery.pipelines()) {
            (pipeline.stages().size() >= LONG ? rows : small).add(pipeline(pipeline));
        }
        if (!small.isEmpty()) {
            Arrangement arrangement = small.size() > 3 ? Arrangement.GRID : Arrangement.ROW;
            rows.add(OverviewDiagram.lane("lane.pipelines.short", arrangement, small));
        }
        Registry registry = delivery.registry();
        String id = workshopId();
        if (delivery.repositories().stream().anyMatch(repository -> !isConfig(repository))) {
            edges.add(new Edge("repositories", id, EdgeKind.SOLID, "starts", true));
        }
        if (registry == null) {
            return new Group(id, GroupKind.SERVICES, "Pipelines", "", Arrangement.COLUMN, rows);
        }
        List<Element> columns = List.of(
                OverviewDiagram.lane("lane.pipelines", Arrangement.COLUMN, rows),
                OverviewDiagram.lane("lane.between.1", Arrangement.COLUMN, List.of()),
                OverviewDiagram.lane("lane.between.2", Arrangement.COLUMN, List.of()),
                OverviewDiagram.lane("lane.registry", Arrangement.COLUMN, registry(registry)));
        return new Group(id, GroupKind.ACCOUNT, registry.account(), "account", Arrangement.ROW, columns);
    }

    private String workshopId() {
        Registry registry = delivery.registry();
        return registry == null ? "pipelines" : "account." + registry.account();
    }

    private Element pipeline(Pipeline pipeline) {
        String id = "pipeline." + pipeline.name();
        if (delivery.registry() != null && pipeline.stage(StageKind.PUSH).isPresent()) {
            boolean signed = pipeline.stage(StageKind.SIGN).isPresent();
            edges.add(new Edge(id, "registry", EdgeKind.SOLID, signed ? "signed image" : "image", true));
        }
        List<Element> stages = new ArrayList<>();
        for (Stage stage : pipeline.stages()) {
            String stageId = "stage." + pipeline.name() + "." + stage.name();
            if (!stages.isEmpty() && stages.size() < WIDEST) {
                edges.add(new Edge(stages.getLast().id(), stageId, EdgeKind.SOLID, "", false));
            }
            stages.add(new Node(stageId, NodeKind.STAGE, lines(stage)));
        }
        Arrangement arrangement = stages.size() > WIDEST ? Arrangement.GRID : Arrangement.ROW;
        return new Group(id, GroupKind.PIPELINE, "Pipeline " + pipeline.name(), begins(pipeline), arrangement, stages);
    }

    /** When it begins, and where it runs. */
    private static String begins(Pipeline pipeline) {
        String when =
                switch (pipeline.trigger()) {
                    case PUSH -> "on a push to ";
                    case TAG -> "on a tag in ";
                    case SCHEDULE -> "by the clock, from ";
                    case MANUAL -> "by hand, from ";
                };
        String where =
                switch (pipeline.runner()) {
                    case GITHUB -> ", in GitHub Actions";
                    case CODEBUILD -> ", in CodeBuild";
                    case SELF_HOSTED -> ", on own runners";
                };
        return when + pipeline.repository() + where;
    }

    /** The stage's name and as many words of its tool as fit. */
    private static List<String> lines(Stage stage) {
        StringBuilder words = new StringBuilder();
        String tool = stage.tool();
        for (String word : tool == null ? new String[0] : tool.split(" ", -1)) {
            if (words.length() > 0 && words.length() + word.length() >= TOOL_LENGTH) {
                break;
            }
            words.append(words.length() == 0 ? "" : " ").append(word);
        }
        return words.isEmpty() ? List.of(stage.name()) : List.of(stage.name(), words.toString());
    }

    private List<Element> registry(Registry registry) {
        List<String> lines = new ArrayList<>(List.of("ECR", Words.of(registry.tags()) + " tags"));
        if (registry.scanOnPush()) {
            lines.add("scans what is pushed");
        }
        List<Element> nodes = new ArrayList<>(List.of(new Node("registry", NodeKind.REGISTRY, lines)));
        for (String region : registry.replication()) {
            String id = "registry." + region;
            nodes.add(new Node(id, NodeKind.REGISTRY, List.of("ECR " + region, "replica")));
            edges.add(new Edge("registry", id, EdgeKind.SOLID, "replication", false));
        }
        return nodes;
    }

    /** The repository that says what runs, and who changes it. */
    private List<Element> config() {
        List<Element> nodes = new ArrayList<>();
        for (Repository repository : delivery.repositories()) {
            if (isConfig(repository)) {
                nodes.add(node(repository));
                boolean changed = delivery.pipelines().stream()
                        .anyMatch(pipeline ->
                                pipeline.stage(StageKind.CONFIG_CHANGE).isPresent());
                String id = "repository." + repository.name();
                edges.add(
                        changed
                                ? new Edge(workshopId(), id, EdgeKind.SOLID, "pull request", true)
                                : new Edge("developers", id, EdgeKind.SOLID, "push", true));
            }
        }
        return nodes;
    }

    private Element environments() {
        List<Element> groups = new ArrayList<>();
        for (Environment environment : architecture.environments()) {
            DeliveredEnvironment delivered = new DeliveredEnvironment(delivery, environment);
            groups.add(delivered.group());
            edges.addAll(delivered.edges());
        }
        for (Promotion promotion : delivery.promotion()) {
            String from = promotion.from();
            boolean known = from != null
                    && architecture.environment(from).isPresent()
                    && architecture.environment(promotion.environment()).isPresent();
            if (known) {
                edges.add(new Edge(
                        "environment." + from,
                        "environment." + promotion.environment(),
                        EdgeKind.SOLID,
                        DeliveredEnvironment.promoted(promotion),
                        false));
            }
        }
        if (delivery.registry() != null) {
            edges.add(new Edge("registry", "environments", EdgeKind.SOLID, "images", true));
        }
        Arrangement arrangement = groups.size() > LONG ? Arrangement.GRID : Arrangement.ROW;
        return new Group(
                "environments", GroupKind.SERVICES, "Environments", "each pulls what it runs", arrangement, groups);
    }
}
