package dev.windtunnel.simulator.result;

/**
 * Something that happened and why: a fault, a decision, a change of state. Ordered by time, then by the order in which the
 * run wrote them.
 */
public sealed interface JournalEntry {

    /** Nanoseconds since the start of the scenario. */
    long atNanos();

    /** Who did it: {@code scenario}, {@code hpa/backend}, {@code karpenter}, {@code alb}, {@code rds}, {@code kubelet}. */
    String actor();

    /** What happened, one sentence without a full stop. */
    String what();

    /** Why, one sentence without a full stop. */
    String because();

    /** A scripted fault began. */
    record FaultStarted(long atNanos, String actor, String what, String because) implements JournalEntry {}

    /** A scripted fault ended. */
    record FaultEnded(long atNanos, String actor, String what, String because) implements JournalEntry {}

    /** A workload got another desired size. */
    record WorkloadScaled(long atNanos, String actor, String what, String because, String workload, int from, int to)
            implements JournalEntry {}

    /** Pods could not be scheduled. */
    record PodsPending(long atNanos, String actor, String what, String because, String workload, int pods)
            implements JournalEntry {}

    /** A pod began to receive traffic. */
    record PodServing(long atNanos, String actor, String what, String because, String workload, String zone)
            implements JournalEntry {}

    /** Pods were deleted because their node was lost. */
    record PodsEvicted(long atNanos, String actor, String what, String because, String zone, int pods)
            implements JournalEntry {}

    /** A node was asked for. */
    record NodeLaunched(
            long atNanos, String actor, String what, String because, String instanceType, String zone, String capacity)
            implements JournalEntry {}

    /** A node became Ready. */
    record NodeReady(long atNanos, String actor, String what, String because, String instanceType, String zone)
            implements JournalEntry {}

    /** A node stopped answering the control plane, or answers again. */
    record NodeHealthChanged(long atNanos, String actor, String what, String because, String zone, boolean ready)
            implements JournalEntry {}

    /** A node was removed. */
    record NodeRemoved(long atNanos, String actor, String what, String because, String instanceType, String zone)
            implements JournalEntry {}

    /** A load balancer node changed its mind about targets. */
    record TargetsChanged(
            long atNanos, String actor, String what, String because, String zone, int targets, boolean healthy)
            implements JournalEntry {}

    /** A DNS name got or lost an address. */
    record DnsChanged(long atNanos, String actor, String what, String because, String zone, boolean present)
            implements JournalEntry {}

    /**
     * The database went into another state.
     *
     * @param state {@code failing-over}, {@code unreachable}, or {@code available} when it answers again
     */
    record DatabaseChanged(long atNanos, String actor, String what, String because, String state)
            implements JournalEntry {}
}
