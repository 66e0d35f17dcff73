package dev.windtunnel.simulator.statistics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Do 95 % intervals hold the truth 95 times in 100? Each claim is tried on 2,000 runs with known answers; the binomial noise
 * of 2,000 tries is a standard deviation of 0.5 %, so 93 % to 97 % is four of them.
 */
class CoverageTest {

    /** Published: run r of source s draws from seed SEED + 10,000,019 s + r. */
    private static final long SEED = 20_261_124;

    private static final int RUNS = 2_000;

    /** Erlang C with 2 servers at 50 %: C = 1 / (1 + 1 + 1), and the wait is C / (2 - 1). */
    private static final double POOLED_WAIT = 1.0 / 3;

    /**
     * A source of series with a known mean.
     *
     * @param replicationLength observations that one of ten replications needs for its mean to be nearly normal
     * @param runLength observations that one run for batch means needs: 20 batches must be long against the memory
     */
    record Source(
            String name,
            int ordinal,
            double mean,
            int replicationLength,
            int runLength,
            double precision,
            Function<Draws, double[]> make) {

        double[] series(int run, int length) {
            return make.apply(new Draws(new RandomSeries(SEED + 10_000_019L * ordinal + run), length));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    record Draws(RandomSeries random, int length) {}

    static Stream<Source> sources() {
        return Stream.of(
                new Source(
                        "waits of M/M/1 at 40 %",
                        1, 0.4 / 0.6, 500, 6_000, 0.15, draws -> draws.random().singleServerWaits(draws.length(), 0.4)),
                new Source("autoregression with phi 0.8", 2, 10, 100, 4_000, 0.03, draws -> draws.random()
                        .autoregression(draws.length(), 10, 0.8)),
                new Source(
                        "waits of M/M/2 at 50 %",
                        3, POOLED_WAIT, 800, 8_000, 0.11, draws -> draws.random()
                                .pooledWaits(draws.length(), 60, 2, 0.5)));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void holdsForReplications(Source source) {
        int covered = covered(run -> {
            double[] means = IntStream.range(0, 10)
                    .mapToDouble(replication ->
                            Moments.mean(source.series(1_000 * run + replication, source.replicationLength())))
                    .toArray();
            return Replications.mean(means, 0.95).contains(source.mean());
        });

        assertBetween(0.93, 0.97, covered);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void holdsForBatchesApartAndOverlapping(Source source) {
        int[] overlapping = new int[1];

        int apart = covered(run -> {
            double[] series = source.series(run, source.runLength());
            Interval windows = OverlappingBatchMeans.interval(series, series.length / 25, 0.95);
            overlapping[0] += windows.contains(source.mean()) ? 1 : 0;
            return BatchMeans.of(series, 0.95).interval().contains(source.mean());
        });

        assertBetween(0.93, 0.97, apart);
        assertBetween(0.93, 0.97, overlapping[0]);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void losesLittleToSequentialStopping(Source source) {
        SequentialStopping stopping = SequentialStopping.within(source.precision(), 0.95, 200);
        long[] replications = new long[1];

        int covered = covered(run -> {
            // Shorter ones, so that the rule looks several times before it stops.
            int length = source.replicationLength() / 2;
            SequentialStopping.Outcome outcome =
                    stopping.run(replication -> Moments.mean(source.series(1_000 * run + replication, length)));
            replications[0] += outcome.replications();
            return outcome.interval().contains(source.mean());
        });

        assertBetween(0.92, 0.97, covered);
        assertTrue(replications[0] > 12L * RUNS, "stops at the first look, so the rule is not tried");
    }

    @Test
    void isMissedByTheNaiveError() {
        Source source = sources().findFirst().orElseThrow();

        int covered = covered(run -> {
            double[] series = source.series(run, source.runLength());
            double halfWidth = 1.96 * Dependence.naiveStandardError(series);
            return Math.abs(Moments.mean(series) - source.mean()) <= halfWidth;
        });

        assertBetween(0, 0.75, covered);
    }

    private static int covered(IntPredicate run) {
        return (int) IntStream.range(0, RUNS).filter(run).count();
    }

    private static void assertBetween(double low, double high, int covered) {
        double share = (double) covered / RUNS;
        assertTrue(
                share >= low && share <= high,
                () -> String.format(Locale.ROOT, "covers %.2f %% of %d runs, seed %d", 100 * share, RUNS, SEED));
    }
}
