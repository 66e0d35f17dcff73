package dev.windtunnel.simulator.cli;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Writes one file whole or not at all: what stood there before stays until the new one is complete. */
final class OutputFile {

    private OutputFile() {}

    /** A text in UTF-8. */
    static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws InputRejected if the file cannot be written */
    static void write(Path file, byte[] content) {
        if (Files.isDirectory(file)) {
            throw rejected(file, "is a folder, expected a file");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw rejected(file, "cannot be written: its folder does not exist");
        }
        Path part = null;
        try {
            // In the same folder, since a move between file systems is a copy; no temporary file of Java's, which
            // nobody
            // else could read.
            part = folder.resolve(".windtunnel-" + ProcessHandle.current().pid() + ".part");
            Files.write(part, content);
            move(part, file);
        } catch (IOException unwritable) {
            delete(part);
            throw rejected(file, "cannot be written: " + unwritable.getMessage());
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(@Nullable Path part) {
        if (part != null) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException left) {
                // The file that could not be written is what the user has to hear about.
            }
        }
    }

    private static InputRejected rejected(Path file, String message) {
        return new InputRejected(Problem.at(Position.of(file.toString()), "", "the file " + message));
    }
}
