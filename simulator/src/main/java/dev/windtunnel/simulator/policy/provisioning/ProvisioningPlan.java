package dev.windtunnel.simulator.policy.provisioning;

import java.util.List;

/**
 * What one provisioning round decided about each pending pod.
 *
 * @param claims nodes to launch, in the order in which they were opened
 * @param nominations pods that need no new node
 * @param unplaced pods that no launch would help, in the order in which they were looked at
 * @param reasons why, one sentence without a full stop for each of {@code unplaced}
 */
public record ProvisioningPlan(
        List<NodeClaim> claims, List<Nomination> nominations, List<Integer> unplaced, List<String> reasons) {

    /** @throws IllegalArgumentException unless there is a reason for each unplaced pod */
    public ProvisioningPlan {
        claims = List.copyOf(claims);
        nominations = List.copyOf(nominations);
        unplaced = List.copyOf(unplaced);
        reasons = List.copyOf(reasons);
        if (unplaced.size() != reasons.size()) {
            throw new IllegalArgumentException(
                    "one reason per unplaced pod, found " + reasons.size() + " for " + unplaced.size());
        }
    }
}
