package dev.windtunnel.model.rule.database;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.catalog.DatabaseClass;
import dev.windtunnel.model.database.Database;
import dev.windtunnel.model.database.ReadReplica;
import dev.windtunnel.model.observability.Alarm;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.List;

/** Production's database does not live on CPU credits, or somebody watches them. */
final class SteadyClassInProduction implements DesignRule {

    /** CloudWatch's metrics of CPU credits: CPUCreditBalance, CPUCreditUsage, CPUSurplusCreditsCharged. */
    private static final List<String> CREDIT_METRICS = List.of("CPUCredit", "CPUSurplusCredit");

    private static final RuleFacts FACTS = new RuleFacts(
            "R-DB-11",
            Severity.WARNING,
            "a burstable class is fast until its credits are spent and expensive from then on",
            List.of("S42"),
            "RDS-36, EC2-28",
            "write database.class of a family other than t, or an alarm on AWS/RDS CPUCreditBalance below observability.alarms");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.production(design)) {
            if (environment.observability().alarms().stream().noneMatch(SteadyClassInProduction::watchesCredits)) {
                Database database = environment.database();
                judge(design, Design.path(environment, "database.class"), database.instanceClass(), findings);
                for (int at = 0; at < database.replicas().size(); at++) {
                    ReadReplica replica = database.replicas().get(at);
                    String path = Design.path(environment, "database.replicas." + at + ".class");
                    judge(design, path, replica.instanceClass(), findings);
                }
            }
        }
    }

    private static boolean watchesCredits(Alarm alarm) {
        return CREDIT_METRICS.stream().anyMatch(alarm.metric()::contains);
    }

    private static void judge(Design design, String path, String name, Findings findings) {
        design.catalog()
                .databaseClass(name)
                .filter(DatabaseClass::burstable)
                .ifPresent(found -> findings.at(
                        path,
                        "expected a class that is not burstable, found " + name + ", which earns "
                                + Math.round(found.baselineSharePerVcpu() * 100) + "% of its " + found.vcpus()
                                + " vCPUs and bills what it uses beyond"));
    }
}
