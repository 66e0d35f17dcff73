package dev.windtunnel.simulator.cli;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The {@code dot} program of Graphviz, where it is installed. It draws with the machine's fonts. */
final class InstalledDot {

    private static final long PATIENCE_SECONDS = 60;

    private InstalledDot() {}

    /**
     * The picture that dot makes of a graph.
     *
     * @param format {@code svg} or {@code png}
     * @throws InputRejected if there is no dot, or it refuses
     */
    static byte[] draw(String graph, String format) {
        return draw("dot", graph, format);
    }

    static byte[] draw(String program, String graph, String format) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("windtunnel-dot-");
            return drawIn(folder, program, graph, format);
        } catch (IOException failed) {
            throw rejected("cannot pass the graph to " + program + ": " + failed.getMessage());
        } finally {
            delete(folder);
        }
    }

    /** By files rather than pipes: nobody has to read and write at once. */
    private static byte[] drawIn(Path folder, String program, String graph, String format) throws IOException {
        Path input = folder.resolve("in.dot");
        Path output = folder.resolve("out." + format);
        Path said = folder.resolve("said.txt");
        Files.writeString(input, graph);
        Process dot = start(program, input, output, format, said);
        try {
            if (!dot.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                dot.destroyForcibly();
                throw rejected(program + " drew for " + PATIENCE_SECONDS + " s without an end");
            }
        } catch (InterruptedException stopped) {
            dot.destroyForcibly();
            Thread.currentThread().interrupt();
            throw rejected(program + " was stopped");
        }
        if (dot.exitValue() != 0 || !Files.exists(output)) {
            throw rejected(program + " ended with " + dot.exitValue() + ": "
                    + new String(Files.readAllBytes(said), StandardCharsets.UTF_8).strip());
        }
        return Files.readAllBytes(output);
    }

    private static Process start(String program, Path input, Path output, String format, Path said) {
        try {
            return new ProcessBuilder(program, "-T" + format, "-o", output.toString(), input.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
        } catch (IOException missing) {
            throw rejected("the program '" + program + "' is not there: install Graphviz (apt-get install graphviz),"
                    + " or leave --engine dot out");
        }
    }

    private static void delete(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try {
            for (String name : new String[] {"in.dot", "out.svg", "out.png", "said.txt"}) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.deleteIfExists(folder);
        } catch (IOException left) {
            // A leftover in the folder for temporary files changes nothing about the picture.
        }
    }

    private static InputRejected rejected(String message) {
        return new InputRejected(Problem.at(Position.of("--engine dot"), "", message));
    }
}
