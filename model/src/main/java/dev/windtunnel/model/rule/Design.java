package dev.windtunnel.model.rule;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.ArchitectureGraph;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.catalog.Catalog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What rules look at: the architecture, its graphs, and what AWS offers. */
public final class Design {

    private final Architecture architecture;
    private final Catalog catalog;
    private final Map<String, ArchitectureGraph> graphs = new TreeMap<>();

    /** A design to be judged. */
    public Design(Architecture architecture, Catalog catalog) {
        this.architecture = architecture;
        this.catalog = catalog;
        architecture
                .environments()
                .forEach(
                        environment -> graphs.put(environment.name(), ArchitectureGraph.of(architecture, environment)));
    }

    /** The whole. */
    public Architecture architecture() {
        return architecture;
    }

    /** What AWS offers. */
    public Catalog catalog() {
        return catalog;
    }

    /** The environments, in the order of the file. */
    public List<Environment> environments() {
        return architecture.environments();
    }

    /** The environment that users depend on: the one named prod, or else the only one. */
    public Optional<Environment> production() {
        return architecture
                .environment("prod")
                .or(() ->
                        environments().size() == 1 ? Optional.of(environments().getFirst()) : Optional.empty());
    }

    /** Whether users depend on it. */
    public boolean isProduction(Environment environment) {
        return production().filter(environment::equals).isPresent();
    }

    /** What leads where in an environment. */
    public ArchitectureGraph graph(Environment environment) {
        ArchitectureGraph graph = graphs.get(environment.name());
        if (graph == null) {
            throw new IllegalArgumentException("no environment " + environment.name() + " in " + architecture.title());
        }
        return graph;
    }

    /** Keys of the YAML below an environment: {@code environments.prod.vpc.nat}. */
    public static String path(Environment environment, String keys) {
        return "environments." + environment.name() + (keys.isEmpty() ? "" : "." + keys);
    }
}
