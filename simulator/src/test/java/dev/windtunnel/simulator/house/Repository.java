package dev.windtunnel.simulator.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the project as they stand in the repository, without what builds and runs leave behind. */
final class Repository {

    private static final List<String> NOT_OURS =
            List.of("target", "node_modules", "reports", "out", ".git", ".windtunnel", ".idea", ".vscode");

    private final Path root;

    private Repository(Path root) {
        this.root = root;
    }

    /** Found upwards from the folder in which the tests run, by its launcher. */
    static Repository ofThisBuild() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("windtunnel"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("no folder above " + Path.of("").toAbsolutePath() + " has a launcher");
            }
        }
        return new Repository(folder);
    }

    /** In the order of their paths, relative to the root. */
    List<Path> files(String ending) {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .filter(path -> path.toString().endsWith(ending) && isOurs(path))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isOurs(Path path) {
        return Stream.iterate(path, each -> each != null, Path::getParent)
                .noneMatch(each -> NOT_OURS.contains(String.valueOf(each.getFileName())));
    }

    /** Whether a file or folder stands there, relative to the root. */
    boolean has(Path path) {
        return Files.exists(root.resolve(path));
    }

    /** The lines of a file. */
    List<String> lines(Path file) {
        try {
            return Files.readAllLines(root.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
