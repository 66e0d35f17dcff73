package dev.windtunnel.simulator.report;

import dev.windtunnel.model.scenario.Scenario;
import dev.windtunnel.simulator.cost.Bill;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.verdict.Burstiness;
import dev.windtunnel.simulator.verdict.Verdict;
import java.util.Optional;

/**
 * All that reports are made of.
 *
 * @param drawings ready pictures of the architecture
 */
public record ReportInput(RunResult result, Scenario scenario, Bill bill, Verdict verdict, Drawings drawings) {

    /**
     * The architecture at a glance.
     *
     * @param overviewSvg an SVG document without scripts and references to the outside; empty if there is none
     * @param overviewMermaid the same in Mermaid's notation; empty if there is none
     */
    public record Drawings(String overviewSvg, String overviewMermaid) {}

    /** How bursty the traffic was; empty if the run was too short to tell. */
    Optional<Burstiness> burstiness() {
        return Burstiness.of(result, scenario);
    }

    /**
     * Judges the run and puts it all together.
     *
     * @throws IllegalArgumentException if scenario and result do not belong together
     */
    public static ReportInput of(RunResult result, Scenario scenario, Bill bill, Drawings drawings) {
        return new ReportInput(result, scenario, bill, Verdict.of(result, scenario, bill), drawings);
    }
}
