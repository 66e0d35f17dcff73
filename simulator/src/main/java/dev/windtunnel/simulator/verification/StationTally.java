package dev.windtunnel.simulator.verification;

/** What one station did in a window of time: visits, waits, sojourns, and how many were there. */
final class StationTally {

    private static final double NANOS = 1e9;

    private final FineHistogram waits = new FineHistogram();
    private final FineHistogram sojourns = new FineHistogram();
    private long from;
    private long until;

    long came;
    long refused;
    long started;
    long waited;
    long leftLine;
    long left;
    private double waitedNanos;
    private double impatientNanos;
    private double sojournNanos;
    private double squaredSojourn;

    private long changedAt;
    private final int servers;
    private int waiting;
    private int serving;
    private double waitingNanos;
    private double servingNanos;
    private double busyNanos;

    /**
     * A station without anyone in it.
     *
     * @param servers how many can be busy at once: those who share a CPU are all in service
     */
    StationTally(int servers) {
        this.servers = servers;
    }

    /** Forgets what was counted and keeps who is there. */
    static StationTally after(StationTally earlier, long now) {
        StationTally tally = new StationTally(earlier.servers);
        tally.waiting = earlier.waiting;
        tally.serving = earlier.serving;
        tally.changedAt = now;
        tally.from = now;
        return tally;
    }

    private void passTo(long now) {
        double elapsed = now - changedAt;
        waitingNanos += elapsed * waiting;
        servingNanos += elapsed * serving;
        busyNanos += elapsed * Math.min(serving, servers);
        changedAt = now;
    }

    void came(long now) {
        passTo(now);
        came++;
        waiting++;
    }

    void refused(long now) {
        passTo(now);
        refused++;
        waiting--;
    }

    void started(long nanos, long now) {
        passTo(now);
        waiting--;
        serving++;
        started++;
        waited += nanos > 0 ? 1 : 0;
        waitedNanos += nanos;
        waits.add(nanos);
    }

    void leftLine(long nanos, long now) {
        passTo(now);
        waiting--;
        leftLine++;
        impatientNanos += nanos;
    }

    void left(long nanos, long now) {
        passTo(now);
        serving--;
        left++;
        sojournNanos += nanos;
        squaredSojourn += (nanos / NANOS) * (nanos / NANOS);
        sojourns.add(nanos);
    }

    void close(long now) {
        passTo(now);
        until = now;
    }

    int inSystem() {
        return waiting + serving;
    }

    int waiting() {
        return waiting;
    }

    FineHistogram waits() {
        return waits;
    }

    FineHistogram sojourns() {
        return sojourns;
    }

    double seconds() {
        return (until - from) / NANOS;
    }

    double meanQueue() {
        return waitingNanos / (until - from);
    }

    double meanServing() {
        return servingNanos / (until - from);
    }

    double meanBusy() {
        return busyNanos / (until - from);
    }

    double meanWait() {
        return waitedNanos / NANOS / started;
    }

    double meanWaitOfAll() {
        return (waitedNanos + impatientNanos) / NANOS / (started + leftLine);
    }

    double meanWaitOfWaiting() {
        return waitedNanos / NANOS / waited;
    }

    double shareThatWaits() {
        return (double) (waited + leftLine) / (started + leftLine);
    }

    double meanSojourn() {
        return sojournNanos / NANOS / left;
    }

    double varianceOfSojourn() {
        return squaredSojourn / left - meanSojourn() * meanSojourn();
    }
}
