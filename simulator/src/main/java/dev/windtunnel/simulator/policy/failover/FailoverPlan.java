package dev.windtunnel.simulator.policy.failover;

import java.util.List;

/**
 * What becomes of the database after a zone was lost, step by step.
 *
 * @param impact what was hit
 * @param steps changes of state in the order of time; empty if nothing was hit
 * @param placement where its copies stand when all steps have come true
 */
public record FailoverPlan(Impact impact, List<Step> steps, DatabasePlacement placement) {

    /** Time of a step that does not come while the zone is lost for good. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Copies the steps. */
    public FailoverPlan {
        steps = List.copyOf(steps);
    }

    /** What the lost zone held. */
    public enum Impact {
        /** Nothing of the database. */
        NONE,
        /** The primary, with a standby elsewhere: a failover. */
        PRIMARY,
        /** The standby: no outage, no high availability. */
        STANDBY,
        /** The only copy: down until the zone is back. */
        ONLY_COPY
    }

    /**
     * A change of state.
     *
     * @param atNanos nanoseconds since the scenario's start, or {@link #NEVER}
     * @param state the state from then on
     * @param primaryZone zone of the instance that the endpoint leads to from then on
     * @param reason one sentence without a full stop
     */
    public record Step(long atNanos, DatabaseState state, String primaryZone, String reason) {}

    /** When clients can connect again: the first serving step; {@link #NEVER} if there is none. */
    public long servingNanos() {
        return steps.stream()
                .filter(step -> step.state().isServing())
                .mapToLong(Step::atNanos)
                .findFirst()
                .orElse(NEVER);
    }
}
