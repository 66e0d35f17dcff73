package dev.windtunnel.simulator.report.finding;

import dev.windtunnel.model.architecture.Suppression;
import dev.windtunnel.model.rule.Check;
import dev.windtunnel.model.rule.Finding;
import dev.windtunnel.model.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** For people: one paragraph a finding, gravest first, then what was accepted and why, then one line that counts. */
public final class FindingsText {

    private FindingsText() {}

    /** The lines. */
    public static List<String> lines(Check.Outcome outcome) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : outcome.open()) {
            lines.add(finding.position() + ": " + word(finding.severity()) + " "
                    + finding.rule().id() + ": " + finding.message()
                    + (finding.path().isEmpty() ? "" : " (at " + finding.path() + ")"));
            lines.add("    why: " + finding.rule().why() + " ("
                    + String.join(", ", finding.rule().rows()) + "; "
                    + finding.rule().source() + ")");
            lines.add("    do: " + finding.rule().change());
        }
        List<Finding> accepted =
                outcome.findings().stream().filter(Finding::isAccepted).toList();
        if (!accepted.isEmpty()) {
            lines.add("Accepted by the design:");
            for (Finding finding : accepted) {
                lines.add("  " + finding.position() + ": " + finding.rule().id() + ": " + finding.message());
                lines.add("    because: " + finding.accepted());
            }
        }
        for (Suppression unused : outcome.unused()) {
            lines.add("note: nothing is found any more that 'suppress' of " + unused.rule()
                    + (unused.at().isEmpty() ? "" : " at " + unused.at()) + " accepts; it can go");
        }
        lines.add(summary(outcome));
        return lines;
    }

    private static String summary(Check.Outcome outcome) {
        long accepted = outcome.findings().stream().filter(Finding::isAccepted).count();
        return count(outcome, Severity.ERROR, "error") + ", " + count(outcome, Severity.WARNING, "warning") + ", "
                + outcome.open().stream()
                        .filter(finding -> finding.severity() == Severity.ADVICE)
                        .count()
                + " advice, " + accepted + " accepted; " + outcome.rulesAsked() + " rules asked.";
    }

    private static String count(Check.Outcome outcome, Severity severity, String word) {
        long count = outcome.open().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
        return count + " " + word + (count == 1 ? "" : "s");
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
