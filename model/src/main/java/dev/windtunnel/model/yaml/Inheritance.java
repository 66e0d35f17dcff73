package dev.windtunnel.model.yaml;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.problem.NearestName;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.yaml.YamlNode.Entry;
import dev.windtunnel.model.yaml.YamlNode.Mapping;
import dev.windtunnel.model.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Environments that extend others: {@code stage: {extends: prod, vpc: {nat: single}}} has every key of prod that it does not
 * write itself. It happens in the tree, before records are made of it, so every value keeps the position where it is written,
 * and this object remembers from which environment each inherited value came.
 */
final class Inheritance {

    /** The key that names the environment to inherit from. */
    static final String KEY = "extends";

    private static final String ENVIRONMENTS = "environments";
    private static final int LONGEST_CHAIN = 16;

    /** Checks between environments and endpoints take time by the product of their numbers. */
    private static final int MOST_ENVIRONMENTS = 200;

    private final Problems problems;
    private final Map<String, Link> inherited = new LinkedHashMap<>();
    private final Map<String, Entry> written = new LinkedHashMap<>();
    private final Map<String, Mapping> resolved = new LinkedHashMap<>();
    private int nodes;

    /** A subtree that an environment has whole from another. */
    private record Link(String heir, String from) {}

    Inheritance(Problems problems) {
        this.problems = problems;
    }

    /** The architecture with its environments complete; empty if one extends what it cannot, with the problem reported. */
    Optional<YamlNode> resolve(YamlNode root) {
        Optional<Entry> environments = root instanceof Mapping top ? top.entry(ENVIRONMENTS) : Optional.<Entry>empty();
        if (environments.isEmpty() || !(environments.get().value() instanceof Mapping named)) {
            return Optional.of(root);
        }
        if (named.entries().size() > MOST_ENVIRONMENTS) {
            problems.add(
                    environments.get().keyPosition(),
                    ENVIRONMENTS,
                    "at most " + MOST_ENVIRONMENTS + " environments, found "
                            + named.entries().size());
            return Optional.empty();
        }
        if (isMisspelled(named)) {
            return Optional.empty();
        }
        if (!anyExtends(named)) {
            return Optional.of(root);
        }
        named.entries().forEach(entry -> written.put(entry.key(), entry));
        int before = problems.count();
        List<Entry> complete = new ArrayList<>();
        for (Entry entry : named.entries()) {
            YamlNode value = entry.value() instanceof Mapping ? complete(entry.key(), List.of()) : entry.value();
            complete.add(new Entry(entry.key(), entry.keyPosition(), value));
            nodes += YamlParser.count(value);
            if (nodes > YamlParser.MAX_NODES) {
                problems.add(
                        entry.keyPosition(),
                        path(entry.key()),
                        "the environments have more than " + YamlParser.MAX_NODES + " values with what they inherit");
                break;
            }
        }
        if (problems.count() > before) {
            return Optional.empty();
        }
        Mapping top = (Mapping) root;
        List<Entry> entries = top.entries().stream()
                .map(entry -> entry.key().equals(ENVIRONMENTS)
                        ? new Entry(entry.key(), entry.keyPosition(), new Mapping(named.position(), complete))
                        : entry)
                .toList();
        return Optional.of(new Mapping(top.position(), entries));
    }

    /** Said here, because the reader would complain of every key that was to be inherited. */
    private boolean isMisspelled(Mapping environments) {
        List<String> valid = RecordShape.of(Environment.class).keys();
        boolean isMisspelled = false;
        for (Place environment : Place.root(environments).children()) {
            for (Entry entry : environment.node() instanceof Mapping own ? own.entries() : List.<Entry>of()) {
                boolean isNear = !entry.key().equals(KEY)
                        && !valid.contains(entry.key())
                        && !NearestName.of(entry.key(), List.of(KEY), 1).isEmpty();
                if (isNear) {
                    isMisspelled = true;
                    problems.add(
                            entry.keyPosition(),
                            path(environment.name()) + "." + entry.key(),
                            "unknown key '" + entry.key() + "'",
                            "did you mean '" + KEY + "'?");
                }
            }
        }
        return isMisspelled;
    }

    private static boolean anyExtends(Mapping environments) {
        return environments.entries().stream()
                .anyMatch(entry ->
                        entry.value() instanceof Mapping own && own.entry(KEY).isPresent());
    }

    private static String path(String environment) {
        return ENVIRONMENTS + "." + environment;
    }

    private Mapping complete(String name, List<String> heirs) {
        Mapping done = resolved.get(name);
        if (done != null) {
            return done;
        }
        Entry entry = written.get(name);
        Mapping own = entry != null && entry.value() instanceof Mapping mapping
                ? mapping
                : new Mapping(Position.of(name), List.of());
        Mapping complete = own.entry(KEY)
                .map(base -> withBase(name, without(own), base, heirs))
                .orElse(own);
        resolved.put(name, complete);
        return complete;
    }

    private static Mapping without(Mapping own) {
        return new Mapping(
                own.position(),
                own.entries().stream().filter(entry -> !entry.key().equals(KEY)).toList());
    }

    private Mapping withBase(String name, Mapping own, Entry base, List<String> heirs) {
        Optional<String> from = base(name, base, heirs);
        if (from.isEmpty()) {
            return own;
        }
        List<String> chain = new ArrayList<>(heirs);
        chain.add(name);
        Mapping below = complete(from.get(), List.copyOf(chain));
        DeepMerge.Rule noting = new DeepMerge.Rule() {
            @Override
            public void inherit(String path, Entry entry) {
                inherited.put(path, new Link(name, from.get()));
            }
        };
        return new DeepMerge(noting).lay(Environment.class, own, below, path(name));
    }

    /** The environment that is extended; empty if there is none such, with the problem reported. */
    private Optional<String> base(String name, Entry base, List<String> heirs) {
        String path = path(name) + "." + KEY;
        Position position = base.value().position();
        if (!(base.value() instanceof Scalar scalar)) {
            problems.add(
                    base.keyPosition(),
                    path,
                    "expected the name of an environment, found " + base.value().describe());
            return Optional.empty();
        }
        String from = scalar.text();
        if (from.equals(name) || heirs.contains(from)) {
            List<String> circle = new ArrayList<>(heirs.subList(Math.max(0, heirs.indexOf(from)), heirs.size()));
            circle.add(name);
            circle.add(from);
            problems.add(
                    position,
                    path,
                    "environments extend each other in a circle: "
                            + String.join(" extends ", from.equals(name) ? List.of(name, name) : circle));
            return Optional.empty();
        }
        if (heirs.size() >= LONGEST_CHAIN) {
            problems.add(position, path, "environments extend each other in a chain of at most " + LONGEST_CHAIN);
            return Optional.empty();
        }
        if (!written.containsKey(from)) {
            List<String> others = written.keySet().stream()
                    .filter(other -> !other.equals(name))
                    .toList();
            problems.add(
                    position,
                    path,
                    "unknown environment '" + Advice.shorten(from) + "'",
                    Advice.nearest(from, others, "environments"));
            return Optional.empty();
        }
        return Optional.of(from);
    }

    /** The environment in which the value at a path is written, if that is another one than the path's. */
    Optional<String> writer(String path) {
        Optional<String> writer = Optional.empty();
        String place = path;
        for (int links = 0; links <= LONGEST_CHAIN; links++) {
            Optional<Link> link = link(place);
            if (link.isEmpty()) {
                return writer;
            }
            writer = Optional.of(link.get().from());
            place = path(link.get().from())
                    + place.substring(path(link.get().heir()).length());
        }
        return writer;
    }

    private Optional<Link> link(String path) {
        for (String prefix = path;
                !prefix.isEmpty();
                prefix = prefix.substring(0, Math.max(0, prefix.lastIndexOf('.')))) {
            Link link = inherited.get(prefix);
            if (link != null) {
                return Optional.of(link);
            }
        }
        return Optional.empty();
    }

    /** {@code inherited by environment stage from prod, architecture.yaml:31}; empty for what is written where it belongs. */
    Optional<String> note(Position position, String path) {
        return Overrides.isFrom(position)
                ? Optional.empty()
                : writer(path)
                        .map(from -> "inherited by environment " + heir(path) + " from " + from + ", "
                                + new Position(position.file(), position.line(), 0));
    }

    private String heir(String path) {
        return link(path).map(Link::heir).orElse("");
    }
}
