package dev.windtunnel.simulator.verification;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What became of a case.
 *
 * @param metrics those that were judged
 * @param unknown names of metrics that nothing here measures, so that they were not judged
 * @param note why it was skipped, which metrics were left out, how often it was run again; empty if there is nothing to say
 */
public record CaseOutcome(
        String id, String family, Verdict verdict, List<MetricOutcome> metrics, List<String> unknown, String note) {

    /** Copies. */
    public CaseOutcome {
        metrics = List.copyOf(metrics);
        unknown = List.copyOf(unknown);
    }

    static CaseOutcome skipped(String id, String family, String reason) {
        return new CaseOutcome(id, family, Verdict.SKIPPED, List.of(), List.of(), reason);
    }

    /** One line: the metric that is nearest to failing, or the reason for skipping. */
    public String line() {
        String head = String.format(Locale.ROOT, "%-34s ", id);
        if (metrics.isEmpty()) {
            return head + verdict.name().toLowerCase(Locale.ROOT) + ": " + note;
        }
        MetricOutcome worst = metrics.stream()
                .max(Comparator.comparingDouble(MetricOutcome::used))
                .orElseThrow();
        long passed =
                metrics.stream().filter(one -> one.verdict() == Verdict.PASSED).count();
        return head + worst.print() + " (" + passed + " of " + metrics.size() + " metrics)"
                + (note.isEmpty() ? "" : "; " + note);
    }

    /** A line for each metric, indented. */
    public List<String> metricLines() {
        return metrics.stream().map(metric -> "    " + metric.print()).toList();
    }
}
