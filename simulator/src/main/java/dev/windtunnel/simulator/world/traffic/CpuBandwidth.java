package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Tournament;

/**
 * The kernel's CPU bandwidth control of one container (APP-04): in each period of 100 ms it may use its quota, as fast as its
 * processes can; when the quota is used up it stands still until the period ends. Nothing is carried over.
 *
 * <p>Between two events a container uses CPU at one rate, so the instant at which the quota ends is known: the
 * {@linkplain #earlier next turn} is a candidate for the container's next event, and an idle or slow container costs none.
 * Not modeled: that the kernel hands the quota out to the node's CPUs in slices of 5 ms.
 */
final class CpuBandwidth {

    /** Length of a period: the kernel's and kubelet's default. */
    static final long PERIOD_NANOS = 100_000_000L;

    /** Floating-point residue of a used-up quota, in core-nanoseconds: what a core does in 1 ns, at most 1,000 of them. */
    private static final double RESIDUE = 1;

    private final double quotaCoreNanos;
    private final long phase;
    private final ThrottleCounts counts;
    private final int workload;

    private double usedCoreNanos;
    private long periodStart;
    private long lastActive = Long.MIN_VALUE;
    private long heldUntil = Tournament.NEVER;
    private long turnAt = Tournament.NEVER;

    /**
     * A container that has used nothing.
     *
     * @param limitMillis thousandths of a core that it may use on average, above 0
     * @param phase where its periods begin, 0 to a period
     * @param counts of its workload
     */
    CpuBandwidth(int limitMillis, long phase, ThrottleCounts counts, int workload, long now) {
        this(limitMillis / 1000.0 * PERIOD_NANOS, phase, counts, workload);
        periodStart = startOf(now);
    }

    private CpuBandwidth(double quotaCoreNanos, long phase, ThrottleCounts counts, int workload) {
        this.quotaCoreNanos = quotaCoreNanos;
        this.phase = phase;
        this.counts = counts;
        this.workload = workload;
    }

    private long startOf(long time) {
        return time - Math.floorMod(time - phase, PERIOD_NANOS);
    }

    /** Whether it stands still until its period ends. */
    boolean isHeld() {
        return heldUntil != Tournament.NEVER;
    }

    /** It has used so many cores since an instant until another, without being stopped between. */
    void ran(double cores, long from, long to) {
        if (cores > 0) {
            long first = startOf(from);
            long last = startOf(to - 1);
            long touched = (last - first) / PERIOD_NANOS + 1;
            counts.active(workload, first == lastActive ? touched - 1 : touched);
            lastActive = last;
        }
        long start = startOf(to);
        if (start == periodStart) {
            usedCoreNanos += cores * (to - from);
        } else {
            usedCoreNanos = cores * (to - Math.max(start, from));
            periodStart = start;
        }
    }

    /**
     * The earlier of the container's next completion and its next turn, if it goes on to use so many cores. Use until now has
     * been {@linkplain #ran accounted}.
     */
    long earlier(long completion, double cores, long now) {
        long turn = isHeld() ? heldUntil : quotaEnds(cores, now);
        turnAt = turn < completion ? turn : Tournament.NEVER;
        return Math.min(turn, completion);
    }

    private long quotaEnds(double cores, long now) {
        long start = startOf(now);
        if (start != periodStart) {
            periodStart = start;
            usedCoreNanos = 0;
        }
        if (cores <= 0) {
            return Tournament.NEVER;
        }
        long inThis = now + (long) Math.ceil(Math.max(0, quotaCoreNanos - usedCoreNanos) / cores);
        long end = start + PERIOD_NANOS;
        if (inThis < end) {
            return inThis;
        }
        long whole = (long) Math.ceil(quotaCoreNanos / cores);
        return whole < PERIOD_NANOS ? end + whole : Tournament.NEVER;
    }

    /**
     * Whether the event that is due now is a turn of this container, which it then takes: it is held, or let go again. Its
     * share is to be reckoned anew afterwards.
     */
    boolean turns(long now) {
        if (now != turnAt) {
            return false;
        }
        turnAt = Tournament.NEVER;
        if (isHeld()) {
            heldUntil = Tournament.NEVER;
        } else if (startOf(now) == periodStart && usedCoreNanos >= quotaCoreNanos - RESIDUE) {
            heldUntil = periodStart + PERIOD_NANOS;
            counts.held(workload, heldUntil - now);
        }
        return true;
    }

    /** The same account in another run, which counts for itself. */
    CpuBandwidth copyFor(ThrottleCounts theirCounts) {
        CpuBandwidth copy = new CpuBandwidth(quotaCoreNanos, phase, theirCounts, workload);
        copy.copyFrom(this);
        return copy;
    }

    /** Makes this container's account equal to another's. */
    void copyFrom(CpuBandwidth other) {
        usedCoreNanos = other.usedCoreNanos;
        periodStart = other.periodStart;
        lastActive = other.lastActive;
        heldUntil = other.heldUntil;
        turnAt = other.turnAt;
    }
}
