package dev.windtunnel.model.yaml;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import dev.windtunnel.model.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Values given on the command line, {@code --set workloads.backend.replicas.min=6}: they change the trees before records are
 * made of them, so a value set is read and checked like a value written.
 *
 * <p>The first key of a path tells what it belongs to: a key of the scenario, else of the simulated environment, else of the
 * architecture. Further keys lead down by name, or by index in a list.
 */
final class Overrides {

    private static final String SOURCE = "--set ";

    private final List<Setting> settings;
    private final Problems problems;

    /** One of them, with its value as a tree. */
    private record Setting(String source, List<String> path, YamlNode value) {

        Position position() {
            return Position.of(source);
        }
    }

    private Overrides(List<Setting> settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    /** Whether the position is that of a value from the command line. */
    static boolean isFrom(Position position) {
        return position.file().startsWith(SOURCE);
    }

    /** Reads {@code path=value} texts; those that are malformed, or lead nowhere, are reported. */
    static Overrides parse(List<String> texts, Problems problems) {
        List<Setting> settings = new ArrayList<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            String source = SOURCE + (equals < 0 ? text : text.substring(0, equals)).strip();
            if (equals < 1) {
                problems.add(
                        Position.of(SOURCE + text),
                        "",
                        "expected path=value such as workloads.backend.replicas.min=6, found '" + text + "'");
                continue;
            }
            List<String> path = Arrays.asList(text.substring(0, equals).strip().split("\\.", -1));
            String first = path.getFirst();
            boolean isKnown = keys(Scenario.class).contains(first)
                    || keys(Environment.class).contains(first)
                    || keys(Architecture.class).contains(first);
            if (!isKnown) {
                problems.add(
                        Position.of(source),
                        "",
                        "unknown path: there is no '" + first + "'",
                        Advice.nearest(first, allKeys(), "beginnings"));
                continue;
            }
            value(source, text.substring(equals + 1), problems)
                    .ifPresent(value -> settings.add(new Setting(source, path, value)));
        }
        return new Overrides(List.copyOf(settings), problems);
    }

    private static Optional<YamlNode> value(String source, String text, Problems problems) {
        if (text.isBlank()) {
            return Optional.of(new YamlNode.Empty(Position.of(source)));
        }
        return YamlParser.parse(new SourceText(source, text), problems)
                .map(node -> Relocated.to(Position.of(source), node));
    }

    /** The scenario with the settings that belong to it. */
    YamlNode inScenario(YamlNode scenario) {
        YamlNode changed = scenario;
        for (Setting setting : settings) {
            if (belongsToScenario(setting)) {
                changed = apply(changed, Scenario.class, setting, setting.path());
            }
        }
        return changed;
    }

    /** The architecture with the settings that belong to it or to its simulated environment. */
    YamlNode inArchitecture(YamlNode architecture, String environment) {
        YamlNode changed = architecture;
        for (Setting setting : settings) {
            if (belongsToScenario(setting)) {
                continue;
            }
            List<String> path = new ArrayList<>(setting.path());
            if (keys(Environment.class).contains(path.getFirst())) {
                path.addAll(0, List.of("environments", environment));
            }
            changed = apply(changed, Architecture.class, setting, path);
        }
        return changed;
    }

    private YamlNode apply(YamlNode tree, Class<?> type, Setting setting, List<String> path) {
        try {
            return new OverridePath(setting.position(), setting.value()).set(tree, type, path);
        } catch (InputRejected refused) {
            refused.problems().forEach((Problem problem) -> problems.add(problem));
            return tree;
        }
    }

    private static boolean belongsToScenario(Setting setting) {
        return keys(Scenario.class).contains(setting.path().getFirst());
    }

    private static List<String> keys(Class<?> type) {
        return RecordShape.of(type).keys();
    }

    private static Set<String> allKeys() {
        Set<String> all = new LinkedHashSet<>(keys(Scenario.class));
        all.addAll(keys(Environment.class));
        all.addAll(keys(Architecture.class));
        return all;
    }
}
