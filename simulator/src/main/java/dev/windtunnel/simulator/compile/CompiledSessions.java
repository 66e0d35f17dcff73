package dev.windtunnel.simulator.compile;

import dev.windtunnel.simulator.kernel.CountTable;
import dev.windtunnel.simulator.kernel.QuantileTable;
import java.util.List;

/**
 * What users do within a session, in numbers. Endpoints are indices of the compiled ones.
 *
 * @param pages of a session
 * @param thinkNanos time from a page to the request for the next one
 * @param content what a page asks for
 * @param files what it loads before
 * @param patience when users leave early
 * @param reload whether they load a failed page again
 * @param meanPages mean of {@code pages}
 * @param meanThinkNanos mean of {@code thinkNanos}
 * @param meanCalls requests of a session that nothing goes wrong in, by endpoint
 */
public record CompiledSessions(
        CountTable pages,
        QuantileTable thinkNanos,
        Content content,
        Files files,
        Patience patience,
        Reload reload,
        double meanPages,
        double meanThinkNanos,
        List<Double> meanCalls) {

    /** Copies. */
    public CompiledSessions {
        meanCalls = List.copyOf(meanCalls);
    }

    /** Requests of a session that nothing goes wrong in, over all endpoints. */
    public double meanRequests() {
        return meanCalls.stream().mapToDouble(calls -> calls).sum();
    }

    /** What a page asks for. */
    public sealed interface Content {}

    /**
     * Calls to endpoints drawn by weight.
     *
     * @param calls of a page
     * @param waves they go out in, as evenly as can be
     * @param cumulativeWeights of each endpoint and all before it; the last one is 1
     */
    public record Mixed(CountTable calls, int waves, List<Double> cumulativeWeights) implements Content {
        /** Copies. */
        public Mixed {
            cumulativeWeights = List.copyOf(cumulativeWeights);
        }
    }

    /** One of several kinds of pages, in the order of their names. */
    public record Kinds(List<Kind> kinds) implements Content {
        /** Copies. */
        public Kinds {
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * A kind of page.
     *
     * @param cumulativeShare share of pages of this kind and all before it
     * @param waves endpoints of each wave, rising within a wave, whose calls go out together
     */
    public record Kind(String name, double cumulativeShare, List<List<Integer>> waves) {
        /** Copies. */
        public Kind {
            waves = waves.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Static files.
     *
     * @param endpoint that serves them
     * @param first files of a session's first page
     * @param later files of each later page
     */
    public record Files(int endpoint, int first, int later) {
        /** None. */
        public static final Files NONE = new Files(0, 0, 0);
    }

    /**
     * When a user leaves early.
     *
     * @param limitNanos a page that took longer was slow
     * @param leaveSlow probability to leave after a slow page
     * @param leaveFailed probability to leave after a failed page
     */
    public record Patience(long limitNanos, double leaveSlow, double leaveFailed) {
        /** Users who stay whatever happens. */
        public static final Patience ENDLESS = new Patience(Long.MAX_VALUE, 0, 0);
    }

    /**
     * Whether a failed page is loaded again.
     *
     * @param chance probability that a user who stays does
     * @param waitNanos time before that
     * @param max reloads of a page
     */
    public record Reload(double chance, QuantileTable waitNanos, int max) {}
}
