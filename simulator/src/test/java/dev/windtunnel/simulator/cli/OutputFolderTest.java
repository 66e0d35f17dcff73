package dev.windtunnel.simulator.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.problem.InputRejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    @TempDir
    Path home;

    private Path folder;

    @BeforeEach
    void nameTheFolder() {
        folder = home.resolve("reports/day");
    }

    private String refusal() {
        InputRejected rejected = assertThrows(InputRejected.class, () -> OutputFolder.check(folder));
        return rejected.problems().getFirst().print();
    }

    @Test
    void isNotTouchedByTheCheck() {
        OutputFolder.check(folder);

        assertFalse(Files.exists(home.resolve("reports")));
    }

    @Test
    void mayBeEmpty() throws IOException {
        Files.createDirectories(folder);

        assertDoesNotThrow(() -> OutputFolder.check(folder));
    }

    @Test
    void mayHoldAnEarlierReport() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("report.html"), "<html>");
        Files.writeString(folder.resolve(OutputFolder.MARK), "{}");

        assertDoesNotThrow(() -> OutputFolder.check(folder));
    }

    @Nested
    class WithSomethingElseInPlace {

        @Test
        void refusesAFolderOfOtherFiles() throws IOException {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("thesis.txt"), "mine");

            String refusal = refusal();

            assertTrue(refusal.contains("nothing is written over") && refusal.contains("--out"), refusal);
        }

        @Test
        void refusesAFile() throws IOException {
            Files.createDirectories(home.resolve("reports"));
            Files.writeString(folder, "mine");

            assertTrue(refusal().contains("is a file, expected a folder"));
        }

        @Test
        void refusesAFileAboveIt() throws IOException {
            Files.writeString(home.resolve("reports"), "mine");

            assertTrue(refusal().contains("cannot be made: " + home.resolve("reports") + " is a file"));
        }

        @Test
        void refusesALinkToNowhere() throws IOException {
            Files.createDirectories(home.resolve("reports"));
            Files.createSymbolicLink(folder, home.resolve("gone"));

            assertTrue(refusal().contains("expected a folder"));
        }
    }
}
