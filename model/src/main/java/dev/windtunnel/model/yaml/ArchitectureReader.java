package dev.windtunnel.model.yaml;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import java.nio.file.Path;
import java.util.Optional;

/** Reads an architecture file. */
public final class ArchitectureReader {

    private ArchitectureReader() {}

    /**
     * Reads and checks the file.
     *
     * @param file the file; messages name it as given here
     * @param known what instance types, database classes and regions there are
     * @throws InputRejected with every problem of the file
     */
    public static Architecture read(Path file, KnownNames known) {
        return load(file, known).architecture();
    }

    /**
     * The same, with the place of every key.
     *
     * @param file the file; messages name it as given here
     * @param known what instance types, database classes and regions there are
     * @throws InputRejected with every problem of the file
     */
    public static LoadedArchitecture load(Path file, KnownNames known) {
        Problems problems = new Problems();
        Optional<YamlNode> tree = new InputFiles(problems).tree(file, Position.of(InputFiles.name(file)), "");
        Optional<LoadedArchitecture> loaded = tree.flatMap(
                root -> bind(root, known, problems).map(architecture -> new LoadedArchitecture(architecture, root)));
        problems.throwIfAny();
        return loaded.orElseThrow(() -> new IllegalStateException("no architecture and no problem in " + file));
    }

    static Optional<Architecture> bind(YamlNode root, KnownNames known, Problems problems) {
        Optional<Architecture> architecture = new Binder(problems).bind(Architecture.class, root);
        ArchitectureChecks.check(root, known, problems);
        return architecture;
    }
}
