package dev.windtunnel.model.rule.application;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.Server;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.util.List;

/** A gthread gunicorn keeps an idle connection for longer than the load balancer does. */
final class KeepaliveOutlastsBalancer implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-APP-01",
            Severity.WARNING,
            "a server that closes first may close just as the load balancer sends: the request ends in a 502",
            List.of("S01"),
            "APP-08, ALB-20",
            "write a server.gunicorn.keepalive above loadBalancer.idleTimeout");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.beyondDevelopment(design)) {
            Duration idle = environment.loadBalancer().idleTimeout();
            for (Workload workload : Scope.serving(design, environment)) {
                if (workload.server() instanceof Server.Gunicorn gunicorn
                        && !gunicorn.isSync()
                        && gunicorn.keepalive().compareTo(idle) <= 0) {
                    findings.at(
                            Scope.path(environment, workload, "server.gunicorn.keepalive"),
                            "expected a keepalive above the load balancer's idle timeout of " + Durations.print(idle)
                                    + ", found " + Durations.print(gunicorn.keepalive()));
                }
            }
        }
    }
}
