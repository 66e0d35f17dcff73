package dev.windtunnel.simulator.report;

import dev.windtunnel.simulator.verdict.ObjectiveVerdict;
import java.util.List;

/**
 * The verdict in words, the same that page, terminal and pull request have, for those who lay it out themselves.
 *
 * @param held whether everything came as the scenario's author expects
 * @param headline the answer, without a full stop
 * @param detail the numbers behind it, one sentence; empty without objectives
 * @param objectives in the scenario's order
 * @param facts who was hurt, what gives way first, what it cost
 */
public record VerdictText(
        boolean held, String headline, String detail, List<ObjectiveText> objectives, List<Fact> facts) {

    /** Copies. */
    public VerdictText {
        objectives = List.copyOf(objectives);
        facts = List.copyOf(facts);
    }

    /**
     * One objective.
     *
     * @param met whether enough requests were good
     * @param held whether that was expected
     * @param name as the scenario has it
     * @param achieved share of good requests, never rounded up: {@code 99.812%}
     * @param asked what was asked for and where it is measured: {@code 99.9% succeed (client)}
     * @param outcome {@code ✓ met}, {@code ✗ missed}, and whether that was expected
     */
    public record ObjectiveText(boolean met, boolean held, String name, String achieved, String asked, String outcome) {

        static ObjectiveText of(ObjectiveVerdict verdict) {
            return new ObjectiveText(
                    verdict.met(),
                    verdict.expectationHolds(),
                    verdict.objective().name(),
                    Figures.achieved(verdict.ratio()),
                    Story.asks(verdict.objective()) + " (" + Story.measured(verdict) + ")",
                    Story.outcome(verdict));
        }
    }

    /**
     * A fact.
     *
     * @param label what it is about
     * @param figure the one number
     * @param told the rest in sentences, most important first
     */
    public record Fact(String label, String figure, String told) {}

    /** Puts a verdict into words. */
    public static VerdictText of(ReportInput input) {
        Story story = Story.of(input);
        return new VerdictText(
                input.verdict().expectationsHold(),
                story.headline(),
                story.detail(),
                input.verdict().objectives().stream().map(ObjectiveText::of).toList(),
                story.facts().stream()
                        .map(fact -> new Fact(fact.label(), fact.figure(), String.join(" ", fact.sentences())))
                        .toList());
    }
}
