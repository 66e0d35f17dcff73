package dev.windtunnel.model.rule.kubernetes;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.CronJob;
import dev.windtunnel.model.compute.Resources;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.WorkloadSize;
import dev.windtunnel.model.compute.cluster.Namespace;
import dev.windtunnel.model.compute.cluster.ResourceQuota;
import dev.windtunnel.model.compute.node.ResourceAmount;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.CpuQuantity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A namespace's quota admits as many pods as the autoscalers want at most, with a release of each workload beside them, and
 * one run of each CronJob.
 */
final class QuotaAdmitsMost implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-K8S-02",
            Severity.ERROR,
            "a pod beyond the quota is refused when it is created: there is no Pending pod, no autoscaler hears of it, and growth just ends",
            List.of("S20", "S23"),
            "Kubernetes sheet, section 6",
            "raise the namespace's resourceQuota, or lower replicas.max");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : design.environments()) {
            for (Namespace namespace : environment.cluster().namespaces()) {
                ResourceQuota quota = namespace.resourceQuota();
                if (quota != null) {
                    Use use = Use.of(environment, namespace.name());
                    String path =
                            Design.path(environment, "cluster.namespaces." + namespace.name() + ".resourceQuota.");
                    exceeds(path + "requests", use.said(), "request", use.requests, quota.requests(), findings);
                    exceeds(path + "limits", use.said(), "are limited to", use.limits, quota.limits(), findings);
                    if (quota.pods() != null && use.pods > quota.pods()) {
                        findings.at(
                                path + "pods", use.said() + " are " + use.pods + ", found a quota of " + quota.pods());
                    }
                }
            }
        }
    }

    /** All that stands in a namespace at its busiest. */
    private static final class Use {
        private final List<String> parts = new ArrayList<>();
        private int pods;
        private Resources requests = new Resources(new CpuQuantity(0), new ByteSize(0));
        private Resources limits = requests;

        static Use of(Environment environment, String namespace) {
            Use use = new Use();
            for (Workload workload : environment.workloads()) {
                WorkloadSize size = WorkloadSize.of(workload);
                if (workload.namespace().equals(namespace)) {
                    String count = size.beside() == 0 ? "" + size.most() : size.most() + " + " + size.beside();
                    use.add(count + " " + workload.name(), size.mostDuringRelease(), size.requests(), size.limits());
                }
            }
            for (CronJob job : environment.cronJobs()) {
                if (job.namespace().equals(namespace) && !job.suspend()) {
                    use.add(job.parallelism() + " " + job.name(), job.parallelism(), job.requests(), job.limits());
                }
            }
            return use;
        }

        private void add(String said, int count, Resources request, Resources limit) {
            parts.add(said);
            pods += count;
            requests = plus(requests, count, request);
            limits = plus(limits, count, limit);
        }

        private static Resources plus(Resources sum, int count, Resources each) {
            return new Resources(
                    new CpuQuantity(sum.cpu().millis() + count * each.cpu().millis()),
                    new ByteSize(sum.memory().bytes() + count * each.memory().bytes()));
        }

        String said() {
            return String.join(" and ", parts) + " pods";
        }
    }

    private static void exceeds(
            String path, String pods, String verb, Resources use, @Nullable ResourceAmount quota, Findings findings) {
        CpuQuantity cpu = quota == null ? null : quota.cpu();
        ByteSize memory = quota == null ? null : quota.memory();
        if (cpu != null && use.cpu().compareTo(cpu) > 0) {
            findings.at(path + ".cpu", pods + " " + verb + " " + use.cpu() + " vCPU, found a quota of " + cpu);
        }
        if (memory != null && use.memory().compareTo(memory) > 0) {
            findings.at(path + ".memory", pods + " " + verb + " " + use.memory() + ", found a quota of " + memory);
        }
    }
}
