package dev.windtunnel.simulator.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.windtunnel.model.house.Exempt;
import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * Writes a report's files so that there is never half a folder: into a sibling first, which then takes the folder's name. An
 * earlier report is replaced as a whole; anything else in its place is left alone and said so.
 */
@Exempt(from = "directory-order", because = "the names are sorted before one is used")
public final class ReportFolder {

    /** By this file a folder is known to be a report. */
    public static final String RESULTS = "results.json";

    private ReportFolder() {}

    /** Content of one file. */
    @FunctionalInterface
    public interface Content {
        /** Writes itself; does not close the stream. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes the files.
     *
     * @param folder to be made or, if it holds an earlier report, replaced
     * @param files by name, without folders in it
     * @throws InputRejected if the folder cannot be written, or holds something that is not an earlier report
     */
    public static void write(Path folder, SequencedMap<String, Content> files) {
        try {
            Path target = Files.exists(folder)
                    ? folder.toRealPath()
                    : folder.toAbsolutePath().normalize();
            refuseForeign(folder, target, files);
            Path parent = target.getParent();
            if (parent == null) {
                throw rejected(folder, "the root of the file system is no place for a report");
            }
            Files.createDirectories(parent);
            Path partial = sibling(target, "partial");
            try {
                for (var file : files.entrySet()) {
                    writeFile(partial.resolve(file.getKey()), file.getValue());
                }
                takePlace(partial, target);
            } finally {
                deleteFolder(partial);
            }
        } catch (NotDirectoryException | FileAlreadyExistsException inTheWay) {
            throw rejected(folder, "the report folder cannot be made: " + inTheWay.getMessage() + " is a file");
        } catch (IOException failure) {
            throw rejected(folder, "the report folder cannot be written: " + reason(failure));
        }
    }

    /** Whether a folder holds an earlier report: its {@code results.json} begins as ours does. */
    public static boolean isReport(Path folder) throws IOException {
        Path results = folder.resolve(RESULTS);
        if (!Files.isRegularFile(results)) {
            return false;
        }
        try (JsonParser json = new JsonFactory().createParser(results.toFile())) {
            return json.nextToken() == JsonToken.START_OBJECT && ResultsJson.VERSION_FIELD.equals(json.nextFieldName());
        } catch (com.fasterxml.jackson.core.JsonProcessingException notJson) {
            return false;
        }
    }

    private static void refuseForeign(Path named, Path target, Map<String, Content> files) throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw rejected(named, "the report needs a folder, found a file of this name");
        }
        List<String> present = list(target);
        if (present.isEmpty()) {
            return;
        }
        if (!isReport(target)) {
            throw rejected(named, "the folder holds something that is not an earlier report, nothing was written");
        }
        List<String> foreign =
                present.stream().filter(name -> !files.containsKey(name)).toList();
        if (!foreign.isEmpty()) {
            throw rejected(
                    named,
                    "the folder holds files that no report has, nothing was written: " + String.join(", ", foreign));
        }
    }

    private static List<String> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static void writeFile(Path file, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            content.writeTo(out);
        }
    }

    /** The old folder steps aside until the new one stands, and comes back if that fails. */
    private static void takePlace(Path partial, Path target) throws IOException {
        if (!Files.exists(target)) {
            Files.move(partial, target);
            return;
        }
        Path old = sibling(target, "old");
        Files.delete(old);
        Files.move(target, old);
        try {
            Files.move(partial, target);
        } catch (IOException failure) {
            Files.move(old, target);
            throw failure;
        }
        deleteFolder(old);
    }

    /** A new empty folder beside the target, on the same file system, so that taking its place is one step. */
    private static Path sibling(Path target, String purpose) throws IOException {
        for (int attempt = 0; ; attempt++) {
            Path candidate = target.resolveSibling("." + target.getFileName() + "." + purpose + "-" + attempt);
            try {
                return Files.createDirectory(candidate);
            } catch (FileAlreadyExistsException taken) {
                // Left over from a run that was killed, or in use by one that is not: not ours to delete.
                if (attempt == 99) {
                    throw taken;
                }
            }
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        for (String name : list(folder)) {
            Files.delete(folder.resolve(name));
        }
        Files.delete(folder);
    }

    private static String reason(IOException failure) {
        String message = failure.getMessage();
        return failure.getClass()
                        .getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        .replace(" Exception", "")
                + (message == null ? "" : " (" + message + ")");
    }

    private static InputRejected rejected(Path folder, String message) {
        return new InputRejected(Problem.at(Position.of(folder.toString()), "", message));
    }
}
