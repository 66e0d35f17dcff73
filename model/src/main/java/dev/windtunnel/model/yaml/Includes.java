package dev.windtunnel.model.yaml;

import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.yaml.YamlNode.Empty;
import dev.windtunnel.model.yaml.YamlNode.Entry;
import dev.windtunnel.model.yaml.YamlNode.Mapping;
import dev.windtunnel.model.yaml.YamlNode.Scalar;
import dev.windtunnel.model.yaml.YamlNode.Sequence;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files made of files: a top-level {@code include: [network.yaml, security.yaml]}, relative to the file that says it. What
 * the included files say is laid below the file's own keys; two of them may not give the same value.
 */
final class Includes {

    /** The key that names the files. */
    static final String KEY = "include";

    private static final int MOST_FILES = 100;
    private static final int DEEPEST = 8;

    private final InputFiles files;
    private final Problems problems;
    private final Class<?> type;
    private int read;
    private int nodes;

    /** @param type the record that the whole becomes */
    Includes(InputFiles files, Problems problems, Class<?> type) {
        this.files = files;
        this.problems = problems;
        this.type = type;
    }

    /** The tree of a file with all that it includes; empty if a file cannot be read, with the problem reported. */
    Optional<YamlNode> tree(Path file, Position whereItWasNamed, String path) {
        return tree(file, whereItWasNamed, path, List.of());
    }

    private Optional<YamlNode> tree(Path file, Position whereItWasNamed, String path, List<Path> including) {
        read++;
        if (read > MOST_FILES || including.size() > DEEPEST) {
            problems.add(
                    whereItWasNamed,
                    path,
                    read > MOST_FILES
                            ? "at most " + MOST_FILES + " files are included"
                            : "files include each other at most " + DEEPEST + " deep");
            return Optional.empty();
        }
        Optional<YamlNode> tree = files.tree(file, whereItWasNamed, path);
        if (tree.isEmpty() || !(tree.get() instanceof Mapping own)) {
            return tree;
        }
        nodes += YamlParser.count(own);
        if (nodes > YamlParser.MAX_NODES) {
            problems.add(
                    whereItWasNamed, path, "the included files have more than " + YamlParser.MAX_NODES + " values");
            return Optional.empty();
        }
        Optional<Entry> include = own.entry(KEY);
        return include.isEmpty()
                ? tree
                : included(file, include.get(), including).map(below -> over(own, below));
    }

    private Mapping over(Mapping own, Mapping below) {
        Mapping withoutKey = new Mapping(
                own.position(),
                own.entries().stream().filter(entry -> !entry.key().equals(KEY)).toList());
        return new DeepMerge(new OwnWins(extending(withoutKey, below))).lay(type, withoutKey, below, "");
    }

    /** The environments that will inherit: there an empty value must still take away what is inherited. */
    private static List<String> extending(Mapping... trees) {
        List<String> heirs = new ArrayList<>();
        for (Mapping tree : trees) {
            for (Place environment : Place.root(tree).at("environments").children()) {
                if (environment.at(Inheritance.KEY).isWritten()) {
                    heirs.add(environment.path() + ".");
                }
            }
        }
        return List.copyOf(heirs);
    }

    private record OwnWins(List<String> heirs) implements DeepMerge.Rule {
        @Override
        public boolean keepsEmpty(String path) {
            return heirs.stream().anyMatch(path::startsWith);
        }
    }

    private Optional<Mapping> included(Path file, Entry include, List<Path> including) {
        List<Path> chain = new ArrayList<>(including);
        chain.add(absolute(file));
        Mapping together = new Mapping(include.value().position(), List.of());
        boolean isComplete = true;
        for (Place named : names(include)) {
            Optional<Mapping> one = include(file, named, List.copyOf(chain));
            isComplete &= one.isPresent();
            if (one.isPresent()) {
                together = new DeepMerge(new NoneWins(problems)).lay(type, one.get(), together, "");
            }
        }
        return isComplete ? Optional.of(together) : Optional.empty();
    }

    private record NoneWins(Problems problems) implements DeepMerge.Rule {
        @Override
        public YamlNode collide(String path, Entry below, Entry own) {
            boolean isTheSame = below.keyPosition().equals(own.keyPosition());
            if (!isTheSame) {
                problems.add(
                        own.keyPosition(),
                        path,
                        "two included files give '" + Advice.shorten(own.key()) + "', the other at "
                                + below.keyPosition(),
                        "write it in one of them, or in the file that includes both");
            }
            return own.value();
        }
    }

    private static List<Place> names(Entry include) {
        Place place = new Place(include.value(), include.value().position(), KEY, KEY);
        return switch (include.value()) {
            case Sequence _ -> place.children();
            case Empty _ -> List.of();
            case Scalar _ -> List.of(place);
            case Mapping _ -> List.of(place);
        };
    }

    private Optional<Mapping> include(Path file, Place named, List<Path> including) {
        Optional<Path> path = path(file, named);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        if (including.contains(absolute(path.get()))) {
            problems.add(
                    named.position(),
                    named.path(),
                    "files include each other in a circle: " + InputFiles.name(path.get()) + " is being read already");
            return Optional.empty();
        }
        Optional<YamlNode> tree = tree(path.get(), named.position(), named.path(), including);
        if (tree.isPresent() && !(tree.get() instanceof Mapping)) {
            problems.add(
                    tree.get().position(),
                    "",
                    "an included file holds a mapping, found " + tree.get().describe());
        }
        return tree.flatMap(node -> node instanceof Mapping mapping ? Optional.of(mapping) : Optional.empty());
    }

    private Optional<Path> path(Path file, Place named) {
        String text = named.text().orElse("");
        try {
            if (!text.isBlank()) {
                return Optional.of(file.resolveSibling(text).normalize());
            }
        } catch (InvalidPathException notAPath) {
            // Reported below, as anything else that names no file.
        }
        problems.add(
                named.position(),
                named.path(),
                "expected the name of a file or a list of them, found "
                        + (named.node() == null ? "nothing" : named.node().describe()));
        return Optional.empty();
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
