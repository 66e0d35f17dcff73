package dev.windtunnel.simulator.verdict;

import dev.windtunnel.model.scenario.Scenario;
import dev.windtunnel.simulator.cost.Bill;
import dev.windtunnel.simulator.result.RunResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a scenario's question.
 *
 * @param objectives in the scenario's order
 * @param firstLimit null if no limit was ever used
 * @param timelines one for each lost zone, in the order of their start
 */
public record Verdict(
        List<ObjectiveVerdict> objectives,
        BudgetVerdict budget,
        Harm harm,
        @Nullable FirstLimit firstLimit,
        RunCost cost,
        List<FaultTimeline> timelines) {

    /** Exit code where every expectation held. */
    public static final int EXIT_HELD = 0;

    /** Exit code where one did not. */
    public static final int EXIT_NOT_HELD = 99;

    /** Copies. */
    public Verdict {
        objectives = List.copyOf(objectives);
        timelines = List.copyOf(timelines);
    }

    /**
     * Judges a run.
     *
     * @throws IllegalArgumentException if an objective is about an endpoint that the result does not have
     */
    public static Verdict of(RunResult result, Scenario scenario, Bill bill) {
        Harm harm = Harm.of(result, scenario);
        return new Verdict(
                scenario.objectives().stream()
                        .map(objective -> ObjectiveVerdict.of(objective, result))
                        .toList(),
                BudgetVerdict.of(scenario.budget(), bill),
                harm,
                FirstLimit.of(result),
                RunCost.of(bill, result.arrived()),
                FaultTimeline.of(result, harm.faults()));
    }

    /** Whether every objective came as its author expects, and the budget, where judged, holds. */
    public boolean expectationsHold() {
        return objectives.stream().allMatch(ObjectiveVerdict::expectationHolds) && budget.holds();
    }

    /** 0 if every expectation held, else 99. */
    public int exitCode() {
        return expectationsHold() ? EXIT_HELD : EXIT_NOT_HELD;
    }
}
