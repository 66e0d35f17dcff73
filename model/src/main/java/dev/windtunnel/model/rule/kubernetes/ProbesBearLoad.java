package dev.windtunnel.model.rule.kubernetes;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.cluster.CoreDns;
import dev.windtunnel.model.compute.pod.Probe;
import dev.windtunnel.model.compute.pod.Probes;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Probes wait for longer than a second where the pod can use up its CPU, and the cluster's DNS survives the loss of a zone. Only
 * probes that are written are judged.
 */
final class ProbesBearLoad implements DesignRule {

    /** Kubernetes' own timeout of a probe, too short for a busy pod (APP-13). */
    private static final Duration SHORT = Duration.ofSeconds(1);

    private static final long MILLIS_OF_A_CPU = 1_000;

    private static final RuleFacts FACTS = new RuleFacts(
            "R-K8S-15",
            Severity.WARNING,
            "a pod that is busy answers late: with a timeout of 1 s kubelet kills pods that serve, and one CoreDNS pod in a dead zone hangs half of all lookups",
            List.of("S33", "S19"),
            "APP-13, DNS-11",
            "write a probes timeout of 3s to 5s, and coredns zoneSpread: true with a pod in each zone or nodeLocalCache: true");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.beyondDevelopment(design)) {
            for (Workload workload : environment.workloads()) {
                if (maySaturate(workload)) {
                    Probes probes = workload.template().probes();
                    String path = Scope.path(environment, workload, "probes.");
                    probe(path + "startup", probes.startup(), findings);
                    probe(path + "readiness", probes.readiness(), findings);
                    probe(path + "liveness", probes.liveness(), findings);
                }
            }
            dns(environment, findings);
        }
    }

    /** Whether its processes, each on one CPU, can use all that the limit leaves them (APP-03). */
    private static boolean maySaturate(Workload workload) {
        return workload.server().processes() * MILLIS_OF_A_CPU
                >= workload.limits().cpu().millis();
    }

    private static void probe(String path, @Nullable Probe probe, Findings findings) {
        if (probe != null && probe.timeout().compareTo(SHORT) <= 0) {
            findings.at(
                    path + ".timeout",
                    "expected more than " + Durations.print(SHORT) + " where the pod can use up its CPU, found "
                            + Durations.print(probe.timeout()));
        }
    }

    private static void dns(Environment environment, Findings findings) {
        CoreDns dns = environment.cluster().addOns().coredns();
        int zones = environment.vpc().zones().size();
        boolean isSpread = dns.zoneSpread() && dns.replicas() >= Math.min(2, zones);
        if (zones > 1 && !isSpread && !dns.nodeLocalCache()) {
            findings.at(
                    Design.path(environment, "cluster.addOns.coredns"),
                    "expected CoreDNS to be spread over the " + zones + " zones or cached on the nodes, found "
                            + dns.replicas() + (dns.replicas() == 1 ? " pod" : " pods")
                            + " wherever they happen to stand");
        }
    }
}
