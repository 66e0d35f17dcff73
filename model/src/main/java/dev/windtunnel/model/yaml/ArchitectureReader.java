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
        return readSourced(file, known).architecture();
    }

    /** The same, with the positions of all values. */
    public static SourcedArchitecture readSourced(Path file, KnownNames known) {
        Problems problems = new Problems();
        Inheritance inheritance = new Inheritance(problems);
        Optional<YamlNode> tree =
                tree(new InputFiles(problems), file, Position.of(InputFiles.name(file)), "", inheritance, problems);
        Optional<Architecture> architecture = tree.flatMap(root -> bind(root, known, problems));
        problems.throwIfAny();
        if (tree.isEmpty() || architecture.isEmpty()) {
            throw new IllegalStateException("no architecture and no problem in " + file);
        }
        return new SourcedArchitecture(architecture.get(), new SourceMap(tree.get(), inheritance, problems));
    }

    /** The file with what it includes, its environments complete. */
    static Optional<YamlNode> tree(
            InputFiles files,
            Path file,
            Position whereItWasNamed,
            String path,
            Inheritance inheritance,
            Problems problems) {
        problems.explainBy(inheritance);
        return new Includes(files, problems, Architecture.class)
                .tree(file, whereItWasNamed, path)
                .flatMap(inheritance::resolve);
    }

    static Optional<Architecture> bind(YamlNode root, KnownNames known, Problems problems) {
        Optional<Architecture> architecture = new Binder(problems).bind(Architecture.class, root);
        ArchitectureChecks.check(root, known, problems);
        return architecture;
    }
}
