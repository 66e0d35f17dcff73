package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Copies;
import dev.windtunnel.simulator.metric.LatencyBuckets;
import dev.windtunnel.simulator.metric.LatencyHistogram;
import dev.windtunnel.simulator.result.Cause;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts of one minute of intended arrivals, while requests of it may still end: for each view, endpoint and cause a row of
 * latency buckets. Rows are made when first needed and used again for later minutes.
 */
final class OpenMinute {

    static final int CAUSES = Cause.values().length;
    static final int CLIENT = 0;
    static final int LOAD_BALANCER = 1;

    /** The load balancer's status for a request whose client left before the answer (ALB-23); it counts as no failure. */
    static final int CLIENT_LEFT = 460;

    /** The statuses that are told apart; 0 is no answer at all. */
    static final int[] STATUSES = {0, 429, CLIENT_LEFT, 500, 502, 503, 504};

    private final int endpoints;
    private final int[] @Nullable [] rows;
    private final int[] rowTotals;
    private final long[] failures;
    private final long[] statuses;
    private final long[] arrived;

    /** The minute it counts now. */
    int minute = -1;

    OpenMinute(int endpoints) {
        this.endpoints = endpoints;
        rows = new int[2 * endpoints * CAUSES][];
        rowTotals = new int[2 * endpoints * CAUSES];
        failures = new long[2 * endpoints * CAUSES];
        statuses = new long[2 * endpoints * STATUSES.length];
        arrived = new long[endpoints];
    }

    /** Starts over for another minute. */
    void reset(int newMinute) {
        minute = newMinute;
        for (int row = 0; row < rows.length; row++) {
            int[] counts = rows[row];
            if (counts != null && rowTotals[row] > 0) {
                Arrays.fill(counts, 0);
            }
        }
        Arrays.fill(rowTotals, 0);
        Arrays.fill(failures, 0);
        Arrays.fill(statuses, 0);
        Arrays.fill(arrived, 0);
    }

    private int row(int view, int endpoint, int cause) {
        return (view * endpoints + endpoint) * CAUSES + cause;
    }

    void arrived(int endpoint) {
        arrived[endpoint]++;
    }

    void succeeded(int view, int endpoint, int cause, long nanos) {
        int row = row(view, endpoint, cause);
        int[] counts = rows[row];
        if (counts == null) {
            counts = new int[LatencyBuckets.COUNT];
            rows[row] = counts;
        }
        counts[LatencyBuckets.indexOf(nanos)]++;
        rowTotals[row]++;
    }

    void failed(int view, int endpoint, int cause, int status) {
        failures[row(view, endpoint, cause)]++;
        statuses[(view * endpoints + endpoint) * STATUSES.length + Arrays.binarySearch(STATUSES, status)]++;
    }

    /** The load balancer logged that the client had left; neither good nor bad. */
    void clientLeft(int endpoint) {
        statuses[
                (LOAD_BALANCER * endpoints + endpoint) * STATUSES.length
                        + Arrays.binarySearch(STATUSES, CLIENT_LEFT)]++;
    }

    long arrivedAt(int endpoint) {
        return arrived[endpoint];
    }

    long failures(int view, int endpoint, int cause) {
        return failures[row(view, endpoint, cause)];
    }

    long statuses(int view, int endpoint, int statusIndex) {
        return statuses[(view * endpoints + endpoint) * STATUSES.length + statusIndex];
    }

    int successes(int view, int endpoint, int cause) {
        return rowTotals[row(view, endpoint, cause)];
    }

    /** Adds the latencies of succeeded requests to a histogram. */
    void addLatencies(int view, int endpoint, int cause, LatencyHistogram histogram) {
        int[] counts = rows[row(view, endpoint, cause)];
        if (counts == null || successes(view, endpoint, cause) == 0) {
            return;
        }
        for (int bucket = 0; bucket < counts.length; bucket++) {
            if (counts[bucket] > 0) {
                histogram.add(bucket, counts[bucket]);
            }
        }
    }

    /** Takes over another's state. */
    void copyFrom(OpenMinute other) {
        for (int row = 0; row < rows.length; row++) {
            int[] theirs = other.rows[row];
            int[] mine = rows[row];
            rows[row] = theirs == null ? null : mine == null ? theirs.clone() : Copies.of(theirs, mine);
        }
        System.arraycopy(other.rowTotals, 0, rowTotals, 0, rowTotals.length);
        System.arraycopy(other.failures, 0, failures, 0, failures.length);
        System.arraycopy(other.statuses, 0, statuses, 0, statuses.length);
        System.arraycopy(other.arrived, 0, arrived, 0, arrived.length);
        minute = other.minute;
    }
}
