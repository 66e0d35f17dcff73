package dev.windtunnel.model.rule.kubernetes;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.Shutdown;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.cluster.Namespace;
import dev.windtunnel.model.edge.TargetGroup;
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
 * A pod that goes is forgotten by the load balancer first, stops after that, and is killed last; and it goes only once another
 * target is healthy.
 */
final class PodsLeaveInOrder implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-K8S-12",
            Severity.WARNING,
            "the load balancer sends a few more requests to a pod that is being taken out: they end in 502 unless the pod still serves them",
            List.of("S26", "S33"),
            "ALB-31, ALB-32, ALB-33",
            "order loadBalancer.deregistrationDelay < shutdown.preStop < shutdown.gracePeriod, and write podReadinessGate: true for the namespace");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.beyondDevelopment(design)) {
            List<Workload> serving = Scope.serving(design, environment);
            Duration delay = environment.loadBalancer().deregistrationDelay();
            for (Workload workload : serving) {
                Shutdown stop = workload.shutdown();
                boolean isOrdered =
                        delay.compareTo(stop.preStop()) < 0 && stop.preStop().compareTo(stop.gracePeriod()) < 0;
                if (!isOrdered) {
                    findings.at(
                            Scope.path(environment, workload, "shutdown.preStop"),
                            "expected deregistrationDelay < preStop < gracePeriod, found " + Durations.print(delay)
                                    + ", " + Durations.print(stop.preStop()) + " and "
                                    + Durations.print(stop.gracePeriod()));
                }
            }
            if (environment.loadBalancer().targetGroup().targetType() == TargetGroup.TargetType.IP) {
                environment
                        .cluster()
                        .namespaces()
                        .forEach(namespace -> gate(environment, namespace, serving, findings));
            }
        }
    }

    private static void gate(Environment environment, Namespace namespace, List<Workload> serving, Findings findings) {
        List<String> targets = serving.stream()
                .filter(workload -> workload.namespace().equals(namespace.name()))
                .map(Workload::name)
                .toList();
        if (!namespace.podReadinessGate() && !targets.isEmpty()) {
            findings.at(
                    Design.path(environment, "cluster.namespaces." + namespace.name() + ".podReadinessGate"),
                    "expected true for the ip targets " + String.join(", ", targets) + ", found false");
        }
    }
}
