package dev.windtunnel.simulator.world.traffic;

import java.util.Arrays;

/**
 * How far each request under way is on a path that is more than computing and statements, and what that has cost it: by
 * slot of the {@link RequestTable}, meaningful only for requests of such endpoints or at pods with a sidecar.
 */
final class DetourTable {

    private static final int INTS = 6;
    private static final int STEP = 0;
    private static final int MISSED = 1;
    private static final int FATE = 2;
    private static final int GATEWAY = 3;
    private static final int EPOCH = 4;
    private static final int HOLDS = 5;

    private static final int LONGS = 5;
    private static final int CPU_LEFT = 0;
    private static final int CALLING = 1;
    private static final int LOOKING_UP = 2;
    private static final int PROXIED = 3;
    private static final int PROXY_DELAY = 4;

    private int[] ints = new int[INTS * 64];
    private long[] longs = new long[LONGS * 64];

    private void reserve(int slot) {
        if (INTS * (slot + 1) > ints.length) {
            int capacity = Math.max(slot + 1, 2 * ints.length / INTS);
            ints = Arrays.copyOf(ints, INTS * capacity);
            longs = Arrays.copyOf(longs, LONGS * capacity);
        }
    }

    /** A request gets a worker, with so much CPU time to spend. */
    void begin(int slot, long cpuNanos) {
        reserve(slot);
        ints[INTS * slot + STEP] = 0;
        ints[INTS * slot + MISSED] = 0;
        longs[LONGS * slot + CPU_LEFT] = cpuNanos;
        longs[LONGS * slot + CALLING] = 0;
        longs[LONGS * slot + LOOKING_UP] = 0;
    }

    /** A request comes to a sidecar, which adds a delay to both of its ways together. */
    void beginProxy(int slot, long delayNanos) {
        reserve(slot);
        longs[LONGS * slot + PROXIED] = 0;
        longs[LONGS * slot + PROXY_DELAY] = delayNanos;
    }

    /** Its next step, by its place in the endpoint's list. */
    int step(int slot) {
        return ints[INTS * slot + STEP];
    }

    void step(int slot, int step) {
        ints[INTS * slot + STEP] = step;
    }

    /** Whether it missed what a warm cache would have held. */
    boolean missed(int slot) {
        return ints[INTS * slot + MISSED] != 0;
    }

    void missed(int slot, boolean missed) {
        ints[INTS * slot + MISSED] = missed ? 1 : 0;
    }

    /** What will become of its present call or lookup. */
    int fate(int slot) {
        return ints[INTS * slot + FATE];
    }

    void fate(int slot, int fate) {
        ints[INTS * slot + FATE] = fate;
    }

    /** Zone of the NAT gateway or cache node that its call or lookup goes through, or -1. */
    int gateway(int slot) {
        return ints[INTS * slot + GATEWAY];
    }

    /** How often that zone had been lost when the call or lookup went out. */
    int epoch(int slot) {
        return ints[INTS * slot + EPOCH];
    }

    void goesThrough(int slot, int zone, int epoch) {
        ints[INTS * slot + GATEWAY] = zone;
        ints[INTS * slot + EPOCH] = epoch;
    }

    /** Whether its present call keeps the service busy; one that was refused, or got nowhere, does not. */
    boolean holds(int slot) {
        return ints[INTS * slot + HOLDS] != 0;
    }

    void holds(int slot, boolean holds) {
        ints[INTS * slot + HOLDS] = holds ? 1 : 0;
    }

    /** CPU time that it still has to spend. */
    long cpuLeft(int slot) {
        return longs[LONGS * slot + CPU_LEFT];
    }

    void spendCpu(int slot, long nanos) {
        longs[LONGS * slot + CPU_LEFT] -= nanos;
    }

    /** Time in calls. */
    long calling(int slot) {
        return longs[LONGS * slot + CALLING];
    }

    void addCalling(int slot, long nanos) {
        longs[LONGS * slot + CALLING] += nanos;
    }

    /** Time in cache lookups. */
    long lookingUp(int slot) {
        return longs[LONGS * slot + LOOKING_UP];
    }

    void addLookingUp(int slot, long nanos) {
        longs[LONGS * slot + LOOKING_UP] += nanos;
    }

    /** Time at the sidecar's CPU. */
    long proxied(int slot) {
        return longs[LONGS * slot + PROXIED];
    }

    void proxied(int slot, long nanos) {
        longs[LONGS * slot + PROXIED] = nanos;
    }

    /** What the sidecar's own time adds to the request's. */
    long proxyDelay(int slot) {
        return longs[LONGS * slot + PROXY_DELAY];
    }

    /** Makes this table equal to another. */
    void copyFrom(DetourTable other) {
        ints = other.ints.clone();
        longs = other.longs.clone();
    }
}
