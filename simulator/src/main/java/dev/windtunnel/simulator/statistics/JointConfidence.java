package dev.windtunnel.simulator.statistics;

/** Several intervals that shall all hold at once. */
public final class JointConfidence {

    private JointConfidence() {}

    /**
     * The confidence that each of several intervals needs for all of them to hold with the given one: 1 - a/k (Bonferroni).
     * Holds whatever their dependence.
     *
     * @param intervals k, at least 1
     */
    public static double perInterval(double joint, int intervals) {
        Interval.requireConfidence(joint);
        if (intervals < 1) {
            throw new IllegalArgumentException("intervals must be at least 1, found " + intervals);
        }
        return 1 - (1 - joint) / intervals;
    }
}
