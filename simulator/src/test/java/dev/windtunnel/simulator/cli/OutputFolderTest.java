package dev.windtunnel.simulator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
    private OutputFolder output;

    @BeforeEach
    void nameTheFolder() {
        folder = home.resolve("reports/day");
        output = new OutputFolder(folder);
    }

    private void write(String text) {
        output.write(empty -> Files.writeString(empty.resolve(OutputFolder.MARK), text));
    }

    @Test
    void isMadeWithItsParents() throws IOException {
        write("new");

        assertEquals("new", Files.readString(folder.resolve(OutputFolder.MARK)));
    }

    @Test
    void isNotTouchedByTheCheck() {
        output.check();

        assertFalse(Files.exists(folder.getParent()));
    }

    @Test
    void leavesNothingBesideItself() throws IOException {
        write("new");

        try (var entries = Files.list(folder.getParent())) {
            assertEquals(1, entries.count());
        }
    }

    @Nested
    class WithAnEarlierReport {

        @BeforeEach
        void writeOne() throws IOException {
            write("old");
            Files.writeString(folder.resolve("notes.txt"), "mine");
        }

        @Test
        void isReplacedAndTheUsersOwnFilesStay() throws IOException {
            write("new");

            assertEquals("new", Files.readString(folder.resolve(OutputFolder.MARK)));
            assertEquals("mine", Files.readString(folder.resolve("notes.txt")));
        }

        @Test
        void keepsItIfTheNewOneCannotBeWritten() throws IOException {
            assertThrows(
                    InputRejected.class,
                    () -> output.write(empty -> {
                        Files.writeString(empty.resolve(OutputFolder.MARK), "half");
                        throw new IOException("No space left on device");
                    }));

            assertEquals("old", Files.readString(folder.resolve(OutputFolder.MARK)));
        }
    }

    @Nested
    class WithSomethingElse {

        @Test
        void refusesAFolderOfOtherFiles() throws IOException {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("thesis.txt"), "mine");

            InputRejected rejected = assertThrows(InputRejected.class, output::check);

            assertTrue(rejected.problems().getFirst().print().contains("nothing is written over"), rejected::toString);
        }

        @Test
        void refusesAFileInItsPlace() throws IOException {
            Files.createDirectories(folder.getParent());
            Files.writeString(folder, "mine");

            assertThrows(InputRejected.class, output::check);
        }

        @Test
        void refusesAFileInItsParentsPlace() throws IOException {
            Files.writeString(home.resolve("reports"), "mine");

            InputRejected rejected = assertThrows(InputRejected.class, output::check);

            assertTrue(rejected.problems().getFirst().print().contains("is a file"), rejected::toString);
        }
    }
}
