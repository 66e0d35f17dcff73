package dev.windtunnel.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link Worker} seen from the process that prints the table. It rests, and costs nothing, between its repetitions. */
final class WorkerProcess implements AutoCloseable {

    /** How the launcher runs Windtunnel. */
    static final List<String> LAUNCHER = List.of("-XX:+UseSerialGC", "-Xmx512m");

    /** How a user runs something else; the bound is the same for all. */
    static final List<String> DEFAULT = List.of("-Xmx512m");

    private final Process process;
    private final Writer to;
    private final BufferedReader from;

    private WorkerProcess(Process process) {
        this.process = process;
        to = process.outputWriter(StandardCharsets.UTF_8);
        from = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts one with the given flags of the JVM and arguments of the worker. */
    static WorkerProcess start(List<String> flags, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Worker.class.getName()));
        command.addAll(arguments);
        try {
            return new WorkerProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One repetition. */
    Measurement repeat(long seed) {
        try {
            to.write(seed + "\n");
            to.flush();
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                if (line.startsWith(Worker.ANSWER)) {
                    return Measurement.parse(line.substring(Worker.ANSWER.length()));
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        throw new IllegalStateException("a worker ended without an answer: "
                + process.info().commandLine().orElse("of unknown command line"));
    }

    @Override
    public void close() {
        try {
            to.close();
            process.waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }
}
