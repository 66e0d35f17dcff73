package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.model.scenario.Scenario;
import dev.windtunnel.model.yaml.YamlNode.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written reads as an equal value: the shipped files, and random values of every record. */
final class WrittenAgainTest {

    private static final KnownNames KNOWN = KnownNames.of(Catalog.embedded());

    private static <T> T bound(Class<T> type, String text) {
        Problems problems = new Problems();
        YamlNode tree = YamlParser.parse(
                        SourceText.decode("written.yaml", text.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        problems)
                .orElseThrow();
        T value = new Binder(problems).bind(type, tree).orElse(null);
        problems.throwIfAny();
        return java.util.Objects.requireNonNull(value);
    }

    static Stream<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..", "scenarios"))) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml")
                            && !file.toString().endsWith("architecture.yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void readsTheShippedScenariosAndTheirArchitecturesAgain(Path file) {
        LoadedScenario loaded = ScenarioReader.read(file, List.of(), KNOWN);

        String scenario = ScenarioWriter.write(loaded.scenario());
        String architecture = ArchitectureWriter.write(loaded.architecture());

        assertEquals(loaded.scenario(), bound(Scenario.class, scenario), scenario);
        assertEquals(loaded.architecture(), bound(Architecture.class, architecture), architecture);
    }

    @Test
    void leavesDefaultsOut() {
        LoadedScenario loaded =
                ScenarioReader.read(Path.of("..", "scenarios", "minimal", "scenario.yaml"), List.of("seed=1"), KNOWN);

        assertFalse(ScenarioWriter.write(loaded.scenario()).contains("seed"));
        assertFalse(ArchitectureWriter.write(loaded.architecture()).contains("idleTimeout"));
        assertTrue(ArchitectureWriter.write(loaded.architecture()).lines().count() < 60);
    }

    @Test
    void readsRandomRecordsOfEveryKindAgain() {
        SplittableRandom random = new SplittableRandom(4);
        List<Class<?>> never = new ArrayList<>();
        List<Class<?>> types =
                FormatTypes.of(Scenario.class, Architecture.class).types();
        for (Class<?> type : types) {
            if (RecordShape.isChoice(type)) {
                continue;
            }
            RandomRecords records = new RandomRecords(random);
            int made = 0;
            for (int i = 0; i < 25; i++) {
                Object value = records.record(type).orElse(null);
                if (value != null) {
                    survives(type, value);
                    made++;
                }
            }
            if (made == 0) {
                never.add(type);
            }
        }

        // A few records bind their components to each other so tightly that chance does not meet it.
        assertTrue(never.size() * 10 <= types.size(), () -> "of " + types.size() + " never made: " + never);
    }

    private static void survives(Class<?> type, Object value) {
        String text = "(no text)";
        try {
            boolean isNamed = RecordShape.of(type).isNamed();
            YamlNode tree =
                    isNamed ? RecordTree.of(RandomRecords.listOf(type), List.of(value)) : RecordTree.of(type, value);
            text = YamlText.print((Mapping) tree);
            Problems problems = new Problems();
            YamlNode again = YamlParser.parse(
                            SourceText.decode("written.yaml", text.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                            problems)
                    .orElseThrow();
            Object read = isNamed
                    ? new Binder(problems).list(type, again).orElse(List.of())
                    : new Binder(problems).bind(type, again).orElse(null);
            problems.throwIfAny();
            assertEquals(isNamed ? List.of(value) : value, read, text);
        } catch (RuntimeException failure) {
            throw new AssertionError(type + " " + value + " was written as\n" + text, failure);
        }
    }

    @Test
    void quotesWhatYamlWouldMisread() {
        for (String text : List.of(
                "",
                " ",
                "yes",
                "null",
                "~",
                "12",
                "1.34",
                "a: b",
                "a #b",
                "#a",
                "- a",
                "a:",
                "'",
                "\"",
                "\\",
                "{a}",
                "[",
                "*a",
                "&a",
                "!a",
                "%a",
                "@a",
                "`a",
                "|",
                ">",
                "?",
                "a\nb",
                "\t",
                "umläut",
                "日本",
                "🚀",
                "a,b",
                "(a, b",
                "end ",
                "2026-11-27",
                "20:15",
                "\u0007",
                "\u2028")) {
            List<YamlNode.Entry> entries = List.of(new YamlNode.Entry(
                    "key",
                    dev.windtunnel.model.problem.Position.of("x"),
                    new YamlNode.Scalar(dev.windtunnel.model.problem.Position.of("x"), text, true)));
            String yaml = YamlText.print(new Mapping(dev.windtunnel.model.problem.Position.of("x"), entries));

            Problems problems = new Problems();
            YamlNode read = YamlParser.parse(
                            SourceText.decode("f", yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8)), problems)
                    .orElseThrow();
            problems.throwIfAny();

            assertEquals(text, Place.root(read).at("key").text().orElse("(none)"), yaml);
        }
    }
}
