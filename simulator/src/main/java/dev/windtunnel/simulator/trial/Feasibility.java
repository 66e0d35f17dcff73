package dev.windtunnel.simulator.trial;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.simulator.compile.CompiledCluster;
import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.compile.CompiledWorkload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is well-formed and still cannot be run: said before the run, not by running out of memory in it. */
final class Feasibility {

    /** Requests per second whose pending timeouts fit the launcher's heap. */
    static final int MOST_PER_SECOND = 100_000;

    /** A minute's outcomes are kept until the end of a run, some kilobytes each. */
    static final Duration LONGEST = Duration.ofDays(35);

    private Feasibility() {}

    /** @throws InputRejected with every reason why the scenario cannot be run */
    static void check(LoadedScenario loaded, CompiledScenario compiled, String file) {
        List<Problem> problems = new ArrayList<>();
        double peak = compiled.arrivals().peakPerSecond();
        if (peak > MOST_PER_SECOND) {
            problems.add(new Problem(
                    Position.of(file),
                    "traffic",
                    String.format(
                            Locale.ROOT,
                            "every request is simulated, up to %,d requests per second; this traffic reaches %,.0f",
                            MOST_PER_SECOND,
                            peak),
                    "lower the scale or the number of users",
                    null));
        }
        if (loaded.scenario().duration().compareTo(LONGEST) > 0) {
            problems.add(new Problem(
                    Position.of(file),
                    "duration",
                    "every request is simulated, for up to " + Durations.print(LONGEST) + "; found "
                            + Durations.print(loaded.scenario().duration()),
                    "simulate a week or a month of it",
                    null));
        }
        for (CompiledWorkload workload : compiled.workloads()) {
            if (!fitsAnyNode(workload, compiled.cluster())) {
                problems.add(new Problem(
                        Position.of(loaded.scenario().architecture()),
                        "environments." + loaded.environment().name() + ".workloads." + workload.name() + ".requests",
                        "no instance type of the node pools that it tolerates holds a pod that requests "
                                + workload.requestCpuMillis() + "m CPU and " + (workload.requestMemoryBytes() >> 20)
                                + "Mi memory beside the daemons",
                        "lower the requests or list a larger instance type",
                        null));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputRejected(problems);
        }
    }

    private static boolean fitsAnyNode(CompiledWorkload workload, CompiledCluster cluster) {
        return cluster.pools().stream()
                .filter(pool -> workload.pools().isEmpty() || workload.pools().contains(pool.name()))
                .flatMap(pool -> pool.types().stream())
                .anyMatch(type -> type.allocatableCpuMillis() - cluster.daemonCpuMillis() >= workload.requestCpuMillis()
                        && type.allocatableMemoryBytes() - cluster.daemonMemoryBytes()
                                >= workload.requestMemoryBytes());
    }
}
