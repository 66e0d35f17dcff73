package dev.windtunnel.model.security;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Schedule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tool that measures clusters or manifests against a benchmark, again and again (S53). */
@Doc("A tool that measures clusters or manifests against a benchmark")
public record ClusterBenchmark(
        @Doc("kube-bench (clusters), kubesec (manifests), kubescape, trivy or polaris")
        Tool tool,

        @Doc("Benchmark, cis-eks-1.7; absent means the tool's own") @Nullable String benchmark,

        @Doc("When it runs in the cluster, cron in UTC; absent means with each build of the pipeline") @Nullable Schedule schedule,

        @Doc("Environments that it runs in; empty means all") @Default("[]")
        List<String> environments,

        @Doc("Where results go: security-hub, or a bucket; absent means the tool's own output") @Nullable String reportsTo,

        @Doc("Whether a failed check stops the pipeline") @Default("false")
        boolean blocks) {

    /** What measures. */
    public enum Tool {
        /** CIS Kubernetes and EKS benchmarks, on the nodes. */
        KUBE_BENCH,
        /** Risk of each manifest. */
        KUBESEC,
        /** CIS, NSA and MITRE, in the cluster. */
        KUBESCAPE,
        /** CIS and images, in the cluster. */
        TRIVY,
        /** Good practice of manifests. */
        POLARIS
    }

    /** Results that stand beside all other findings. */
    public static final String SECURITY_HUB = "security-hub";

    /** @throws IllegalArgumentException if it stops a pipeline in which it does not run */
    public ClusterBenchmark {
        environments = List.copyOf(environments);
        if (blocks && schedule != null) {
            throw new IllegalArgumentException("blocks needs a run with each build: leave out schedule");
        }
    }
}
