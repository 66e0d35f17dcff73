package dev.windtunnel.simulator.cli;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that a report goes to. A report appears whole or not at all: it is written beside and moved into place. A
 * folder that holds an earlier report gets the new one; one that holds anything else is left alone.
 */
final class OutputFolder {

    /** The file by which a folder is known to hold a report. */
    static final String MARK = "results.json";

    private final Path folder;

    OutputFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes the report of one run. */
    @FunctionalInterface
    interface Writer {
        /** Writes into an empty folder. */
        void writeTo(Path emptyFolder) throws IOException;
    }

    /**
     * Looks whether a report can go here, before a long run and without touching anything.
     *
     * @throws InputRejected if something else is there or the place cannot be written
     */
    void check() {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder)) {
            throw rejected("is a file, expected a folder for the report", "name another folder with --out");
        }
        if (Files.isDirectory(folder) && !isEmpty() && !Files.isRegularFile(folder.resolve(MARK))) {
            throw rejected(
                    "holds files that are no Windtunnel report, and nothing is written over",
                    "name an empty or new folder with --out");
        }
        Path existing = nearestExisting();
        if (!Files.isDirectory(existing)) {
            throw rejected("cannot be made: " + existing + " is a file", "name another folder with --out");
        }
        if (!Files.isWritable(existing)) {
            throw rejected("cannot be written: no permission to write " + existing, "name another folder with --out");
        }
    }

    /**
     * Writes a report and puts it in place.
     *
     * @throws InputRejected if the file system refuses; then nothing of the new report is left
     */
    void write(Writer report) {
        check();
        Path partial = absolute().resolveSibling("." + absolute().getFileName() + ".partial");
        try {
            delete(partial);
            Files.createDirectories(partial);
            report.writeTo(partial);
            moveIntoPlace(partial);
        } catch (FileSystemException refused) {
            String reason = refused.getReason() == null ? refused.getClass().getSimpleName() : refused.getReason();
            throw rejected(
                    "cannot be written: " + refused.getFile() + ": " + reason, "make room or name another with --out");
        } catch (IOException refused) {
            throw rejected("cannot be written: " + refused.getMessage(), "make room or name another with --out");
        } finally {
            deleteQuietly(partial);
        }
    }

    private void moveIntoPlace(Path partial) throws IOException {
        if (!Files.exists(folder)) {
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        // Files that the user put beside an earlier report stay where they are.
        for (Path file : tree(partial)) {
            Path target = folder.resolve(partial.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else {
                Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private boolean isEmpty() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException unreadable) {
            throw rejected("cannot be read: " + unreadable.getMessage(), "name another folder with --out");
        }
    }

    private Path nearestExisting() {
        Path place = absolute();
        while (!Files.exists(place) && place.getParent() != null) {
            place = place.getParent();
        }
        return place;
    }

    private Path absolute() {
        return folder.toAbsolutePath().normalize();
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            for (Path file : tree(tree).reversed()) {
                Files.delete(file);
            }
        }
    }

    private static void deleteQuietly(Path tree) {
        try {
            delete(tree);
        } catch (IOException stays) {
            // The failure that led here is the one to tell.
        }
    }

    /** Folders before what is in them, else in the order of their names. */
    private static List<Path> tree(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.sorted(Comparator.naturalOrder()).toList();
        }
    }

    private InputRejected rejected(String message, String advice) {
        return new InputRejected(
                new Problem(Position.of(folder.toString()), "", "the output folder " + message, advice, null));
    }
}
