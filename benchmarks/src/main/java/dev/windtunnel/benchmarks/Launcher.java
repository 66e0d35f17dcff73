package dev.windtunnel.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code windtunnel run} in a fresh process, as a user starts it. */
final class Launcher {

    /** As expected, or an objective was missed: there is a report. */
    private static final List<Integer> REPORTED = List.of(0, 99);

    /** Real, user and system seconds of its arguments on standard output; their own errors go to standard error. */
    private static final String TIMED =
            "TIMEFORMAT='%R %U %S'; LC_ALL=C; { time \"$0\" \"$@\" >/dev/null 2>&3; } 3>&2 2>&1";

    private Launcher() {}

    /**
     * What a run took.
     *
     * @param wallSeconds that the user waited
     * @param cpuSeconds of all its processes, which a busy machine does not stretch as much
     */
    record Took(double wallSeconds, double cpuSeconds) {}

    /** Runs a scenario to its report. */
    static Took run(Path report, String file, String... overrides) {
        List<String> command = new ArrayList<>(List.of("bash", "-c", TIMED));
        command.addAll(List.of("./windtunnel", "run", file, "--quiet", "--out", report.toString()));
        for (String override : overrides) {
            command.add("--set");
            command.add(override);
        }
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String times = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (!REPORTED.contains(code)) {
                throw new IllegalStateException(command + " ended with code " + code);
            }
            double[] seconds = Arrays.stream(times.strip().split(" ", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return new Took(seconds[0], seconds[1] + seconds[2]);
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
