package dev.windtunnel.benchmarks;

import com.sun.management.ThreadMXBean;
import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.model.yaml.KnownNames;
import dev.windtunnel.model.yaml.ScenarioReader;
import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.compile.ScenarioCompiler;
import dev.windtunnel.simulator.engine.ExactRun;
import dev.windtunnel.simulator.engine.Snapshot;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a snapshot costs: a run stops at each tenth of its time and its state is copied again and again. Prints the median
 * time of a copy and the bytes that it allocates, which is what a snapshot holds.
 *
 * <p>Arguments: scenario files, each with overrides after commas.
 */
public final class Snapshots {

    private static final int PARTS = 10;
    private static final int COPIES = 51;

    private Snapshots() {}

    /** Prints a row for each stop. */
    public static void main(String[] arguments) {
        System.out.printf(Locale.ROOT, "%-28s %12s %12s %12s%n", "scenario", "simulated s", "us a copy", "KiB a copy");
        for (String argument : arguments) {
            String[] parts = argument.split(",", -1);
            Path file = Path.of(parts[0]);
            LoadedScenario loaded = ScenarioReader.read(
                    file, Arrays.asList(parts).subList(1, parts.length), KnownNames.of(Catalog.embedded()));
            CompiledScenario compiled = ScenarioCompiler.compile(loaded, Catalog.embedded());
            ExactRun run = ExactRun.of(compiled);
            for (int part = 1; part < PARTS; part++) {
                run.advance(compiled.horizonNanos() / PARTS * part);
                print(String.valueOf(file.getFileName()), run);
            }
        }
    }

    private static void print(String scenario, ExactRun run) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] nanos = new long[COPIES];
        long bytes = 0;
        List<Snapshot> kept = List.of();
        for (int copy = 0; copy < COPIES; copy++) {
            long allocatedBefore = threads.getCurrentThreadAllocatedBytes();
            long before = System.nanoTime();
            kept = List.of(run.snapshot());
            nanos[copy] = System.nanoTime() - before;
            bytes = threads.getCurrentThreadAllocatedBytes() - allocatedBefore;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-28s %,12.0f %,12d %,12d%n",
                scenario,
                kept.getFirst().nanos() / 1e9,
                nanos[COPIES / 2] / 1000,
                bytes >> 10);
    }
}
