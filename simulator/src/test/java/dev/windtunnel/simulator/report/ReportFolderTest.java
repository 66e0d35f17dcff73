package dev.windtunnel.simulator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.simulator.report.ReportFolder.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportFolderTest {

    @TempDir
    private Path place;

    @Test
    void writesAllFilesAndNothingElse() throws IOException {
        ReportFolder.write(place.resolve("made/on/the/way/report"), files("one"));

        assertEquals(List.of("notes.md", "results.json"), names(place.resolve("made/on/the/way/report")));
        assertEquals(List.of("report"), names(place.resolve("made/on/the/way")));
    }

    @Test
    void writesTheExampleForPeopleToLookAt() throws IOException {
        Path folder = Path.of("target", "example-report");

        ReportFolder.write(folder, Report.files(ExampleDay.input(), new LinkedHashMap<>()));

        assertEquals(List.of("report.html", "results.json", "summary.md", "timeline.csv"), names(folder));
    }

    @Test
    void replacesAnEarlierReport() throws IOException {
        Path folder = place.resolve("report");
        ReportFolder.write(folder, files("one"));

        ReportFolder.write(folder, files("two"));

        assertEquals("two", Files.readString(folder.resolve("notes.md")));
        assertEquals(List.of("report"), names(place));
    }

    @Nested
    class WhenAWriterFails {

        @Test
        void leavesNoFolder() throws IOException {
            SequencedMap<String, Content> files = files("one");
            files.put("broken.txt", out -> {
                out.write(1);
                throw new IOException("disk full");
            });

            String message = rejectionOf(place.resolve("report"), files);

            assertTrue(message.contains("disk full"), message);
            assertEquals(List.of(), names(place));
        }

        @Test
        void leavesTheEarlierReport() throws IOException {
            Path folder = place.resolve("report");
            ReportFolder.write(folder, files("one"));
            SequencedMap<String, Content> files = files("two");
            files.put("broken.txt", out -> {
                throw new IllegalStateException("ours");
            });

            assertThrows(IllegalStateException.class, () -> ReportFolder.write(folder, files));

            assertEquals("one", Files.readString(folder.resolve("notes.md")));
            assertEquals(List.of("report"), names(place));
        }
    }

    @Nested
    class WhenSomethingElseIsInItsPlace {

        @Test
        void refusesAFolderOfForeignFiles() throws IOException {
            Files.writeString(place.resolve("thesis.tex"), "years of work");

            String message = rejectionOf(place, files("one"));

            assertTrue(message.contains("not an earlier report"), message);
            assertEquals(List.of("thesis.tex"), names(place));
        }

        @Test
        void refusesAFolderWhoseResultsAreSomebodyElses() throws IOException {
            Files.writeString(place.resolve("results.json"), "{\"tests\": 12}");

            String message = rejectionOf(place, files("one"));

            assertTrue(message.contains("not an earlier report"), message);
            assertEquals("{\"tests\": 12}", Files.readString(place.resolve("results.json")));
        }

        @Test
        void refusesAReportIntoWhichSomebodyPutFiles() throws IOException {
            Path folder = place.resolve("report");
            ReportFolder.write(folder, files("one"));
            Files.writeString(folder.resolve("minutes.txt"), "of the review");

            String message = rejectionOf(folder, files("two"));

            assertTrue(message.contains("minutes.txt"), message);
            assertEquals("one", Files.readString(folder.resolve("notes.md")));
        }

        @Test
        void refusesAFileOfItsName() throws IOException {
            Path file = Files.writeString(place.resolve("report"), "text");

            String message = rejectionOf(file, files("one"));

            assertTrue(message.contains("found a file of this name"), message);
            assertEquals("text", Files.readString(file));
        }

        @Test
        void refusesAFileAmongItsParents() throws IOException {
            Path file = Files.writeString(place.resolve("file"), "text");

            String message = rejectionOf(file.resolve("report"), files("one"));

            assertTrue(message.contains("cannot be"), message);
        }

        @Test
        void takesAnEmptyFolder() throws IOException {
            Path folder = Files.createDirectory(place.resolve("report"));

            ReportFolder.write(folder, files("one"));

            assertFalse(names(folder).isEmpty());
            assertEquals(List.of("report"), names(place));
        }
    }

    private static String rejectionOf(Path folder, SequencedMap<String, Content> files) {
        return assertThrows(InputRejected.class, () -> ReportFolder.write(folder, files))
                .problems()
                .getFirst()
                .print();
    }

    private static SequencedMap<String, Content> files(String notes) {
        SequencedMap<String, Content> files = new LinkedHashMap<>();
        files.put("results.json", out -> out.write("{\"schemaVersion\":1}".getBytes(StandardCharsets.UTF_8)));
        files.put("notes.md", out -> out.write(notes.getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
