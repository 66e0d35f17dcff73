package dev.windtunnel.simulator.verification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a verification says at its end, and the page that it writes. */
public final class VerificationReport {

    private VerificationReport() {}

    /** {@code 38 passed, 0 failed, 8 skipped}. */
    public static String summary(List<CaseOutcome> outcomes) {
        return count(outcomes, Verdict.PASSED) + " passed, " + count(outcomes, Verdict.FAILED) + " failed, "
                + count(outcomes, Verdict.SKIPPED) + " skipped";
    }

    /**
     * Which metrics nothing here measures, so that their cases passed or failed without them; empty if there is none. Said before
     * the summary, which would hide it.
     */
    public static Optional<String> unknown(List<CaseOutcome> outcomes) {
        SortedSet<String> names = new TreeSet<>();
        long metrics = 0;
        long cases = 0;
        for (CaseOutcome outcome : outcomes) {
            names.addAll(outcome.unknown());
            metrics += outcome.unknown().size();
            cases += outcome.unknown().isEmpty() ? 0 : 1;
        }
        if (names.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(metrics + (metrics == 1 ? " metric of " : " metrics of ") + cases
                + (cases == 1 ? " case was" : " cases were") + " not judged, as no metric has that name here: "
                + String.join(", ", names));
    }

    private static long count(List<CaseOutcome> outcomes, Verdict verdict) {
        return outcomes.stream().filter(outcome -> outcome.verdict() == verdict).count();
    }

    /** All cases and metrics as a Markdown page that says how to repeat it. */
    public static String markdown(List<CaseOutcome> outcomes, Verification.Settings settings) {
        StringBuilder page = new StringBuilder();
        page.append("# The simulator against theory\n\n");
        page.append(
                "Written by the command below; do not edit. Every case is a JSON file that states a model, and values");
        page.append(
                " that a closed form, a numerical solution or an independent simulator gives. The model becomes a\n");
        page.append("compiled scenario and runs in the same engine as every scenario; its stations are watched, not");
        page.append(" recomputed.\n\n");
        page.append(String.format(
                Locale.ROOT,
                "```\nwindtunnel verify --seed %d --effort %s --markdown docs/verification.md\n```\n\n",
                settings.seed(),
                MetricOutcome.number(settings.effort())));
        page.append("**").append(summary(outcomes)).append(".**\n\n");
        unknown(outcomes).ifPresent(told -> page.append(told).append(".\n\n"));
        page.append(
                "`effort` is the share of the run length that a case's tolerances were set for; tolerances widen with");
        page.append(" the root of its inverse. The interval is that of 99.9 % over replications; `used` is the\n");
        page.append(
                "deviation as a share of what is allowed. Outside on three seeds is a failure. The same command prints");
        page.append(" the same numbers on every machine.\n");
        byFamily(outcomes).forEach((family, cases) -> family(page, family, cases));
        skipped(page, outcomes);
        return page.toString();
    }

    private static Map<String, List<CaseOutcome>> byFamily(List<CaseOutcome> outcomes) {
        Map<String, List<CaseOutcome>> families = new LinkedHashMap<>();
        for (CaseOutcome outcome : outcomes) {
            if (outcome.verdict() != Verdict.SKIPPED) {
                families.computeIfAbsent(outcome.family(), _ -> new ArrayList<>())
                        .add(outcome);
            }
        }
        return families;
    }

    private static void family(StringBuilder page, String family, List<CaseOutcome> cases) {
        page.append("\n## ").append(family).append("\n\n");
        page.append("| case | metric | expected | got | 99.9 % interval | used | verdict |\n");
        page.append("|---|---|---:|---:|---|---:|---|\n");
        for (CaseOutcome outcome : cases) {
            for (MetricOutcome metric : outcome.metrics()) {
                page.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %s | %s | %s to %s | %.0f %% | %s |\n",
                        outcome.id(),
                        metric.metric(),
                        MetricOutcome.number(metric.expected()),
                        MetricOutcome.number(metric.got()),
                        MetricOutcome.number(metric.got() - metric.halfWidth()),
                        MetricOutcome.number(metric.got() + metric.halfWidth()),
                        100 * metric.used(),
                        metric.verdict().name().toLowerCase(Locale.ROOT)));
            }
        }
    }

    private static void skipped(StringBuilder page, List<CaseOutcome> outcomes) {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        for (CaseOutcome outcome : outcomes) {
            if (outcome.verdict() == Verdict.SKIPPED) {
                reasons.merge(outcome.note(), 1, Integer::sum);
            }
        }
        if (!reasons.isEmpty()) {
            page.append("\n## Skipped\n\n| reason | cases |\n|---|---:|\n");
            reasons.forEach((reason, count) ->
                    page.append("| ").append(reason).append(" | ").append(count).append(" |\n"));
        }
    }
}
