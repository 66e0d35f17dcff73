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
import java.util.List;

/** Bare sync workers stand right behind a load balancer. How many idle connections it opens no design states. */
final class SyncBehindBalancer implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-APP-02",
            Severity.WARNING,
            "a connection that the load balancer opens and leaves idle occupies a sync worker, which serves nobody else meanwhile",
            List.of("S01"),
            "APP-01, APP-09",
            "write server.gunicorn.threads above 1, which makes gthread workers of them");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.beyondDevelopment(design)) {
            for (Workload workload : Scope.serving(design, environment)) {
                if (workload.server() instanceof Server.Gunicorn gunicorn && gunicorn.isSync()) {
                    findings.at(
                            Scope.path(environment, workload, "server.gunicorn.threads"),
                            "expected more than 1 thread behind a load balancer, found " + gunicorn.workers()
                                    + " sync workers, each with one connection at a time");
                }
            }
        }
    }
}
