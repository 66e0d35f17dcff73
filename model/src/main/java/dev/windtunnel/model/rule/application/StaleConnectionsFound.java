package dev.windtunnel.model.rule.application;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.DatabaseClient;
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

/** Database clients notice soon that a connection leads nowhere: short timeouts, and a pool that tries or replaces what it keeps. */
final class StaleConnectionsFound implements DesignRule {

    /** The short end of an RDS failover, 60 to 120 s: who waits longer for a dead socket adds to the outage (RDS-02, RDS-12). */
    private static final Duration FAILOVER = Duration.ofSeconds(60);

    private static final RuleFacts FACTS = new RuleFacts(
            "R-APP-04",
            Severity.WARNING,
            "after a failover the old connections answer nothing: with the kernel's own timeouts an outage of 60 s was measured to last 16 minutes",
            List.of("S42"),
            "RDS-12, APP-12, CAL-05",
            "write databaseClient.prePing: true or a recycle, and timeouts of some seconds");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.beyondDevelopment(design)) {
            for (Workload workload : environment.workloads()) {
                DatabaseClient client = workload.databaseClient();
                if (client == null) {
                    continue;
                }
                String path = Scope.path(environment, workload, "databaseClient");
                if (!client.prePing() && client.recycle() == null) {
                    findings.at(
                            path, "expected prePing: true or a recycle, found a pool that keeps connections untried");
                }
                tooLong(path + ".connectTimeout", client.connectTimeout(), findings);
                tooLong(path + ".socketTimeout", client.socketTimeout(), findings);
            }
        }
    }

    private static void tooLong(String path, Duration timeout, Findings findings) {
        if (timeout.compareTo(FAILOVER) > 0) {
            findings.at(
                    path,
                    "expected at most " + Durations.print(FAILOVER) + ", as long as a short failover, found "
                            + Durations.print(timeout));
        }
    }
}
