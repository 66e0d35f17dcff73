package dev.windtunnel.simulator.diagram;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.database.Database;
import dev.windtunnel.model.database.Deployment;
import dev.windtunnel.model.network.NatPlacement;
import dev.windtunnel.model.network.Vpc;
import dev.windtunnel.model.organization.Account;
import dev.windtunnel.model.organization.Organization;
import dev.windtunnel.simulator.diagram.Diagram.Arrangement;
import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import dev.windtunnel.simulator.fixture.InnovateInc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Diagrams that several tests draw. */
final class Pictures {

    /** Quotes, brackets, Mermaid's and DOT's words, HTML, Markdown, umlauts, an emoji, a line break, and 200 characters more. */
    static final String AWKWARD =
            "x\"]end[ {\u00fc} <b>&amp; `a` #quot; \ud83d\ude80 \\n \n| ; -- %% $1 \u00df" + "long".repeat(50);

    private Pictures() {}

    static Diagram prod() {
        return OverviewDiagram.of(InnovateInc.architecture(), InnovateInc.prod());
    }

    /** Prod while zone a is lost. */
    static Diagram prodWithoutZoneA() {
        return prod().withOverlay(Map.of(
                "zone.a", new Overlay(Overlay.Tone.FAILED, "20:15 to 20:55"),
                "alb.b", new Overlay(Overlay.Tone.WARN, "LCU 91%"),
                "workload.backend.b", new Overlay(Overlay.Tone.BAD, "CPU 98%"),
                "database.standby", new Overlay(Overlay.Tone.OK, "primary since 20:16"),
                "account.dev", new Overlay(Overlay.Tone.REMOVED, ""),
                "account.stage", new Overlay(Overlay.Tone.ADDED, ""),
                "cluster", new Overlay(Overlay.Tone.CHANGED, "")));
    }

    /** One account, one zone, no NAT gateway, one workload, one database. */
    static Diagram minimal() {
        Environment prod = InnovateInc.prod();
        Database database = prod.database();
        Environment only = new Environment(
                "only",
                "only",
                new Vpc(prod.vpc().cidr(), prod.vpc().zones().subList(0, 1), NatPlacement.NONE),
                prod.dns(),
                prod.loadBalancer(),
                prod.cluster(),
                prod.workloads().subList(0, 1),
                new Database(
                        database.instanceClass(),
                        Deployment.SINGLE_AZ,
                        "a",
                        null,
                        database.storage(),
                        null,
                        database.reservedConnections(),
                        database.endpointTtl(),
                        List.of(),
                        null));
        Organization organization =
                new Organization("Solo", List.of(new Account("only", Account.Purpose.ENVIRONMENT, List.of())));
        Architecture architecture =
                new Architecture("Minimal", "us-east-1", organization, List.of(only), InnovateInc.endpoints());
        return OverviewDiagram.of(architecture, only);
    }

    /** Every name that a user may choose is one that some format could trip over. */
    static Diagram awkward() {
        Environment prod = InnovateInc.prod();
        List<Workload> workloads = new ArrayList<>();
        for (String name : List.of("end", "1. list", AWKWARD)) {
            workloads.add(renamed(prod.workloads().getFirst(), name));
        }
        Environment environment = new Environment(
                AWKWARD,
                "end",
                prod.vpc(),
                prod.dns(),
                prod.loadBalancer(),
                prod.cluster(),
                workloads,
                prod.database());
        Organization organization = new Organization(
                AWKWARD,
                List.of(
                        new Account("end", Account.Purpose.ENVIRONMENT, List.of()),
                        new Account("end.", Account.Purpose.SHARED_SERVICES, List.of(AWKWARD)),
                        new Account("- sub", Account.Purpose.SHARED_SERVICES, List.of("pipeline `x`", "ECR \"y\"")),
                        new Account(AWKWARD, Account.Purpose.SECURITY, List.of("log " + AWKWARD))));
        Architecture architecture =
                new Architecture(AWKWARD, "us-east-1", organization, List.of(environment), InnovateInc.endpoints());
        return OverviewDiagram.of(architecture, environment)
                .withOverlay(Map.of("dns", new Overlay(Overlay.Tone.BAD, AWKWARD)));
    }

    private static Workload renamed(Workload workload, String name) {
        return new Workload(
                name,
                workload.namespace(),
                workload.replicas(),
                workload.autoscaling(),
                workload.requests(),
                workload.limits(),
                workload.server(),
                workload.nodePools(),
                workload.zoneSpread(),
                workload.databaseClient(),
                workload.startup(),
                workload.shutdown(),
                workload.loadShedding());
    }

    /** Any picture: up to three levels of groups, nodes and lanes in any arrangement, arrows between any two. */
    static Diagram random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Element> elements = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int at = 0; at < count; at++) {
            elements.add(element(random, "e" + at, 3));
        }
        Diagram bare = new Diagram("Seed " + seed, "", elements, List.of());
        List<String> ids = List.copyOf(bare.byId().keySet());
        List<Edge> edges = new ArrayList<>();
        for (int at = 0; at < 12; at++) {
            String from = ids.get(random.nextInt(ids.size()));
            String to = ids.get(random.nextInt(ids.size()));
            EdgeKind kind = random.nextBoolean() ? EdgeKind.SOLID : EdgeKind.DOTTED;
            Edge edge = new Edge(from, to, kind, random.nextBoolean() ? "label " + at : "", random.nextBoolean());
            boolean nested = (from + ".").startsWith(to + ".") || (to + ".").startsWith(from + ".");
            if (!nested && isSeen(bare, from) && isSeen(bare, to)) {
                edges.add(edge);
            }
        }
        return new Diagram(bare.title(), bare.subtitle(), elements, edges);
    }

    private static Element element(SplittableRandom random, String id, int levels) {
        if (levels == 0 || random.nextInt(3) == 0) {
            NodeKind kind = any(random, NodeKind.values());
            return new Node(id, kind, List.of("name of " + id, "fact ".repeat(random.nextInt(8)) + "."));
        }
        List<Element> children = new ArrayList<>();
        int count = random.nextInt(5);
        for (int at = 0; at < count; at++) {
            children.add(element(random, id + "." + at, levels - 1));
        }
        return new Group(
                id,
                any(random, GroupKind.values()),
                "title " + id,
                random.nextBoolean() ? "detail" : "",
                any(random, Arrangement.values()),
                children);
    }

    private static <T> T any(SplittableRandom random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static boolean isSeen(Diagram diagram, String id) {
        return !(diagram.byId().get(id) instanceof Group group && group.kind() == GroupKind.LANE);
    }

    /** All of the above and the other environments. */
    static List<Diagram> all() {
        return List.of(
                prod(),
                prodWithoutZoneA(),
                OverviewDiagram.of(InnovateInc.architecture(), InnovateInc.stage()),
                OverviewDiagram.of(InnovateInc.architecture(), InnovateInc.dev()),
                minimal(),
                awkward());
    }
}
