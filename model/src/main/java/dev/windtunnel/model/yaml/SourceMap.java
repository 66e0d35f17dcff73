package dev.windtunnel.model.yaml;

import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import dev.windtunnel.model.yaml.YamlNode.Empty;
import dev.windtunnel.model.yaml.YamlNode.Entry;
import dev.windtunnel.model.yaml.YamlNode.Mapping;
import dev.windtunnel.model.yaml.YamlNode.Sequence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where each value of an architecture or a scenario came from, by its path: {@code environments.prod.vpc.nat}, with names for
 * named things and indices from 0 in lists. Included files, inheritance and values set on the command line are taken into
 * account; the path is that of the environment that has the value, not of the one that wrote it.
 */
public final class SourceMap {

    private final YamlNode root;
    private final Inheritance inheritance;
    private final Problems problems;

    SourceMap(YamlNode root, Inheritance inheritance, Problems problems) {
        this.root = root;
        this.inheritance = inheritance;
        this.problems = problems;
    }

    /** Where the value at the path is written, or the nearest thing above it; never fails. */
    public Origin origin(String path) {
        YamlNode node = root;
        Position position = root.position();
        String rest = path;
        while (!rest.isEmpty()) {
            Optional<Step> step = step(node, rest);
            if (step.isEmpty()) {
                break;
            }
            node = step.get().node();
            position = step.get().position();
            rest = step.get().rest();
        }
        String reached = rest.isEmpty() ? path : path.substring(0, Math.max(0, path.length() - rest.length() - 1));
        String from =
                Overrides.isFrom(position) ? null : inheritance.writer(reached).orElse(null);
        return new Origin(position, reached, !rest.isEmpty(), from);
    }

    /** The position of {@link #origin}. */
    public Position position(String path) {
        return origin(path).position();
    }

    /** The text of the line at a position; null if it has none, as for what was set on the command line. */
    public @Nullable String line(Position position) {
        return problems.line(position);
    }

    /** Something to say of the value at a path, placed and with its line. */
    public Problem problem(String path, String message, @Nullable String advice) {
        Origin origin = origin(path);
        String inherited = inheritance
                .note(origin.position(), origin.path())
                .map(note -> "; " + note)
                .orElse("");
        return new Problem(origin.position(), path, message + inherited, advice, line(origin.position()));
    }

    /** One step down. */
    private record Step(YamlNode node, Position position, String rest) {}

    /** Names may hold dots themselves: of the keys that the path could mean the longest is taken. */
    private static Optional<Step> step(YamlNode node, String path) {
        if (node instanceof Sequence sequence) {
            String index = path.split("\\.", 2)[0];
            int at = index.matches("[0-9]{1,6}") ? Integer.parseInt(index) : -1;
            return at < 0 || at >= sequence.elements().size()
                    ? Optional.empty()
                    : Optional.of(new Step(
                            sequence.elements().get(at),
                            sequence.elements().get(at).position(),
                            after(path, index)));
        }
        String longest = "";
        for (String key : node instanceof Mapping mapping ? mapping.keys() : List.<String>of()) {
            boolean leads = path.equals(key) || path.startsWith(key + ".");
            longest = leads && key.length() > longest.length() ? key : longest;
        }
        String key = longest;
        return key.isEmpty() || !(node instanceof Mapping mapping)
                ? Optional.empty()
                : mapping.entry(key)
                        .filter(entry -> !(entry.value() instanceof Empty))
                        .map(entry -> new Step(entry.value(), position(entry), after(path, key)));
    }

    private static Position position(Entry entry) {
        boolean isLong = entry.value() instanceof Mapping || entry.value() instanceof Sequence;
        return isLong ? entry.keyPosition() : entry.value().position();
    }

    private static String after(String path, String key) {
        return path.length() == key.length() ? "" : path.substring(key.length() + 1);
    }
}
