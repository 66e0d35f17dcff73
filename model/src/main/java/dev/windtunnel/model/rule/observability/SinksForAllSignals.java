package dev.windtunnel.model.rule.observability;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.observability.LogRoute;
import dev.windtunnel.model.observability.Observability;
import dev.windtunnel.model.observability.Prometheus;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.List;
import java.util.Locale;

/** Metrics, logs and traces of production go somewhere, and are kept for a time that somebody has chosen. */
final class SinksForAllSignals implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-OBS-02",
            Severity.WARNING,
            "what is not kept cannot be asked afterwards, and what is kept for ever is paid for ever",
            List.of("S55", "S56", "S57"),
            "OBS-01, OBS-04",
            "write observability.containerInsights or prometheus, logs with a retention, and tracing");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.production(design)) {
            Observability observability = environment.observability();
            if (design.environments().size() > 1 || !observability.equals(new Observability())) {
                sinks(environment, observability, findings);
            }
        }
        for (Environment environment : Scope.beyondDevelopment(design)) {
            environment.observability().logs().forEach(route -> isKept(environment, route, findings));
        }
    }

    private static void sinks(Environment environment, Observability observability, Findings findings) {
        Prometheus prometheus = observability.prometheus();
        if (observability.containerInsights() == null && prometheus == null) {
            findings.at(
                    Design.path(environment, "observability.prometheus"),
                    "expected metrics to be kept by containerInsights or prometheus, found neither");
        } else if (observability.containerInsights() == null && prometheus != null && !prometheus.remoteWrite()) {
            findings.at(
                    Design.path(environment, "observability.prometheus.remoteWrite"),
                    "expected metrics to leave the cluster, found them lost with it");
        }
        if (observability.logs().stream().noneMatch(route -> route.source() == LogRoute.Source.APPLICATION)) {
            findings.at(
                    Design.path(environment, "observability.logs"),
                    "expected a route with source: application, found none: logs go with their pods");
        }
        if (observability.tracing() == null) {
            findings.at(Design.path(environment, "observability.tracing"), "expected traces to be kept, found none");
        }
    }

    /** A bucket has rules of its own, R-OBS-03. */
    private static void isKept(Environment environment, LogRoute route, Findings findings) {
        if (route.retention() == null && route.destination() != LogRoute.Destination.S3) {
            findings.at(
                    Design.path(environment, "observability.logs." + route.name() + ".retention"),
                    "expected a retention, found none: "
                            + route.destination()
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '-')
                            + " keeps what it gets for ever");
        }
    }
}
