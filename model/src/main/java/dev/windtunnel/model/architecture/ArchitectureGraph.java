package dev.windtunnel.model.architecture;

import dev.windtunnel.model.architecture.Component.Kind;
import dev.windtunnel.model.network.AvailabilityZone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.MaskSubgraph;
import org.jgrapht.traverse.BreadthFirstIterator;

/**
 * What leads where in one environment: users to name to load balancer to pods to what pods need. An edge means "can pass a
 * request to"; a request that needs several things needs a path to each of them. What is replaced without anybody's doing
 * (a standby for a primary, pods of one zone for those of another) are parallel paths to one goal.
 *
 * <p>Immutable; every answer is in the order in which things stand in the YAML.
 */
public final class ArchitectureGraph {

    private final Environment environment;
    private final Graph<Component, DefaultEdge> graph;
    private final Component users;

    private ArchitectureGraph(Environment environment, Graph<Component, DefaultEdge> graph, Component users) {
        this.environment = environment;
        this.graph = graph;
        this.users = users;
    }

    /** The graph of an environment of the architecture. */
    public static ArchitectureGraph of(Architecture architecture, Environment environment) {
        ArchitectureGraphBuilder builder = new ArchitectureGraphBuilder(architecture, environment);
        return new ArchitectureGraph(environment, builder.build(), builder.users());
    }

    /** All components. */
    public List<Component> components() {
        return List.copyOf(graph.vertexSet());
    }

    /** The component with this id. */
    public Optional<Component> component(String id) {
        return graph.vertexSet().stream()
                .filter(component -> component.id().equals(id))
                .findFirst();
    }

    /** What a component can pass a request to. */
    public List<Component> next(Component component) {
        return Graphs.successorListOf(graph, component);
    }

    /** What requests are for and users can reach while everything stands. */
    public List<Component> goals() {
        return goalsWithout(_ -> false);
    }

    /** The shortest way of a request from the users to a component; empty if there is none. */
    public List<Component> path(Component to) {
        return Optional.ofNullable(DijkstraShortestPath.findPathBetween(graph, users, to))
                .<List<Component>>map(path -> List.copyOf(path.getVertexList()))
                .orElse(List.of());
    }

    /** What users cannot reach any more when these are lost. */
    public List<Component> blastRadius(Collection<Component> lost) {
        Set<Component> gone = new LinkedHashSet<>(lost);
        List<Component> left = goalsWithout(gone::contains);
        return goals().stream().filter(goal -> !left.contains(goal)).toList();
    }

    /** What users cannot reach any more when a zone is lost. */
    public List<Component> blastRadiusOfZone(String zone) {
        return blastRadius(inZone(zone));
    }

    /** All that is lost with a zone. */
    public List<Component> inZone(String zone) {
        return components().stream()
                .filter(component -> zone.equals(component.zone()))
                .toList();
    }

    /**
     * Components that alone cut users from something, each with what they cut off; neither users nor the goals themselves count,
     * since losing what one asks for is no surprise.
     */
    public List<Cut> singlePointsOfFailure() {
        return components().stream()
                .filter(component ->
                        component.kind() != Kind.USERS && !component.kind().isGoal())
                .map(component -> new Cut(List.of(component), blastRadius(List.of(component))))
                .filter(cut -> !cut.cutOff().isEmpty())
                .toList();
    }

    /** Sets of zones, as small as possible, whose loss cuts users from something. */
    public List<ZoneCut> zoneCuts() {
        List<String> zones =
                environment.vpc().zones().stream().map(AvailabilityZone::name).toList();
        List<ZoneCut> cuts = new ArrayList<>();
        for (int bits = 1; bits < 1 << zones.size(); bits++) {
            SortedSet<String> set = new TreeSet<>();
            for (int i = 0; i < zones.size(); i++) {
                if ((bits >> i & 1) != 0) {
                    set.add(zones.get(i));
                }
            }
            List<Component> cutOff = blastRadius(components().stream()
                    .filter(component -> component.zone() != null && set.contains(component.zone()))
                    .toList());
            if (!cutOff.isEmpty()) {
                cuts.add(new ZoneCut(set, cutOff));
            }
        }
        // A set that contains a smaller cut of the same things says nothing new.
        return cuts.stream()
                .filter(cut -> cuts.stream()
                        .noneMatch(other -> other.zones().size() < cut.zones().size()
                                && cut.zones().containsAll(other.zones())
                                && other.cutOff().containsAll(cut.cutOff())))
                .toList();
    }

    /** Circles of workloads and queues in which each needs the next: a request or message may never end. */
    public List<List<Component>> cycles() {
        return new KosarajuStrongConnectivityInspector<>(graph)
                .stronglyConnectedSets().stream()
                        .filter(set -> set.size() > 1)
                        .<List<Component>>map(set ->
                                graph.vertexSet().stream().filter(set::contains).toList())
                        .toList();
    }

    private List<Component> goalsWithout(Predicate<Component> lost) {
        if (lost.test(users)) {
            return List.of();
        }
        Graph<Component, DefaultEdge> left = new MaskSubgraph<>(graph, lost, _ -> false);
        Set<Component> reached = new LinkedHashSet<>();
        new BreadthFirstIterator<>(left, users).forEachRemaining(reached::add);
        return graph.vertexSet().stream()
                .filter(component -> component.kind().isGoal() && reached.contains(component))
                .toList();
    }

    /**
     * What a loss cuts users from.
     *
     * @param lost what is lost together
     * @param cutOff what nobody can reach then; not empty
     */
    public record Cut(List<Component> lost, List<Component> cutOff) {
        /** Copies. */
        public Cut {
            lost = List.copyOf(lost);
            cutOff = List.copyOf(cutOff);
        }
    }

    /**
     * What the loss of zones cuts users from.
     *
     * @param zones lost together
     * @param cutOff what nobody can reach then; not empty
     */
    public record ZoneCut(SortedSet<String> zones, List<Component> cutOff) {
        /** Copies. */
        public ZoneCut {
            zones = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(zones));
            cutOff = List.copyOf(cutOff);
        }
    }
}
