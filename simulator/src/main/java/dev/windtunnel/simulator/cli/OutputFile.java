package dev.windtunnel.simulator.cli;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** A file that is there whole or not at all: written beside its place, then renamed. */
final class OutputFile {

    private OutputFile() {}

    static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws InputRejected if the file cannot be written; what stood there before still does */
    static void write(Path file, byte[] bytes) {
        Path folder = file.toAbsolutePath().getParent();
        Path beside = null;
        try {
            if (Files.isDirectory(file) || folder == null) {
                throw new IOException("it is a folder");
            }
            beside = Files.createTempFile(folder, ".windtunnel-", ".part");
            Files.write(beside, bytes);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            forget(beside);
            throw new InputRejected(Problem.at(
                    Position.of(file.toString()), "", "the file cannot be written: " + refused.getMessage()));
        }
    }

    private static void forget(@Nullable Path beside) {
        if (beside != null) {
            try {
                Files.deleteIfExists(beside);
            } catch (IOException remains) {
                // The user hears of the file that could not be written; a leftover beside it says nothing more.
                return;
            }
        }
    }
}
