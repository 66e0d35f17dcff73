package dev.windtunnel.simulator.world.traffic;

/**
 * How often each endpoint was asked of the targets, tries one by one and whether or not a target took it: what is offered to
 * the stations, as against what they do. Counts only; what it means as work is reckoned when it is read.
 */
final class OfferedLoad {

    private final long[] asked;

    OfferedLoad(int endpoints) {
        asked = new long[endpoints];
    }

    void asked(int endpoint) {
        asked[endpoint]++;
    }

    /** Since the beginning. */
    long of(int endpoint) {
        return asked[endpoint];
    }

    /** Makes this equal to the other. */
    void copyFrom(OfferedLoad other) {
        System.arraycopy(other.asked, 0, asked, 0, asked.length);
    }
}
