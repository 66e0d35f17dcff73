package dev.windtunnel.simulator.verification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs a case and judges its metrics. A metric passes when it lies within its tolerance, widened for a shorter run by the
 * root of the shortening and for a percentile by the histogram's error. One that lies outside is tried on two new seeds, each
 * time over a run four times as long: outside on all three is a defect, unless the longest run's own 99.9 % interval holds the
 * value and is wider than the tolerance, so that no run of this length could tell; the line then says so.
 */
final class Judge {

    /** Agreement of a closed form where the case states no number. */
    private static final double CLOSED_FORM = 1e-6;

    /**
     * What a reference that was computed as 1 minus a share cannot tell: a double next to 1 has this resolution. Matters to
     * unavailabilities below 1e-9 only.
     */
    private static final double COMPLEMENT = 0x1.0p-52;

    /** No tolerance is tighter in a run with randomness. */
    private static final double TIGHTEST = 0.002;

    private static final int SEEDS = 3;

    /** How much longer each further run is. */
    private static final double LONGER = 4;

    private Judge() {}

    static CaseOutcome judge(TheoryCase theory, long seed, double effort) {
        CaseModel model;
        try {
            model = Families.model(theory);
        } catch (NotUnderstood what) {
            return CaseOutcome.skipped(theory.id(), theory.family(), what.what());
        }
        List<Expected> judged = theory.expected().stream()
                .filter(metric -> !(metric.tolerance() instanceof Tolerance.ReferenceOnly))
                .toList();
        Map<String, MetricOutcome> outcomes = new LinkedHashMap<>();
        Set<String> unknown = new LinkedHashSet<>();
        List<Expected> open = judged;
        Set<String> loose = new LinkedHashSet<>();
        // Cases that shared their draws would agree or fail together and be no evidence for each other.
        long own = seed + Seeds.named(theory.id());
        double length = effort;
        int attempts = 0;
        while (!open.isEmpty() && attempts < SEEDS) {
            List<String> names = open.stream().map(Expected::metric).toList();
            Map<String, Estimate> measured = model.measure(names, own + attempts * 1_000_003L, length);
            List<Expected> outside = new ArrayList<>();
            for (Expected metric : open) {
                Estimate estimate = measured.get(metric.metric());
                if (estimate == null) {
                    unknown.add(metric.metric());
                    continue;
                }
                MetricOutcome outcome = outcome(metric, estimate, model.shortening(length));
                if (attempts == SEEDS - 1 && outcome.verdict() == Verdict.FAILED && cannotTell(metric, estimate)) {
                    outcome = outcome.withVerdict(Verdict.PASSED);
                    loose.add(metric.metric());
                }
                outcomes.put(metric.metric(), outcome);
                if (outcome.verdict() == Verdict.FAILED) {
                    outside.add(metric);
                }
            }
            open = outside;
            length *= LONGER;
            attempts++;
        }
        return outcome(theory, List.copyOf(outcomes.values()), unknown, loose, attempts);
    }

    private static CaseOutcome outcome(
            TheoryCase theory, List<MetricOutcome> metrics, Set<String> unknown, Set<String> loose, int attempts) {
        List<String> notes = new ArrayList<>();
        if (!unknown.isEmpty()) {
            notes.add("metrics not known: " + String.join(", ", unknown));
        }
        if (!loose.isEmpty()) {
            notes.add("own interval wider than the tolerance: " + String.join(", ", loose));
        }
        if (attempts > 1) {
            notes.add(attempts + " seeds");
        }
        boolean failed = metrics.stream().anyMatch(metric -> metric.verdict() == Verdict.FAILED);
        Verdict verdict = failed ? Verdict.FAILED : metrics.isEmpty() ? Verdict.SKIPPED : Verdict.PASSED;
        if (metrics.isEmpty() && notes.isEmpty()) {
            notes.add("all its metrics are for reference only");
        }
        return new CaseOutcome(
                theory.id(), theory.family(), verdict, metrics, List.copyOf(unknown), String.join("; ", notes));
    }

    private static MetricOutcome outcome(Expected metric, Estimate estimate, double shortening) {
        double allowed = allowed(metric, estimate, shortening);
        double deviation = Math.abs(estimate.value() - metric.value());
        double used = deviation == 0 ? 0 : deviation / allowed;
        Verdict verdict = used <= 1 ? Verdict.PASSED : Verdict.FAILED;
        return new MetricOutcome(
                metric.metric(),
                metric.value(),
                estimate.value(),
                estimate.half999(),
                Double.isNaN(used) ? Double.POSITIVE_INFINITY : used,
                verdict);
    }

    /** Whether the run's own interval holds the value and is wider than the tolerance. */
    private static boolean cannotTell(Expected metric, Estimate estimate) {
        return Math.abs(estimate.value() - metric.value()) <= estimate.half999();
    }

    /** How far from the expected value a metric may lie. */
    private static double allowed(Expected metric, Estimate estimate, double shortening) {
        double size = Math.abs(metric.value());
        return switch (metric.tolerance()) {
            case Tolerance.Relative relative -> {
                double share = estimate.isExact()
                        ? relative.share()
                        : Math.max(TIGHTEST, relative.share() * Math.sqrt(Math.max(1, shortening)));
                yield size * (share + estimate.sketchError());
            }
            case Tolerance.OwnInterval _ ->
                estimate.isExact()
                        ? size * CLOSED_FORM + COMPLEMENT
                        : estimate.half99() + size * estimate.sketchError();
            case Tolerance.ReferenceOnly _ -> Double.POSITIVE_INFINITY;
        };
    }
}
