package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.scenario.LoadedScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are made of files. */
final class IncludesTest {

    private static final String REGION = "region: us-east-1\n";

    @TempDir
    private Path folder = Path.of("");

    private void file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    /** The draft without its region, which other files give. */
    private Draft including(String files) {
        return Draft.in(folder).architecture(REGION, "include: " + files + "\n");
    }

    @Test
    void takesWhatTheIncludedFilesSay() {
        file("region.yaml", REGION);
        file("more/sizes.yaml", "environments: { prod: { workloads: { web: { startup: { boot: 9s } } } } }\n");

        LoadedScenario day = including("[region.yaml, more/sizes.yaml]").read();

        assertEquals("us-east-1", day.architecture().region());
        assertEquals(
                9, day.environment().workloads().getFirst().startup().boot().meanSeconds());
    }

    @Test
    void letsTheIncludingFileWin() {
        file(
                "region.yaml",
                "region: eu-central-1\nenvironments: { prod: { workloads: { web: { replicas: { min: 1 } } } } }\n");

        LoadedScenario day = Draft.in(folder)
                .architecture(REGION, REGION + "include: region.yaml\n")
                .read();

        assertEquals("us-east-1", day.architecture().region());
        assertEquals(3, day.environment().workloads().getFirst().replicas().min());
    }

    @Test
    void letsTheIncludingFileTakeAway() {
        file("region.yaml", REGION + "environments: { prod: { database: { maxConnections: 50 } } }\n");

        assertEquals(
                50, including("region.yaml").read().environment().database().maxConnections());
        assertNull(including("region.yaml")
                .architecture("standbyZone: b, storage: 100Gi", "standbyZone: b, storage: 100Gi, maxConnections: ~")
                .read()
                .environment()
                .database()
                .maxConnections());
    }

    @Test
    void includesInATurn() {
        file("parts/all.yaml", "include: [region.yaml]\n");
        file("parts/region.yaml", REGION);

        assertEquals(
                "us-east-1", including("parts/all.yaml").read().architecture().region());
    }

    @Test
    void mayReadTheSameFileOnTwoWays() {
        file("one.yaml", "include: region.yaml\n");
        file("two.yaml", "include: region.yaml\n");
        file("region.yaml", REGION);

        assertEquals(
                "us-east-1",
                including("[one.yaml, two.yaml]").read().architecture().region());
    }

    @Test
    void countsAsInput() {
        file("region.yaml", REGION);
        String before = including("region.yaml").read().inputHash();

        file("region.yaml", "# Another.\n" + REGION);

        assertNotEquals(before, including("region.yaml").read().inputHash());
    }

    @Test
    void worksInScenariosToo() {
        file("length.yaml", "duration: 12h\n");

        LoadedScenario day = Draft.in(folder)
                .scenario("duration: 24h", "include: length.yaml")
                .scenario("at: 20:15", "at: 10:15")
                .read();

        assertEquals(12, day.scenario().duration().toHours());
    }

    @Test
    void tellsTheFileOfEachValue() {
        file("region.yaml", REGION);
        including("region.yaml").read();

        SourceMap sources = ArchitectureReader.readSourced(folder.resolve("architecture.yaml"), Draft.KNOWN)
                .sources();

        assertTrue(sources.position("region").file().endsWith("/region.yaml"));
        assertTrue(sources.position("endpoints").file().endsWith("/architecture.yaml"));
        assertEquals("region: us-east-1", sources.line(sources.position("region")));
    }

    @Nested
    final class WhenSomethingIsWrong {

        @Test
        void placesProblemsInTheIncludedFile() {
            file("region.yaml", "# Far.\nregion: us-east-9\n");

            assertTrue(including("region.yaml")
                    .onlyProblem()
                    .startsWith("region.yaml:2:9: error: unknown region 'us-east-9'"));
        }

        @Test
        void namesBothPlacesOfTwoThatDisagree() {
            file("one.yaml", REGION);
            file("two.yaml", "# Two.\n" + REGION);

            String problem = including("[one.yaml, two.yaml]").printed().getFirst();

            assertTrue(
                    problem.startsWith("two.yaml:2:1: error: two included files give 'region', the other at ")
                            && problem.contains("one.yaml:1:1 (at region); write it in one of them"),
                    problem);
        }

        @Test
        void saysWhichFileIsMissing() {
            file("network.yaml", REGION);

            assertEquals(
                    List.of("architecture.yaml:2:11: error: there is no file netwrok.yaml (at include.0); did you mean"
                            + " 'network.yaml'?\n    include: [netwrok.yaml]\n              ^"),
                    including("[netwrok.yaml]").printed());
        }

        @Test
        void refusesCircles() {
            file("one.yaml", "include: two.yaml\n");
            file("two.yaml", "include: [one.yaml]\n");

            String problem = including("one.yaml").onlyProblem();

            assertTrue(problem.startsWith("two.yaml:1:11: error: files include each other in a circle: "), problem);
            assertTrue(
                    including("architecture.yaml").onlyProblem().contains("architecture.yaml is being read already"));
        }

        @Test
        void boundsDepthAndNumber() {
            for (int i = 0; i < 20; i++) {
                file("deep" + i + ".yaml", "include: deep" + (i + 1) + ".yaml\n");
                file("wide" + i + ".yaml", "include: [wide" + (i + 1) + ".yaml, wide" + (i + 1) + ".yaml]\n");
            }

            assertTrue(including("deep0.yaml").onlyProblem().contains("include each other at most 8 deep"));
            assertTrue(including("wide12.yaml").printed().getFirst().contains("at most"));
        }

        @Test
        void refusesWhatIsNoFile() {
            file("list.yaml", "[a, b]\n");

            assertTrue(including("{ a: b }").onlyProblem().contains("expected the name of a file or a list of them"));
            assertTrue(including("[[a]]").onlyProblem().contains("expected the name of a file or a list of them"));
            assertTrue(including("list.yaml").onlyProblem().contains("an included file holds a mapping, found a list"));
        }
    }
}
