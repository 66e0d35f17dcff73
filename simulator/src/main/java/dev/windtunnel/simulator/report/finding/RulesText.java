package dev.windtunnel.simulator.report.finding;

import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.RuleFacts;
import java.util.ArrayList;
import java.util.List;

/** The rules for people: id, severity, why, for which rows, where from, what to change. */
public final class RulesText {

    private RulesText() {}

    /**
     * The lines.
     *
     * @param ansi whether to color them
     */
    public static List<String> lines(List<DesignRule> rules, boolean ansi) {
        Paint paint = new Paint(ansi);
        List<String> lines = new ArrayList<>();
        int width = rules.stream()
                .mapToInt(rule -> rule.facts().id().length())
                .max()
                .orElse(0);
        int indent = width + 2 + Words.WIDEST + 2;
        for (DesignRule rule : rules) {
            RuleFacts facts = rule.facts();
            String severity = Words.of(facts.severity());
            String head = paint.bold(facts.id()) + " ".repeat(width - facts.id().length()) + "  "
                    + paint.severity(facts.severity(), severity) + " ".repeat(Words.WIDEST - severity.length()) + "  ";
            Wrapped.add(
                    lines,
                    head,
                    indent,
                    facts.why() + " (" + String.join(", ", facts.rows()) + "; " + facts.source() + ")");
            Wrapped.add(lines, " ".repeat(indent) + "-> ", indent + 3, facts.change());
        }
        lines.add((rules.size() == 1 ? "1 rule." : rules.size() + " rules."));
        return lines;
    }
}
