package dev.windtunnel.model.rule.capacity;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.edge.HealthCheck;
import dev.windtunnel.model.observability.Slo;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.util.List;

/**
 * Health checks take the targets of a lost zone out before the errors of that one loss have spent what is worth a page: 2 % of
 * the error budget, which is what an hour at 14.4 times the budget's rate spends in 30 days (SLO-01).
 */
final class FaultsSeenInTime implements DesignRule {

    /** Percent of an error budget that one event may spend before it is seen; SLO-01. */
    private static final int PERCENT_OF_BUDGET = 2;

    private static final long MILLIS = 1_000;

    private static final RuleFacts FACTS = new RuleFacts(
            "R-AZ-05",
            Severity.WARNING,
            "until its health checks have failed a silent target gets its share of the requests, and each of them fails",
            List.of("S26", "S58"),
            "ALB-14, SLO-01, SLO-03",
            "lower loadBalancer.healthCheck.interval, timeout or unhealthyThreshold, or promise less in observability.slos");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.beyondDevelopment(design)) {
            int zones = environment.vpc().zones().size();
            HealthCheck check = environment.loadBalancer().healthCheck();
            for (Slo slo : environment.observability().slos()) {
                Duration allowed = allowed(slo);
                if (zones > 1 && lost(check, zones).compareTo(allowed) > 0) {
                    findings.at(
                            Design.path(environment, "loadBalancer.healthCheck"),
                            message(check, zones) + ", expected at most " + Durations.print(allowed) + ", "
                                    + PERCENT_OF_BUDGET + " % of the budget of " + slo.name());
                }
            }
        }
    }

    private static String message(HealthCheck check, int zones) {
        return "the targets of a lost zone are out after up to " + check.unhealthyThreshold() + " x "
                + Durations.print(check.interval()) + " + " + Durations.print(check.timeout()) + " = "
                + Durations.print(detection(check)) + "; 1/" + zones
                + " of the requests failing for so long is an outage of " + Durations.print(lost(check, zones));
    }

    /** The longest time until a silent target is unhealthy (ALB-14). */
    private static Duration detection(HealthCheck check) {
        return check.interval().multipliedBy(check.unhealthyThreshold()).plus(check.timeout());
    }

    /** As long as all requests would have to fail for as many errors, in whole milliseconds. */
    private static Duration lost(HealthCheck check, int zones) {
        return Duration.ofMillis(detection(check).toMillis() / zones);
    }

    private static Duration allowed(Slo slo) {
        double millis = (1 - slo.good().value()) * slo.window().toSeconds() * MILLIS * PERCENT_OF_BUDGET / 100;
        return Duration.ofMillis(Math.round(millis));
    }
}
