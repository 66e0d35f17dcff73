package dev.windtunnel.model.rule.observability;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.observability.BurnRate;
import dev.windtunnel.model.observability.Observability;
import dev.windtunnel.model.observability.Slo;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.List;
import java.util.stream.Stream;

/** Every objective has burn-rate alerts, and they end at SNS or PagerDuty; production's as a page. */
final class ObjectivesWakeSomebody implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-OBS-01",
            Severity.ERROR,
            "an objective that wakes nobody is missed unnoticed",
            List.of("S58"),
            "SLO-01, OBS-07",
            "write observability.slos with page: [...], a receiver whose via holds sns or pagerduty");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.beyondDevelopment(design)) {
            Observability observability = environment.observability();
            boolean isProduction = design.isProduction(environment);
            boolean isSketch = design.environments().size() == 1 && observability.equals(new Observability());
            if (isProduction && !isSketch && observability.slos().isEmpty()) {
                findings.at(
                        Design.path(environment, "observability.slos"),
                        "expected at least one objective with burn-rate alerts, found none");
            }
            observability.slos().forEach(slo -> judge(environment, slo, isProduction, findings));
        }
    }

    private static void judge(Environment environment, Slo slo, boolean isProduction, Findings findings) {
        String path = Design.path(environment, "observability.slos." + slo.name());
        if (slo.alerts().isEmpty()) {
            findings.at(path + ".alerts", "expected burn-rate alerts, found none");
            return;
        }
        boolean pages = reaches(environment, slo, BurnRate.Notify.PAGE);
        boolean tells = pages || reaches(environment, slo, BurnRate.Notify.TICKET);
        if (isProduction && !pages) {
            findings.at(
                    path + (hasPage(slo) ? ".page" : ".alerts"),
                    "expected a page by sns or pagerduty, found "
                            + (hasPage(slo) ? words(slo.page()) : "tickets only"));
        } else if (!tells) {
            findings.at(
                    path,
                    "expected a receiver by sns or pagerduty, found "
                            + words(Stream.concat(slo.page().stream(), slo.ticket().stream())
                                    .distinct()
                                    .toList()));
        }
    }

    private static boolean hasPage(Slo slo) {
        return slo.alerts().stream().anyMatch(alert -> alert.tells() == BurnRate.Notify.PAGE);
    }

    private static boolean reaches(Environment environment, Slo slo, BurnRate.Notify kind) {
        List<String> told = kind == BurnRate.Notify.PAGE ? slo.page() : slo.ticket();
        return slo.tells(kind)
                && environment.observability().receivers().stream()
                        .anyMatch(receiver -> told.contains(receiver.name()) && receiver.pages());
    }

    private static String words(List<String> receivers) {
        return receivers.isEmpty() ? "no receiver" : String.join(", ", receivers);
    }
}
