package dev.windtunnel.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.result.JournalEntry;
import dev.windtunnel.simulator.result.RunResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A step to three times the load, with a hundred seeds: when pods appear, and when the nodes for them are there. */
class ScalingTimeTest {

    private static final int SEEDS = 100;

    /** The load triples at 01:00, ten minutes after the start. */
    private static final double STEP_SECONDS = 600;

    private static final List<Double> PODS = new ArrayList<>();
    private static final List<Double> NODES = new ArrayList<>();

    @BeforeAll
    static void run() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            RunResult run = ShippedRun.run(
                    "innovate-inc/launch-day.yaml",
                    List.of(
                            "start=2026-11-27T00:50",
                            "duration=14m",
                            "timeline=[]",
                            // 120 requests/s before the step: 40 % of three pods of one vCPU; one such pod fits a node.
                            "traffic={users: {daily: 312000, hours: [1,3,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}}",
                            "workloads.backend.requests.cpu=1",
                            "workloads.backend.limits.cpu=2",
                            "seed=" + seed));
            double scaled = first(
                    run,
                    e -> e instanceof JournalEntry.WorkloadScaled s
                            && s.workload().equals("backend"));
            double pending = first(run, JournalEntry.PodsPending.class::isInstance);
            String launched = run.journal().stream()
                    .filter(JournalEntry.NodeLaunched.class::isInstance)
                    .findFirst()
                    .orElseThrow()
                    .what();
            String node = launched.substring(0, launched.indexOf(':'));
            double ready = first(
                    run, e -> e instanceof JournalEntry.NodeReady && e.what().startsWith(node + " "));
            PODS.add(scaled - STEP_SECONDS);
            NODES.add(ready - pending);
        }
    }

    private static double first(RunResult run, java.util.function.Predicate<JournalEntry> isIt) {
        return run.journal().stream()
                        .filter(entry -> entry.atNanos() / 1e9 > STEP_SECONDS)
                        .filter(isIt)
                        .findFirst()
                        .orElseThrow()
                        .atNanos()
                / 1e9;
    }

    private static long within(List<Double> values, double from, double to) {
        return values.stream().filter(value -> value >= from && value <= to).count();
    }

    @Test
    void theFirstNewPodAppearsFifteenToFortyFiveSecondsAfterTheStep() {
        assertTrue(
                within(PODS, 15, 45) >= 0.95 * SEEDS,
                () -> "seconds: " + PODS.stream().sorted().toList());
    }

    @Test
    void aNewNodeIsReadyThirtyToSeventyFiveSecondsAfterTheFirstUnschedulablePod() {
        assertTrue(
                within(NODES, 30, 75) >= 0.95 * SEEDS,
                () -> "seconds: " + NODES.stream().sorted().toList());
    }
}
