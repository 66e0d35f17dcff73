package dev.windtunnel.simulator.compile;

import dev.windtunnel.model.trace.RequestLog;
import dev.windtunnel.simulator.kernel.CountsBySecond;
import dev.windtunnel.simulator.kernel.QuantileTable;
import java.util.List;

/** When requests set out. */
public sealed interface Arrivals {

    /** The highest mean of arrivals per second that the source knows of; 0 if it does not know. */
    double peakPerSecond();

    /**
     * So many in each second, at independent uniform instants: a recorded count, or a Poisson number, which makes the whole a
     * Poisson process whose rate may change every second.
     *
     * @param counts requests in each second
     */
    record Counted(CountsBySecond counts) implements Arrivals {
        @Override
        public double peakPerSecond() {
            return counts.peakPerSecond();
        }
    }

    /**
     * A renewal process: independent gaps, the first one before the first arrival.
     *
     * @param gapNanos gap between two arrivals, nanoseconds; fixed for evenly spaced arrivals
     * @param meanGapNanos its mean
     */
    record Renewal(QuantileTable gapNanos, double meanGapNanos) implements Arrivals {
        @Override
        public double peakPerSecond() {
            return 1e9 / meanGapNanos;
        }
    }

    /**
     * A fixed number of users, each of whom waits for the answer, thinks, and asks again; all think at the beginning. There is
     * no intended arrival beyond the user's own: a slow system is asked less (workload sheet, section 7).
     *
     * @param users how many, at least 1
     * @param thinkNanos time from an answer to the user's next request, nanoseconds
     * @param meanThinkNanos its mean
     */
    record Closed(int users, QuantileTable thinkNanos, double meanThinkNanos) implements Arrivals {
        @Override
        public double peakPerSecond() {
            return meanThinkNanos == 0 ? 0 : users * 1e9 / meanThinkNanos;
        }
    }

    /**
     * Recorded requests: each at its instant, for its endpoint, with its bytes.
     *
     * @param log the requests
     * @param endpoints index of the compiled endpoint for each of the log's, in the order of {@link RequestLog#endpoints}
     * @param copies how often each is played
     * @param counts how many are played in each second
     */
    record Recorded(RequestLog log, List<Integer> endpoints, LogCopies copies, CountsBySecond counts)
            implements Arrivals {
        /** Copies. */
        public Recorded {
            endpoints = List.copyOf(endpoints);
        }

        @Override
        public double peakPerSecond() {
            return counts.peakPerSecond();
        }
    }

    /** Evenly paced: a request whenever the integral of the rate has grown by one, the first one at a half. */
    record Paced(StagedRate rate) implements Arrivals {
        @Override
        public double peakPerSecond() {
            return rate.peakPerSecond();
        }
    }

    /**
     * Users who come whatever the system does, and within their sessions wait for its answers: partly open traffic.
     *
     * @param begins when sessions begin: any arrivals that ignore answers and know nothing of endpoints
     * @param sessions what happens in them
     */
    record Sessions(Arrivals begins, CompiledSessions sessions) implements Arrivals {
        @Override
        public double peakPerSecond() {
            return begins.peakPerSecond() * sessions.meanRequests();
        }
    }
}
