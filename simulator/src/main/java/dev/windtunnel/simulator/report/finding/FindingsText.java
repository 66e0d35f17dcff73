package dev.windtunnel.simulator.report.finding;

import dev.windtunnel.model.architecture.Suppression;
import dev.windtunnel.model.rule.Check;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Finding;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * For people: findings by file and line, as one reads the file; then each rule that objected, once, with its reason and what to
 * change; then what the design accepts and why; then one line that counts.
 */
public final class FindingsText {

    private static final Comparator<Finding> AS_READ = Comparator.comparingInt(
                    (Finding finding) -> finding.position().line())
            .thenComparingInt(finding -> finding.position().column())
            .thenComparing(finding -> finding.rule().id())
            .thenComparing(Finding::message)
            .thenComparing(Finding::path);

    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    private FindingsText(Paint paint) {
        this.paint = paint;
    }

    /**
     * The lines.
     *
     * @param rules that were asked
     * @param ansi whether to color them
     */
    public static List<String> lines(Check.Outcome outcome, List<DesignRule> rules, boolean ansi) {
        FindingsText text = new FindingsText(new Paint(ansi));
        text.open(outcome.open());
        text.reasons(outcome.open());
        text.accepted(outcome.findings().stream().filter(Finding::isAccepted).toList());
        outcome.unused().forEach(unused -> text.unused(unused, rules));
        text.lines.add(text.summary(outcome));
        return text.lines;
    }

    private void open(List<Finding> findings) {
        byFile(findings).forEach((file, found) -> {
            lines.add(paint.bold(file));
            int place =
                    found.stream().mapToInt(each -> place(each).length()).max().orElse(0);
            int id = idWidth(found);
            int indent = 2 + place + 2 + Words.WIDEST + 2 + id + 2;
            inherited(found).forEach((finding, paths) -> {
                String head = "  " + padded(place(finding), place) + "  "
                        + paint.severity(finding.severity(), padded(Words.of(finding.severity()), Words.WIDEST)) + "  "
                        + padded(finding.rule().id(), id) + "  ";
                Wrapped.add(lines, head, indent, finding.message());
                paths.stream()
                        .filter(path -> !path.isEmpty())
                        .forEach(path -> lines.add(" ".repeat(indent) + paint.faint(path)));
            });
            lines.add("");
        });
    }

    /** Environments that inherit a line share its findings: each once, with the paths of all. */
    private static Map<Finding, List<String>> inherited(List<Finding> findings) {
        return findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> new Finding(
                                finding.rule(),
                                finding.severity(),
                                "",
                                finding.position(),
                                finding.message(),
                                finding.accepted()),
                        LinkedHashMap::new,
                        Collectors.mapping(Finding::path, Collectors.toList())));
    }

    private void reasons(List<Finding> findings) {
        Set<RuleFacts> rules = findings.stream()
                .map(Finding::rule)
                .sorted(Comparator.comparing(RuleFacts::id))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (rules.isEmpty()) {
            return;
        }
        lines.add(paint.bold("Why, and what to change"));
        int width = idWidth(findings);
        for (RuleFacts rule : rules) {
            Wrapped.add(
                    lines,
                    "  " + padded(rule.id(), width) + "  ",
                    width + 4,
                    rule.why() + " (" + String.join(", ", rule.rows()) + "; " + rule.source() + ")");
            Wrapped.add(lines, " ".repeat(width + 4) + "-> ", width + 7, rule.change());
        }
        lines.add("");
    }

    private void accepted(List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        lines.add(paint.bold("Accepted by the design"));
        byFile(findings).values().forEach(found -> {
            int width = idWidth(found);
            for (Finding finding : inherited(found).keySet()) {
                Wrapped.add(
                        lines,
                        "  " + padded(finding.rule().id(), width) + "  ",
                        width + 4,
                        finding.position() + ": " + finding.message());
                Wrapped.add(lines, " ".repeat(width + 4) + "because ", width + 12, String.valueOf(finding.accepted()));
            }
        });
        lines.add("");
    }

    private void unused(Suppression unused, List<DesignRule> rules) {
        boolean isRule = rules.stream().anyMatch(rule -> rule.facts().id().equals(unused.rule()));
        String where = unused.at().isEmpty() ? "" : " at " + unused.at();
        lines.add(
                isRule
                        ? "note: nothing is found any more that 'suppress' of " + unused.rule() + where
                                + " accepts; it can go"
                        : "note: 'suppress' names " + unused.rule() + where + ", and there is no such rule");
    }

    private String summary(Check.Outcome outcome) {
        long accepted = outcome.findings().stream().filter(Finding::isAccepted).count();
        String counted = count(outcome, Severity.ERROR, "error") + ", " + count(outcome, Severity.WARNING, "warning")
                + ", " + open(outcome, Severity.ADVICE) + " advice, " + accepted + " accepted; " + outcome.rulesAsked()
                + " rules asked.";
        return outcome.open().isEmpty() ? paint.good(counted) : paint.bold(counted);
    }

    private static String count(Check.Outcome outcome, Severity severity, String word) {
        long count = open(outcome, severity);
        return count + " " + word + (count == 1 ? "" : "s");
    }

    private static long open(Check.Outcome outcome, Severity severity) {
        return outcome.open().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static Map<String, List<Finding>> byFile(List<Finding> findings) {
        return findings.stream()
                .sorted(AS_READ)
                .collect(
                        Collectors.groupingBy(finding -> finding.position().file(), TreeMap::new, Collectors.toList()));
    }

    private static int idWidth(List<Finding> findings) {
        return findings.stream()
                .mapToInt(finding -> finding.rule().id().length())
                .max()
                .orElse(0);
    }

    private static String place(Finding finding) {
        int line = finding.position().line();
        int column = finding.position().column();
        return line == 0 ? "file" : column == 0 ? String.valueOf(line) : line + ":" + column;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
