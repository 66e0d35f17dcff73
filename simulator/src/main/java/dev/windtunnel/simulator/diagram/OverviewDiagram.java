package dev.windtunnel.simulator.diagram;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.organization.Account;
import dev.windtunnel.simulator.diagram.Diagram.Arrangement;
import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The one picture of everything (S04): users to DNS to load balancer to workloads to database, developers to pipeline to
 * registry to cluster, telemetry and findings to the security account; one environment in full, the others as a box each.
 *
 * <p>Ids: {@code users}, {@code developers}, {@code organization}, {@code account.<name>}, {@code environment.<name>} (an
 * environment drawn small inside the account in focus), {@code cluster}, {@code dns}, {@code vpc}, {@code zone.<z>}, {@code
 * subnet.public.<z>}, {@code subnet.private.<z>}, {@code subnet.isolated.<z>}, {@code alb.<z>}, {@code nat.<z>}, {@code
 * nodes.<z>}, {@code workload.<name>.<z>}, {@code database.primary}, {@code database.standby}; {@code
 * pipeline.<account>}, {@code registry.<account>}, {@code services.<account>}, {@code findings.<account>} and {@code
 * logs.<account>}, as far as the words of the shared and security accounts name such a thing; and those of {@link RecoveryRegions}.
 */
public final class OverviewDiagram {

    private final Architecture architecture;
    private final Environment environment;
    private final List<Edge> edges = new ArrayList<>();

    private OverviewDiagram(Architecture architecture, Environment environment) {
        this.architecture = architecture;
        this.environment = environment;
    }

    /**
     * The overview with one environment in full.
     *
     * @throws IllegalArgumentException if the environment is not the architecture's, or its database stands in a zone that its
     *     VPC does not use
     */
    public static Diagram of(Architecture architecture, Environment environment) {
        requireEnvironment(architecture, environment);
        return new OverviewDiagram(architecture, environment).draw();
    }

    static void requireEnvironment(Architecture architecture, Environment environment) {
        if (!architecture.environments().contains(environment)) {
            throw new IllegalArgumentException(
                    "environment '" + environment.name() + "' is not one of " + architecture.title());
        }
    }

    private Diagram draw() {
        Element users = new Node("users", NodeKind.USERS, List.of("Users", "public internet"));
        List<Element> outside = new ArrayList<>();
        if (architecture.organization().accounts().stream()
                .anyMatch(account -> account.purpose() == Account.Purpose.SHARED_SERVICES)) {
            outside.add(new Node("developers", NodeKind.DEVELOPERS, List.of("Developers")));
        }
        outside.add(users);
        edges.add(new Edge(
                "users", "dns", EdgeKind.SOLID, environment.loadBalancer().tls() ? "HTTPS" : "HTTP", true));
        Group organization = new Group(
                "organization",
                GroupKind.ORGANIZATION,
                architecture.organization().name(),
                "AWS Organization, " + architecture.region(),
                Arrangement.ROW,
                accounts());
        Group people = lane("lane.people", Arrangement.ABOVE_TARGETS, outside);
        return new Diagram(
                architecture.title() + ": overview",
                "Environment " + environment.name() + " in full"
                        + (architecture.environments().size() > 1 ? "; other environments as one box each" : ""),
                List.of(people, organization),
                edges);
    }

    /** Left who delivers and the other environments, in the middle the environment in focus, right who watches. */
    private List<Element> accounts() {
        List<Element> left = new ArrayList<>();
        List<Element> right = new ArrayList<>();
        for (Account account : architecture.organization().accounts()) {
            switch (account.purpose()) {
                case SHARED_SERVICES -> left.add(shared(account));
                case SECURITY -> right.add(security(account));
                case ENVIRONMENT -> {
                    if (!isInFocus(account.name())) {
                        left.add(small(account));
                    }
                }
            }
        }
        List<Element> result = new ArrayList<>();
        if (!left.isEmpty()) {
            result.add(lane("lane.left", Arrangement.COLUMN, left));
        }
        result.add(inFocus());
        if (!right.isEmpty()) {
            result.add(lane("lane.right", Arrangement.COLUMN, right));
        }
        return result;
    }

    /** A place for others, see {@link GroupKind#LANE}. */
    static Group lane(String id, Arrangement arrangement, List<Element> children) {
        return new Group(id, GroupKind.LANE, "", "", arrangement, children);
    }

    private boolean isInFocus(String account) {
        return environment.account().equals(account);
    }

    /** Developers reach the cluster through what the shared account says it holds; a missing link is left out. */
    private Element shared(Account account) {
        String id = "account." + account.name();
        List<String> pipelines = naming(account.holds(), "ci/cd", "pipeline", "build", "deploy", "delivery");
        List<String> registries = naming(account.holds(), "registry", "ecr", "artifact");
        registries.removeAll(pipelines);
        List<String> rest = new ArrayList<>(account.holds());
        rest.removeAll(pipelines);
        rest.removeAll(registries);
        List<Element> children = new ArrayList<>();
        String pipeline = node(children, "pipeline." + account.name(), NodeKind.PIPELINE, "CI/CD", pipelines, id);
        String registry = node(children, "registry." + account.name(), NodeKind.REGISTRY, "Registry", registries, id);
        node(children, "services." + account.name(), NodeKind.SHARED_SERVICE, "Shared services", rest, id);
        edges.add(new Edge("developers", pipeline, EdgeKind.SOLID, "push", true));
        if (!pipeline.equals(id) && !registry.equals(id)) {
            edges.add(new Edge(pipeline, registry, EdgeKind.SOLID, "image", false));
        }
        edges.add(new Edge(registry.equals(id) ? pipeline : registry, "cluster", EdgeKind.SOLID, "images", true));
        return new Group(id, GroupKind.ACCOUNT, account.name(), "account", Arrangement.COLUMN, children);
    }

    private Element security(Account account) {
        String id = "account." + account.name();
        List<String> logs = naming(account.holds(), "log", "trail", "metric", "siem", "trace");
        List<String> rest = new ArrayList<>(account.holds());
        rest.removeAll(logs);
        List<Element> children = new ArrayList<>();
        String findings = node(children, "findings." + account.name(), NodeKind.SHIELD, "Findings", rest, id);
        String archive = node(children, "logs." + account.name(), NodeKind.LOGS, "Logs and metrics", logs, id);
        edges.add(new Edge("account." + environment.account(), findings, EdgeKind.DOTTED, "findings", true));
        edges.add(new Edge("vpc", archive, EdgeKind.DOTTED, "metrics, logs", true));
        for (Account other : architecture.organization().accounts()) {
            if (other.purpose() == Account.Purpose.ENVIRONMENT && !isInFocus(other.name())) {
                edges.add(new Edge("account." + other.name(), id, EdgeKind.DOTTED, "", true));
            }
        }
        return new Group(id, GroupKind.ACCOUNT, account.name(), "account", Arrangement.COLUMN, children);
    }

    /** Adds a node for these words and returns its id; without words adds nothing and returns the account's. */
    private static String node(
            List<Element> children, String id, NodeKind kind, String name, List<String> words, String account) {
        if (words.isEmpty()) {
            return account;
        }
        List<String> lines = new ArrayList<>(List.of(name));
        lines.addAll(words);
        children.add(new Node(id, kind, lines));
        return id;
    }

    private static List<String> naming(List<String> words, String... parts) {
        List<String> result = new ArrayList<>();
        for (String word : words) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (List.of(parts).stream().anyMatch(lower::contains)) {
                result.add(word);
            }
        }
        return result;
    }

    private Element small(Account account) {
        List<String> lines = new ArrayList<>(List.of(account.name() + " account"));
        lines.addAll(account.holds());
        for (Environment other : architecture.environments()) {
            if (other.account().equals(account.name())) {
                if (!other.name().equals(account.name())) {
                    lines.add("Environment " + other.name());
                }
                lines.addAll(EnvironmentParts.keyFacts(other));
            }
        }
        return new Node("account." + account.name(), NodeKind.ENVIRONMENT, lines);
    }

    private Element inFocus() {
        EnvironmentParts parts = new EnvironmentParts(environment);
        List<Element> children = new ArrayList<>(parts.elements());
        for (Environment other : architecture.environments()) {
            if (isInFocus(other.account()) && !other.name().equals(environment.name())) {
                List<String> lines = new ArrayList<>(List.of("Environment " + other.name()));
                lines.addAll(EnvironmentParts.keyFacts(other));
                children.add(new Node("environment." + other.name(), NodeKind.ENVIRONMENT, lines));
            }
        }
        edges.addAll(parts.edges());
        RecoveryRegions regions = new RecoveryRegions(architecture, environment);
        children.addAll(regions.groups());
        edges.addAll(regions.edges());
        return new Group(
                "account." + environment.account(),
                GroupKind.ACCOUNT_IN_FOCUS,
                environment.account(),
                "account",
                Arrangement.COLUMN,
                children);
    }
}
