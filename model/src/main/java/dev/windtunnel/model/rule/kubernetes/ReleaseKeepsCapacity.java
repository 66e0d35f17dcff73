package dev.windtunnel.model.rule.kubernetes;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.WorkloadSize;
import dev.windtunnel.model.compute.rollout.Strategy;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.unit.Share;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release leaves as many pods as the load needs: those that may be missing are headroom that the autoscaler's target
 * leaves. Judged at the fewest and at the most pods.
 */
final class ReleaseKeepsCapacity implements DesignRule {

    /** What a share of whole pods may be off by. */
    private static final double ROUNDING = 1e-9;

    private static final RuleFacts FACTS = new RuleFacts(
            "R-K8S-09",
            Severity.WARNING,
            "pods that a release takes away are missing just as they are at any other loss",
            List.of("S33", "S34"),
            "Kubernetes sheet, sections 9 and 10",
            "write maxUnavailable: 0 in rollout.strategy, or lower autoscaling.cpu");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.beyondDevelopment(design)) {
            for (Workload workload : Scope.serving(design, environment)) {
                WorkloadSize size = WorkloadSize.of(workload);
                Strategy strategy = workload.rollout().strategy();
                if (isShort(strategy, size.target(), size.most())) {
                    tell(environment, workload, size.most(), findings);
                } else if (isShort(strategy, size.target(), size.fewest())) {
                    tell(environment, workload, size.fewest(), findings);
                }
            }
        }
    }

    private static boolean isShort(Strategy strategy, @Nullable Share target, int pods) {
        int missing = missing(strategy, pods);
        double needed = target == null ? pods : target.value() * pods;
        return missing > 0 && pods - missing < needed - ROUNDING;
    }

    /** Pods that may be missing of so many; behind a traffic router the old version stays whole. */
    private static int missing(Strategy strategy, int pods) {
        return switch (strategy) {
            case Strategy.RollingUpdate rolling -> rolling.unavailableOf(pods);
            case Strategy.Recreate _ -> pods;
            case Strategy.Canary canary ->
                canary.trafficRouting() == Strategy.Canary.TrafficRouting.NONE
                        ? canary.maxUnavailable().roundedDown(pods)
                        : 0;
            case Strategy.BlueGreen _ -> 0;
        };
    }

    private static void tell(Environment environment, Workload workload, int pods, Findings findings) {
        Share target = WorkloadSize.of(workload).target();
        Strategy strategy = workload.rollout().strategy();
        String key =
                switch (strategy) {
                    case Strategy.RollingUpdate _ -> ".rollingUpdate.maxUnavailable";
                    case Strategy.Canary _ -> ".canary.maxUnavailable";
                    case Strategy.Recreate _, Strategy.BlueGreen _ -> "";
                };
        findings.at(
                Scope.path(environment, workload, "rollout.strategy" + key),
                "a release may take " + missing(strategy, pods) + " of " + pods + " pods, and "
                        + (target == null
                                ? "no autoscaler leaves headroom"
                                : "the load at a target of " + target + " needs "
                                        + (int) Math.ceil(target.value() * pods - ROUNDING)));
    }
}
