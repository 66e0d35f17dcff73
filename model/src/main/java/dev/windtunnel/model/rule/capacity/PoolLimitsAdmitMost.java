package dev.windtunnel.model.rule.capacity;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.NodePool;
import dev.windtunnel.model.compute.Resources;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.WorkloadSize;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.CpuQuantity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The limits of node pools admit the nodes of as many pods as autoscalers want at most, with a release beside them, and some
 * node is large enough for a pod. A set of pools has to hold all workloads that may stand nowhere else.
 */
final class PoolLimitsAdmitMost implements DesignRule {

    private static final double GIBIBYTE = 1L << 30;

    private static final RuleFacts FACTS = new RuleFacts(
            "R-CMP-08",
            Severity.ERROR,
            "Karpenter launches nothing beyond a pool's limit: the last pods stay Pending just when they are needed",
            List.of("S22", "S23"),
            "Kubernetes sheet, section 11.1; CAL-09",
            "raise cpuLimit or memoryLimit of the pool, let the workload use another, or lower replicas.max");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : design.environments()) {
            Set<List<NodePool>> choices = new LinkedHashSet<>();
            for (Workload workload : environment.workloads()) {
                choices.add(PeakNodes.pools(environment, workload));
                tooLarge(design, environment, workload, findings);
            }
            choices.add(environment.cluster().nodePools());
            choices.forEach(pools -> judge(design, environment, pools, findings));
        }
    }

    private static void tooLarge(Design design, Environment environment, Workload workload, Findings findings) {
        List<NodePool> pools = PeakNodes.pools(environment, workload);
        if (PeakNodes.vcpus(design.catalog(), environment, workload, pools, 1).isEmpty()) {
            Resources requests = WorkloadSize.of(workload).requests();
            findings.at(
                    Scope.path(environment, workload, "requests"),
                    "a pod requests " + requests.cpu() + " vCPU and " + requests.memory()
                            + ", found no type so large in "
                            + String.join(
                                    " or ", pools.stream().map(NodePool::name).toList()));
        }
    }

    private static void judge(Design design, Environment environment, List<NodePool> pools, Findings findings) {
        List<Workload> confined = environment.workloads().stream()
                .filter(workload -> pools.containsAll(PeakNodes.pools(environment, workload)))
                .toList();
        double vcpus = 0;
        double gibibytes = 0;
        for (Workload workload : confined) {
            List<NodePool> its = PeakNodes.pools(environment, workload);
            int pods = WorkloadSize.of(workload).mostDuringRelease();
            vcpus += orNothing(PeakNodes.vcpus(design.catalog(), environment, workload, its, pods));
            gibibytes += orNothing(PeakNodes.gibibytes(design.catalog(), environment, workload, its, pods));
        }
        String pods = PeakNodes.counted(confined, WorkloadSize::mostDuringRelease);
        if (pools.stream().allMatch(pool -> pool.cpuLimit() != null)) {
            double limit = pools.stream()
                    .map(NodePool::cpuLimit)
                    .map(Objects::requireNonNull)
                    .mapToDouble(CpuQuantity::cores)
                    .sum();
            exceeds(environment, pools, "cpuLimit", pods, vcpus, limit, "vCPU", findings);
        }
        if (pools.stream().allMatch(pool -> pool.memoryLimit() != null)) {
            double limit = pools.stream()
                    .map(NodePool::memoryLimit)
                    .map(Objects::requireNonNull)
                    .mapToDouble(ByteSize::bytes)
                    .sum();
            exceeds(environment, pools, "memoryLimit", pods, gibibytes, limit / GIBIBYTE, "GiB", findings);
        }
    }

    private static void exceeds(
            Environment environment,
            List<NodePool> pools,
            String key,
            String pods,
            double needed,
            double limit,
            String unit,
            Findings findings) {
        if (needed > limit) {
            List<String> names = pools.stream().map(NodePool::name).toList();
            findings.at(
                    Design.path(environment, "cluster.nodePools." + names.getFirst() + "." + key),
                    pods + " need nodes of " + (long) Math.ceil(needed) + " " + unit + ", found " + (long) limit
                            + " as " + key + " of " + String.join(" and ", names));
        }
    }

    private static double orNothing(OptionalDouble amount) {
        return amount.isPresent() ? amount.getAsDouble() : 0;
    }
}
