package dev.windtunnel.model.rule.kubernetes;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.Criticality;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.rollout.Analysis;
import dev.windtunnel.model.compute.rollout.AnalysisCriterion;
import dev.windtunnel.model.compute.rollout.AnalysisMetric;
import dev.windtunnel.model.compute.rollout.CanaryStep;
import dev.windtunnel.model.compute.rollout.Strategy;
import dev.windtunnel.model.observability.BurnRate;
import dev.windtunnel.model.observability.Slo;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.unit.Durations;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Releases of high-risk services are measured while few users have them, and are aborted before the objective's page would
 * go off. High risk is what is critical and writes: a bad version leaves bad data behind.
 */
final class RiskyReleasesAnalyzed implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-K8S-10",
            Severity.ADVICE,
            "a release that nobody measures is rolled back by whoever is paged",
            List.of("S33", "S61"),
            "Kubernetes sheet, section 10; SLO-01",
            "write rollout.strategy.canary or blueGreen with an analysis whose limits are stricter than the page's");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    /** A metric and where it is written. */
    private record Measured(String path, AnalysisMetric metric) {}

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.beyondDevelopment(design)) {
            for (Workload workload : Scope.serving(design, environment)) {
                if (workload.criticality() == Criticality.CRITICAL && writes(design, workload)) {
                    judge(environment, workload, findings);
                }
            }
        }
    }

    private static boolean writes(Design design, Workload workload) {
        return design.architecture().endpoints().stream()
                .anyMatch(endpoint -> endpoint.workload().equals(workload.name()) && endpoint.writes());
    }

    private static void judge(Environment environment, Workload workload, Findings findings) {
        String path = Scope.path(environment, workload, "rollout.strategy");
        List<Measured> measured = measured(path, workload.rollout().strategy());
        if (measured.isEmpty()) {
            findings.at(
                    path, "expected a canary or blueGreen release with an analysis, found nothing that measures it");
        }
        for (Measured each : measured) {
            for (Slo slo : environment.observability().slos()) {
                switch (each.metric.criterion()) {
                    case AnalysisCriterion.ErrorRate rate -> errors(each, rate, slo, findings);
                    case AnalysisCriterion.Latency latency -> latency(each, latency, slo, findings);
                    case AnalysisCriterion.Query _ -> {}
                }
            }
        }
    }

    private static void errors(Measured each, AnalysisCriterion.ErrorRate rate, Slo slo, Findings findings) {
        BigDecimal page = pageAt(slo);
        if (page != null && slo.latency() == null && rate.max().value() >= page.doubleValue()) {
            findings.at(
                    each.path + ".max",
                    "expected less than "
                            + page.movePointRight(2).stripTrailingZeros().toPlainString() + "%, at which " + slo.name()
                            + " pages, found " + rate.max());
        }
    }

    private static void latency(Measured each, AnalysisCriterion.Latency latency, Slo slo, Findings findings) {
        if (slo.latency() != null && latency.max().compareTo(slo.latency()) > 0) {
            findings.at(
                    each.path + ".max",
                    "expected at most the " + Durations.print(slo.latency()) + " of " + slo.name() + ", found "
                            + Durations.print(latency.max()));
        }
    }

    /** The share of errors at which the objective's fastest page goes off: burn rate x budget (SLO-02); null if it never pages. */
    private static @Nullable BigDecimal pageAt(Slo slo) {
        double fastest = slo.page().isEmpty()
                ? 0
                : slo.alerts().stream()
                        .filter(alert -> alert.tells() == BurnRate.Notify.PAGE)
                        .mapToDouble(BurnRate::burn)
                        .max()
                        .orElse(0);
        BigDecimal budget =
                BigDecimal.ONE.subtract(BigDecimal.valueOf(slo.good().value()));
        return fastest == 0 ? null : BigDecimal.valueOf(fastest).multiply(budget, MathContext.DECIMAL64);
    }

    private static List<Measured> measured(String path, Strategy strategy) {
        List<Measured> measured = new ArrayList<>();
        switch (strategy) {
            case Strategy.Canary canary -> {
                add(measured, path + ".canary.analysis", canary.analysis());
                for (int at = 0; at < canary.steps().size(); at++) {
                    if (canary.steps().get(at) instanceof CanaryStep.Analyze step) {
                        add(measured, path + ".canary.steps." + at + ".analysis", new Analysis(step.metrics()));
                    }
                }
            }
            case Strategy.BlueGreen blueGreen -> {
                add(measured, path + ".blueGreen.prePromotionAnalysis", blueGreen.prePromotionAnalysis());
                add(measured, path + ".blueGreen.postPromotionAnalysis", blueGreen.postPromotionAnalysis());
            }
            case Strategy.RollingUpdate _, Strategy.Recreate _ -> {}
        }
        return measured;
    }

    private static void add(List<Measured> measured, String path, @Nullable Analysis analysis) {
        if (analysis != null) {
            analysis.metrics()
                    .forEach(metric -> measured.add(new Measured(path + ".metrics." + metric.name(), metric)));
        }
    }
}
