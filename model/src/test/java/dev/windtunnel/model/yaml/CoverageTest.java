package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/coverage.md} says of each row of the reference design is so. */
final class CoverageTest {

    private static final Path ROOT = Path.of("..");
    private static final Path CUSTOMER = ROOT.resolve("scenarios").resolve("innovate-inc");
    private static final String OWN_FILE = "architecture.yaml";

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern EFFECTS = Pattern.compile("[MDRSCP]( [MDRSCP])*");

    /** Trees as they are read, with includes and inheritance, by file. */
    private static final Map<String, Place> TREES = new HashMap<>();

    private static final Set<String> TEST_CLASSES = new HashSet<>();

    /** A row of the table. */
    record Row(String id, String effects, List<String> types, List<String> keys, List<String> tests) {

        static Row of(String line) {
            String[] cells = line.substring(1).split("\\|", -1);
            return new Row(cells[0].strip(), cells[2].strip(), code(cells[3]), code(cells[4]), code(cells[5]));
        }

        private static List<String> code(String cell) {
            return CODE.matcher(cell)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        }

        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<Row> rows() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs").resolve("coverage.md")).stream()
                .filter(line -> line.startsWith("| S"))
                .map(Row::of);
    }

    @BeforeAll
    static void looksForTests() throws IOException {
        for (String module : List.of("model", "simulator")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith("Test.java"))
                        .forEach(name -> TEST_CLASSES.add(name.substring(0, name.length() - ".java".length())));
            }
        }
    }

    @Test
    void listsEveryRowOnce() throws IOException {
        List<String> expected =
                IntStream.rangeClosed(1, 79).mapToObj("S%02d"::formatted).toList();

        assertEquals(expected, rows().map(Row::id).toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void saysWhatItIsToHaveAnEffectOn(Row row) {
        assertEquals(
                List.of(),
                Stream.of(row.effects())
                        .filter(text -> !EFFECTS.matcher(text).matches())
                        .toList());
        assertFalse(row.types().isEmpty() || row.keys().isEmpty() || row.tests().isEmpty(), row::toString);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void namesTypesThatThereAre(Row row) {
        assertEquals(
                List.of(), row.types().stream().filter(type -> !isThere(type)).toList());
    }

    /** The simulator's classes are not on the path of the model's tests. */
    private static boolean isThere(String type) {
        if (type.startsWith("simulator.")) {
            return Files.isRegularFile(
                    ROOT.resolve("simulator/src/main/java/dev/windtunnel/" + type.replace('.', '/') + ".java"));
        }
        try {
            Class.forName("dev.windtunnel.model." + type);
            return true;
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }

    /** A key of a shipped file. */
    private record Key(String file, List<String> names) {

        static Key parse(String text) {
            int colon = text.indexOf(": ");
            return new Key(
                    colon < 0 ? OWN_FILE : text.substring(0, colon),
                    List.of(text.substring(colon < 0 ? 0 : colon + 2).split("\\.", -1)));
        }

        Class<?> type() {
            return file.endsWith(OWN_FILE) ? Architecture.class : Scenario.class;
        }

        Place root() {
            return TREES.computeIfAbsent(file, _ -> tree(file, type()));
        }

        Place place() {
            Place place = root();
            for (String name : names) {
                place = child(place, name);
            }
            return place;
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void namesKeysThatTheShippedFilesHave(Row row) {
        assertEquals(
                List.of(),
                row.keys().stream()
                        .filter(key -> !Key.parse(key).place().isWritten())
                        .toList());
    }

    /** A picture needs no key of its own. */
    @ParameterizedTest
    @MethodSource("rows")
    void namesForEachKeyATypeThatItLeadsThrough(Row row) {
        List<String> types =
                row.types().stream().map(type -> "dev.windtunnel.model." + type).toList();
        if (row.types().stream().allMatch(type -> type.startsWith("simulator."))) {
            return;
        }

        List<String> strangers = row.keys().stream()
                .filter(text -> {
                    Key key = Key.parse(text);
                    return TypesOnKey.of(key.type(), key.root(), key.names()).stream()
                            .noneMatch(type -> types.contains(type.getName()));
                })
                .toList();

        assertEquals(List.of(), strangers);
    }

    static Place child(Place place, String name) {
        return place.children().stream()
                .filter(child -> child.name().equals(name))
                .findFirst()
                .orElse(place.at(name));
    }

    private static Place tree(String file, Class<?> type) {
        Problems problems = new Problems();
        YamlNode tree = new Includes(new InputFiles(problems), problems, type)
                .tree(CUSTOMER.resolve(file), Position.of(file), "")
                .flatMap(new Inheritance(problems)::resolve)
                .orElseThrow();
        problems.throwIfAny();
        return Place.root(tree);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void namesTestsThatThereAre(Row row) {
        assertEquals(
                List.of(),
                row.tests().stream()
                        .filter(test -> !TEST_CLASSES.contains(test))
                        .toList());
    }
}
