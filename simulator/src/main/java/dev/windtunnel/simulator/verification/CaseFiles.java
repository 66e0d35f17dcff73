package dev.windtunnel.simulator.verification;

import dev.windtunnel.model.house.Exempt;
import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import dev.windtunnel.model.yaml.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds and reads all case files below a folder, in the order of their names. */
@Exempt(from = "directory-order", because = "the files are sorted by their paths before one is read")
final class CaseFiles {

    private CaseFiles() {}

    /** A file that was read, or why it could not be. */
    sealed interface Found {}

    /** A file that is JSON. */
    record Parsed(JsonValue value) implements Found {}

    /** A file that is not. */
    record Broken(String name, InputRejected why) implements Found {}

    /**
     * The files below a folder.
     *
     * @throws InputRejected if there is no such folder, or no file in it
     */
    static List<Found> below(Path folder) {
        String name = folder.toString().replace('\\', '/');
        if (!Files.isDirectory(folder)) {
            throw new InputRejected(Problem.at(
                    Position.of(name),
                    "",
                    Files.exists(folder) ? "expected a folder of cases, found a file" : "there is no folder " + name));
        }
        List<Path> files = files(folder, name);
        if (files.isEmpty()) {
            throw new InputRejected(
                    Problem.at(Position.of(name), "", "expected cases, found no file below it that ends in .json"));
        }
        return files.stream().map(CaseFiles::read).toList();
    }

    private static Found read(Path file) {
        try {
            return new Parsed(JsonValue.read(file));
        } catch (InputRejected rejected) {
            return new Broken(String.valueOf(file.getFileName()), rejected);
        }
    }

    private static List<Path> files(Path folder, String name) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new InputRejected(
                    Problem.at(Position.of(name), "", "the folder cannot be read: " + unreadable.getMessage()));
        }
    }

    /** The cases that are shipped with the program. */
    static List<Found> shipped() {
        try {
            URI place = Objects.requireNonNull(CaseFiles.class.getResource("cases"), "shipped cases")
                    .toURI();
            if (!place.getScheme().equals("jar")) {
                return below(Path.of(place));
            }
            try (FileSystem jar = FileSystems.newFileSystem(place, new LinkedHashMap<String, Object>())) {
                return below(jar.provider().getPath(place));
            }
        } catch (URISyntaxException | IOException impossible) {
            throw new IllegalStateException("the shipped cases cannot be read", impossible);
        }
    }
}
