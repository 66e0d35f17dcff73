package dev.windtunnel.benchmarks;

import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.model.yaml.KnownNames;
import dev.windtunnel.model.yaml.ScenarioReader;
import dev.windtunnel.simulator.compile.ScenarioCompiler;
import dev.windtunnel.simulator.engine.ExactRun;
import dev.windtunnel.simulator.engine.Finished;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Whole runs of scenarios, several times in one process: requests and events per CPU-second of the whole process (compiler
 * and garbage collector included), nanoseconds per event, and the heap's high-water mark. The first repetition is cold.
 *
 * <p>Arguments: repetitions, then scenario files, each with overrides after commas:
 * {@code 3 scenarios/innovate-inc/world-cup.yaml,seed=7}.
 */
public final class WholeRuns {

    private WholeRuns() {}

    /** One repetition. */
    private record Repetition(long requests, long events, double cpuSeconds, double seconds, String digest) {}

    /** Runs and prints the table. */
    public static void main(String[] arguments) {
        int repetitions = Integer.parseInt(arguments[0]);
        System.out.printf(
                Locale.ROOT,
                "%-28s %4s %12s %9s %14s %14s %9s %9s  %s%n",
                "scenario",
                "run",
                "requests",
                "wall s",
                "requests/CPU-s",
                "events/CPU-s",
                "ev/req",
                "ns/event",
                "digest");
        for (String argument : Arrays.asList(arguments).subList(1, arguments.length)) {
            String[] parts = argument.split(",", -1);
            for (int repetition = 1; repetition <= repetitions; repetition++) {
                print(
                        parts[0],
                        repetition,
                        run(Path.of(parts[0]), Arrays.asList(parts).subList(1, parts.length)));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "heap high-water mark %d MiB of at most %d MiB%n",
                peakHeapBytes() >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static Repetition run(Path scenario, List<String> overrides) {
        double cpuBefore = cpuSeconds();
        long before = System.nanoTime();
        LoadedScenario loaded = ScenarioReader.read(scenario, overrides, KnownNames.of(Catalog.embedded()));
        Finished finished = ExactRun.run(
                        ScenarioCompiler.compile(loaded, Catalog.embedded()), (_, _) -> {}, () -> false)
                .orElseThrow();
        return new Repetition(
                finished.requests(),
                finished.events(),
                cpuSeconds() - cpuBefore,
                (System.nanoTime() - before) / 1e9,
                finished.requestDigest());
    }

    private static void print(String scenario, int repetition, Repetition run) {
        Path file = Path.of(scenario).getFileName();
        System.out.printf(
                Locale.ROOT,
                "%-28s %4d %,12d %9.1f %,14.0f %,14.0f %9.2f %9.1f  %s%n",
                file,
                repetition,
                run.requests,
                run.seconds,
                run.requests / run.cpuSeconds,
                run.events / run.cpuSeconds,
                run.events / (double) run.requests,
                run.cpuSeconds * 1e9 / run.events,
                run.digest);
    }

    private static double cpuSeconds() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    private static long peakHeapBytes() {
        List<Long> peaks = new ArrayList<>();
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                peaks.add(pool.getPeakUsage().getUsed());
            }
        }
        return peaks.stream().mapToLong(Long::longValue).sum();
    }
}
