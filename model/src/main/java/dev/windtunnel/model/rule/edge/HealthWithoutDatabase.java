package dev.windtunnel.model.rule.edge;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.pod.Probe;
import dev.windtunnel.model.compute.pod.Probes;
import dev.windtunnel.model.edge.HealthCheck;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.model.workload.Endpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The load balancer asks for a path that needs no database, and hears the answer before it asks again. */
final class HealthWithoutDatabase implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-EDG-04",
            Severity.WARNING,
            "a path that needs the database makes every target unhealthy at once when the database fails over",
            List.of("S26"),
            "ALB-10, APP-13",
            "let loadBalancer.healthCheck.path be one that the application answers by itself");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.beyondDevelopment(design)) {
            HealthCheck check = environment.loadBalancer().healthCheck();
            String path = Design.path(environment, "loadBalancer.healthCheck");
            for (Endpoint endpoint : design.architecture().endpoints()) {
                if (endpoint.path().equals(check.path()) && endpoint.queries() > 0) {
                    findings.at(
                            path + ".path",
                            "expected a path that needs no database, found " + check.path() + ", for which endpoint "
                                    + endpoint.name() + " sends " + endpoint.queries()
                                    + (endpoint.queries() == 1 ? " statement" : " statements"));
                }
            }
            for (Workload workload : Scope.serving(design, environment)) {
                if (needsDatabase(workload.template().probes(), check.path())) {
                    findings.at(
                            path + ".path",
                            "expected a path that needs no database, found " + check.path() + ", of which a probe of "
                                    + workload.name() + " says that it does");
                }
            }
            if (check.timeout().compareTo(check.interval()) >= 0) {
                findings.at(
                        path + ".timeout",
                        "expected a timeout below the interval of " + Durations.print(check.interval()) + ", found "
                                + Durations.print(check.timeout()));
            }
        }
    }

    private static boolean needsDatabase(Probes probes, String path) {
        return needsDatabase(probes.startup(), path)
                || needsDatabase(probes.readiness(), path)
                || needsDatabase(probes.liveness(), path);
    }

    private static boolean needsDatabase(@Nullable Probe probe, String path) {
        return probe != null && path.equals(probe.path()) && probe.dependsOnDatabase();
    }
}
