package dev.windtunnel.model.problem;

import dev.windtunnel.model.house.Exempt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file that cannot be read: which it is, and which files near it the user may have meant. */
@Exempt(from = "directory-order", because = "the names are sorted by nearness and spelling before one is used")
public final class MissingFile {

    private MissingFile() {}

    /**
     * The problem that a file is not there, is a folder, or may not be read.
     *
     * @param file the file
     * @param nameInMessages the file as the user named it
     * @param whereItWasNamed the place of its name; the file itself if it stood on the command line
     * @param path the keys that lead to its name; empty on the command line
     */
    public static Problem problem(Path file, String nameInMessages, Position whereItWasNamed, String path) {
        String message;
        if (Files.isDirectory(file)) {
            message = "expected a file, found the folder " + nameInMessages;
        } else if (Files.exists(file)) {
            message = "the file " + nameInMessages + " cannot be read";
        } else {
            message = "there is no file " + nameInMessages;
        }
        return new Problem(whereItWasNamed, path, message, nearest(file), null);
    }

    private static @Nullable String nearest(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        Path wanted = file.getFileName();
        if (folder == null || wanted == null || Files.isDirectory(file)) {
            return null;
        }
        if (!Files.isDirectory(folder)) {
            return "the folder " + folder.getFileName() + " does not exist either";
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(near -> String.valueOf(near.getFileName()))
                    .sorted()
                    .toList();
            List<String> near = NearestName.of(wanted.toString(), names, 3);
            if (!near.isEmpty()) {
                return "did you mean '" + String.join("' or '", near) + "'?";
            }
            return names.isEmpty() || names.size() > 20 ? null : "the folder holds " + String.join(", ", names);
        } catch (IOException unlistable) {
            return null;
        }
    }
}
