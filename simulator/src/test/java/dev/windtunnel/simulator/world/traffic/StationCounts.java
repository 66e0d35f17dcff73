package dev.windtunnel.simulator.world.traffic;

/** What a probe saw at all stations together. */
final class StationCounts implements StationProbe {

    long came;
    long refused;
    long started;
    long leftLine;
    long left;
    long good;
    long bad;
    long longestNanos;
    double waitedNanos;

    @Override
    public void came(int workload, long now) {
        came++;
    }

    @Override
    public void refused(int workload, long now) {
        refused++;
    }

    @Override
    public void started(int workload, long waited, long now) {
        started++;
        waitedNanos += waited;
    }

    @Override
    public void leftLine(int workload, long waited, long now) {
        leftLine++;
        waitedNanos += waited;
    }

    @Override
    public void left(int workload, long sojournNanos, long now) {
        left++;
    }

    @Override
    public void answered(int endpoint, boolean isGood, long latencyNanos, long now) {
        good += isGood ? 1 : 0;
        bad += isGood ? 0 : 1;
        longestNanos = Math.max(longestNanos, latencyNanos);
    }
}
