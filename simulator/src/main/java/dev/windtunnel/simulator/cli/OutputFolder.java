package dev.windtunnel.simulator.cli;

import dev.windtunnel.model.house.Exempt;
import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Looks at the place of a report before a long run, so that nobody waits for an answer that cannot be written down. */
@Exempt(from = "directory-order", because = "what it lists is only asked whether it is empty")
final class OutputFolder {

    /** The file by which a folder is known to hold an earlier report. */
    static final String MARK = "results.json";

    private OutputFolder() {}

    /**
     * Touches nothing.
     *
     * @throws InputRejected if something other than a report is there, or the place cannot be written
     */
    static void check(Path folder) {
        if (folder.toString().isEmpty()) {
            throw rejected(folder, "has no name");
        }
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder)) {
            throw rejected(folder, "is a file, expected a folder for the report");
        }
        if (Files.isDirectory(folder) && !isEmpty(folder) && !Files.isRegularFile(folder.resolve(MARK))) {
            throw rejected(folder, "holds files that are no Windtunnel report, and nothing is written over");
        }
        Path existing = nearestExisting(folder);
        if (!Files.isDirectory(existing)) {
            throw rejected(folder, "cannot be made: " + existing + " is a file");
        }
        if (!Files.isWritable(existing)) {
            throw rejected(folder, "cannot be written: no permission to write " + existing);
        }
        tryOut(folder, existing);
    }

    /** Some file systems say yes and mean no: only trying tells. What is made is removed at once. */
    private static void tryOut(Path folder, Path existing) {
        Path parent = Files.isDirectory(folder) ? existing.getParent() : existing;
        try {
            Files.delete(Files.createTempDirectory(parent == null ? existing : parent, ".windtunnel-"));
        } catch (IOException refused) {
            throw rejected(folder, "cannot be written: " + refused.getMessage());
        }
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException unreadable) {
            throw rejected(folder, "cannot be read: " + unreadable.getMessage());
        }
    }

    private static Path nearestExisting(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        while (!Files.exists(place) && place.getParent() != null) {
            place = place.getParent();
        }
        return place;
    }

    private static InputRejected rejected(Path folder, String message) {
        return new InputRejected(new Problem(
                Position.of(folder.toString()),
                "",
                "the output folder " + message,
                "name another folder with --out",
                null));
    }
}
