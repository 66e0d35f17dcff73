package dev.windtunnel.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code windtunnel run} in a fresh process, as a user starts it. */
final class Launcher {

    /** As expected, or an objective was missed: there is a report. */
    private static final List<Integer> REPORTED = List.of(0, 99);

    private Launcher() {}

    /** Runs a scenario to its report and returns the seconds that the user waited. */
    static double run(Path report, String file, String... overrides) {
        List<String> command =
                new ArrayList<>(List.of("./windtunnel", "run", file, "--quiet", "--out", report.toString()));
        for (String override : overrides) {
            command.add("--set");
            command.add(override);
        }
        long before = System.nanoTime();
        int code = wait(command);
        double seconds = (System.nanoTime() - before) / 1e9;
        if (!REPORTED.contains(code)) {
            throw new IllegalStateException(command + " ended with code " + code);
        }
        return seconds;
    }

    private static int wait(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command, interrupted);
        }
    }

    /** Removes a folder and what is in it. */
    static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
