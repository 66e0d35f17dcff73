package dev.windtunnel.simulator.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a compiler does not look after: length, package docs, links, words. */
class TidyTest {

    private static final int LONGEST_FILE = 400;
    private static final Repository REPOSITORY = Repository.ofThisBuild();
    private static final List<Path> SOURCES = REPOSITORY.files(".java");
    private static final List<Path> DOCUMENTS = REPOSITORY.files(".md");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)(?:\\s+\"[^\"]*\")?\\)");
    private static final Pattern ROW = Pattern.compile("^\\| (S\\d\\d) \\|");
    private static final List<Pattern> WORDS = words();

    @Test
    void seesTheWholeRepository() {
        assertTrue(SOURCES.stream().anyMatch(file -> file.startsWith("model/src/main")));
        assertTrue(SOURCES.stream().anyMatch(file -> file.endsWith("TidyTest.java")));
        assertTrue(DOCUMENTS.contains(Path.of("docs/ARCHITECTURE.md")));
    }

    @Test
    void keepsEveryFileShort() {
        assertEquals(
                List.of(),
                SOURCES.stream()
                        .filter(file -> REPOSITORY.lines(file).size() > LONGEST_FILE)
                        .map(file -> file + " has " + REPOSITORY.lines(file).size() + " lines, at most " + LONGEST_FILE)
                        .toList());
    }

    @Test
    void saysWhatEveryPackageIsFor() {
        List<Path> undocumented = SOURCES.stream()
                .filter(file -> file.toString().contains("src/main/java"))
                .map(file -> Objects.requireNonNull(file.getParent()).resolve("package-info.java"))
                .distinct()
                .filter(info -> !REPOSITORY.has(info) || !isDocumented(REPOSITORY.lines(info)))
                .toList();

        assertEquals(List.of(), undocumented);
    }

    private static boolean isDocumented(List<String> packageInfo) {
        return packageInfo.getFirst().startsWith("/**")
                && packageInfo.contains("@NullMarked")
                && packageInfo.stream().anyMatch(line -> line.contains("Start with") || line.contains("@link"));
    }

    @Test
    void linksOnlyToWhatIsThere() {
        List<String> dead = DOCUMENTS.stream()
                .flatMap(document -> LINK.matcher(String.join("\n", REPOSITORY.lines(document)))
                        .results()
                        .map(link -> link.group(1))
                        .filter(target -> !leadsSomewhere(document, target))
                        .map(target -> document + " links to " + target + ", which is not there"))
                .toList();

        assertEquals(List.of(), dead);
    }

    private static boolean leadsSomewhere(Path document, String target) {
        if (URI.create(target).getScheme() != null || target.startsWith("#")) {
            return true;
        }
        String path = target.split("#", 2)[0];
        Path folder = document.getParent();
        return REPOSITORY.has((folder == null ? Path.of(path) : folder.resolve(path)).normalize());
    }

    @Test
    void spellsAmericanAndPromisesNothing() {
        List<String> unwelcome = Stream.concat(SOURCES.stream(), DOCUMENTS.stream())
                .flatMap(file -> {
                    List<String> lines = REPOSITORY.lines(file);
                    return IntStream.range(0, lines.size()).boxed().flatMap(line -> unwelcome(lines.get(line))
                            .map(word -> file + ":" + (line + 1) + ": " + word));
                })
                .toList();

        assertEquals(List.of(), unwelcome);
    }

    private static Stream<String> unwelcome(String line) {
        return WORDS.stream().flatMap(word -> word.matcher(line).results().map(MatchResult::group));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"fleetUtili" + "sation", "Behavio" + "ur", "the cent" + "re", "// TO" + "DO later", "gre" + "y"})
    void knowsAnUnwelcomeWord(String text) {
        assertTrue(unwelcome(text).findAny().isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"utilization", "an organism", "optimistic", "promises", "minimum", "centered", "analyses"})
    void knowsAWelcomeWord(String text) {
        assertFalse(unwelcome(text).findAny().isPresent());
    }

    @Test
    void coversEveryRowOfTheCustomersDesignOnce() {
        List<String> rows = REPOSITORY.lines(Path.of("docs/coverage.md")).stream()
                .flatMap(line -> ROW.matcher(line).results().map(row -> row.group(1)))
                .toList();

        List<String> expected = IntStream.rangeClosed(1, 79)
                .mapToObj(row -> row < 10 ? "S0" + row : "S" + row)
                .toList();
        assertEquals(expected, rows);
    }

    @Test
    void coversOnlyWithTypesAndTestsThatExist() {
        Pattern type = Pattern.compile("`([a-z]+(?:\\.[a-z]+)*)\\.([A-Z][A-Za-z]+)`");
        List<String> unknown = REPOSITORY.lines(Path.of("docs/coverage.md")).stream()
                .flatMap(line -> type.matcher(line).results())
                .map(match -> match.group(1).replace('.', '/') + "/" + match.group(2) + ".java")
                .filter(ending -> SOURCES.stream().noneMatch(file -> file.endsWith(ending)))
                .toList();

        assertEquals(List.of(), unknown);
    }

    private static List<Pattern> words() {
        try (InputStream list = Objects.requireNonNull(TidyTest.class.getResourceAsStream("words.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(expression -> Pattern.compile(expression, Pattern.CASE_INSENSITIVE))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
