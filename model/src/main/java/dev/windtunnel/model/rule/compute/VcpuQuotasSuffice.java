package dev.windtunnel.model.rule.compute;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.catalog.InstanceType;
import dev.windtunnel.model.compute.CapacityType;
import dev.windtunnel.model.compute.NodePool;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.WorkloadSize;
import dev.windtunnel.model.compute.node.VcpuQuotas;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.rule.capacity.PeakNodes;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The account's vCPU quotas exceed the plan's peak, half as much again. The peak of a purchase are the nodes of all pods that
 * may stand on it, as many as autoscalers want at most: Spot may be gone on the day. A quota that nobody states is a new
 * account's, which is a warning only: it may have been raised.
 */
final class VcpuQuotasSuffice implements DesignRule {

    /** vCPUs that a new account may have of either purchase (QUO-01, QUO-02). */
    private static final int OF_A_NEW_ACCOUNT = 5;

    /** What a quota should be of the peak (R-CMP-07). */
    private static final double MARGIN = 1.5;

    private static final RuleFacts FACTS = new RuleFacts(
            "R-CMP-07",
            Severity.ERROR,
            "beyond the quota AWS refuses every instance, and pods stay Pending until a person has had it raised",
            List.of("S02"),
            "QUO-01, QUO-02, CAL-09",
            "have the quotas raised and state them in cluster.quotas");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : design.environments()) {
            VcpuQuotas quotas = environment.cluster().quotas();
            judge(design, environment, CapacityType.ON_DEMAND, quotas == null ? -1 : quotas.onDemand(), findings);
            judge(design, environment, CapacityType.SPOT, quotas == null ? -1 : quotas.spot(), findings);
        }
    }

    private static void judge(
            Design design, Environment environment, CapacityType capacity, int stated, Findings findings) {
        List<Workload> counted = new ArrayList<>();
        double vcpus = 0;
        for (Workload workload : environment.workloads()) {
            OptionalDouble its = PeakNodes.vcpus(
                    design.catalog(),
                    environment,
                    workload,
                    of(capacity, PeakNodes.pools(environment, workload)),
                    WorkloadSize.of(workload).most());
            if (its.isPresent()) {
                counted.add(workload);
                vcpus += its.getAsDouble();
            }
        }
        int peak = (int) Math.ceil(vcpus);
        int groups = capacity == CapacityType.ON_DEMAND ? groups(design, environment) : 0;
        long needed = (long) Math.ceil(Math.max(peak, groups) * MARGIN);
        int quota = stated < 0 ? OF_A_NEW_ACCOUNT : stated;
        if (needed > quota) {
            boolean isSpot = capacity == CapacityType.SPOT;
            String load = groups > peak
                    ? "node groups at their maxSize are " + groups + " vCPU"
                    : PeakNodes.counted(counted, WorkloadSize::most) + " need " + peak
                            + (isSpot ? " Spot" : " On-Demand") + " vCPU";
            findings.at(
                    stated < 0 ? Severity.WARNING : Severity.ERROR,
                    Design.path(environment, "cluster.quotas" + (isSpot ? ".spot" : ".onDemand")),
                    load + ", x " + MARGIN + " = " + needed + "; found a quota of " + quota
                            + (stated < 0 ? ", a new account's, since none is stated" : ""));
        }
    }

    private static List<NodePool> of(CapacityType capacity, List<NodePool> pools) {
        return pools.stream().filter(pool -> pool.capacity() == capacity).toList();
    }

    /** vCPUs of the On-Demand node groups at their largest, should they stand in for the pools. */
    private static int groups(Design design, Environment environment) {
        return environment.cluster().nodeGroups().stream()
                .filter(group -> group.capacity() == CapacityType.ON_DEMAND)
                .mapToInt(group -> group.maxSize()
                        * design.catalog()
                                .instanceType(group.instanceTypes().getFirst())
                                .map(InstanceType::vcpus)
                                .orElse(0))
                .sum();
    }
}
