package dev.windtunnel.model.rule;

import dev.windtunnel.model.architecture.Suppression;
import dev.windtunnel.model.problem.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All rules, asked of one design. */
public final class Check {

    private static final Comparator<Finding> GRAVEST_FIRST = Comparator.comparing(Finding::severity)
            .reversed()
            .thenComparing((Finding finding) -> finding.rule().id())
            .thenComparingInt(finding -> finding.position().line())
            .thenComparing(Finding::path);

    private Check() {}

    /**
     * What came of it.
     *
     * @param findings gravest first, then by rule and place; accepted ones among them
     * @param rulesAsked how many rules looked
     * @param unused suppressions that nothing matched: what they accept is gone, or their keys are wrong
     */
    public record Outcome(List<Finding> findings, int rulesAsked, List<Suppression> unused) {

        /** Copies. */
        public Outcome {
            findings = List.copyOf(findings);
            unused = List.copyOf(unused);
        }

        /** Findings that nobody has accepted. */
        public List<Finding> open() {
            return findings.stream().filter(finding -> !finding.isAccepted()).toList();
        }

        /** Whether an open finding is at least so grave. */
        public boolean fails(Severity least) {
            return open().stream().anyMatch(finding -> finding.severity().isAtLeast(least));
        }
    }

    /**
     * Asks the rules.
     *
     * @param where position of the nearest written key of a path
     */
    public static Outcome of(Design design, List<DesignRule> rules, Function<String, Position> where) {
        List<Finding> findings = new ArrayList<>();
        Set<Suppression> used = new LinkedHashSet<>();
        List<Suppression> suppressions = design.architecture().suppress();
        for (DesignRule rule : rules) {
            RuleFacts facts = rule.facts();
            rule.judge(design, new Findings(facts.severity(), (severity, path, message) -> {
                Suppression by = suppressing(suppressions, facts.id(), path);
                if (by != null) {
                    used.add(by);
                }
                findings.add(new Finding(
                        facts, severity, path, where.apply(path), message, by == null ? null : by.because()));
            }));
        }
        findings.sort(GRAVEST_FIRST);
        return new Outcome(
                findings,
                rules.size(),
                suppressions.stream().filter(each -> !used.contains(each)).toList());
    }

    private static @Nullable Suppression suppressing(List<Suppression> suppressions, String rule, String path) {
        return suppressions.stream()
                .filter(each -> each.rule().equals(rule) && each.covers(path))
                .findFirst()
                .orElse(null);
    }
}
