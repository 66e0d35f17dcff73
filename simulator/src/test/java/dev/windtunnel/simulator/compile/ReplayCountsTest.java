package dev.windtunnel.simulator.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.trace.CountTrace;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayCountsTest {

    private static final Instant START = Instant.parse("1998-06-23T00:00:00Z");

    private static CountTrace trace(long seed, int intervals, Duration step, int most) {
        SplittableRandom random = new SplittableRandom(seed);
        return new CountTrace(
                "test", START, step, random.longs(intervals, 0, most).toArray());
    }

    private static long sum(CountTrace trace, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += Math.max(0, trace.count(i));
        }
        return sum;
    }

    private static long sum(ReplayCounts counts, int fromSecond, int toSecond) {
        long sum = 0;
        for (int second = fromSecond; second < toSecond; second++) {
            sum += counts.count(second);
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.37, 1.0 / 3, 20, 0.001, 1.0000001, 7.77})
    void keepsTheTotalToTheRequest(double scale) {
        CountTrace minutes = trace(91, 60, Duration.ofMinutes(1), 500);
        CountTrace seconds = trace(92, 3600, Duration.ofSeconds(1), 9);

        ReplayCounts ofMinutes = new ReplayCounts(minutes, START, Duration.ofHours(1), scale, 5);
        ReplayCounts ofSeconds = new ReplayCounts(seconds, START, Duration.ofHours(1), scale, 5);

        assertEquals(Math.round(scale * sum(minutes, 0, 60)), sum(ofMinutes, 0, 3600));
        assertEquals(Math.round(scale * sum(seconds, 0, 3600)), sum(ofSeconds, 0, 3600));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.37, 1.0 / 3, 20})
    void givesEachMinuteItsShareOfTheTotal(double scale) {
        CountTrace trace = trace(93, 120, Duration.ofMinutes(1), 500);

        ReplayCounts counts = new ReplayCounts(trace, START, Duration.ofHours(2), scale, 5);

        for (int minute = 0; minute < 120; minute++) {
            long due = Math.round(scale * sum(trace, 0, minute + 1)) - Math.round(scale * sum(trace, 0, minute));
            assertEquals(due, sum(counts, 60 * minute, 60 * minute + 60), "seed 93, minute " + minute);
        }
    }

    @Test
    void answersASecondTheSameInAnyOrderOfAsking() {
        CountTrace trace = trace(94, 60, Duration.ofMinutes(1), 2000);
        ReplayCounts inOrder = new ReplayCounts(trace, START, Duration.ofHours(1), 1, 5);
        ReplayCounts anyhow = new ReplayCounts(trace, START, Duration.ofHours(1), 1, 5);
        int[] expected = new int[3600];
        for (int second = 0; second < 3600; second++) {
            expected[second] = inOrder.count(second);
        }

        SplittableRandom random = new SplittableRandom(95);
        for (int i = 0; i < 5000; i++) {
            int second = random.nextInt(3600);
            assertEquals(expected[second], anyhow.count(second), "seed 95, second " + second);
        }
    }

    @Test
    void dealsAMinuteOutEvenly() {
        CountTrace trace = new CountTrace("test", START, Duration.ofMinutes(1), new long[] {600_000});

        ReplayCounts counts = new ReplayCounts(trace, START, Duration.ofMinutes(1), 1, 5);

        for (int second = 0; second < 60; second++) {
            assertEquals(10_000, counts.count(second), 600, "second " + second);
        }
        long distinct = IntStream.range(0, 60).map(counts::count).distinct().count();
        assertTrue(distinct > 20, "a draw for each request scatters; distinct counts: " + distinct);
    }

    @Test
    void beginsWhereItIsTold() {
        CountTrace trace = trace(96, 180, Duration.ofMinutes(1), 500);

        ReplayCounts counts = new ReplayCounts(trace, START.plusSeconds(3600), Duration.ofHours(1), 1, 5);

        assertEquals(trace.count(60), sum(counts, 0, 60));
        assertEquals(sum(trace, 60, 120), sum(counts, 0, 3600));
    }

    @Test
    void hasNothingBeyondTheHorizonOrTheTrace() {
        CountTrace trace = trace(97, 60, Duration.ofMinutes(1), 500);

        ReplayCounts shorter = new ReplayCounts(trace, START, Duration.ofMinutes(30), 1, 5);
        ReplayCounts longer = new ReplayCounts(trace, START, Duration.ofHours(2), 1, 5);

        assertEquals(0, sum(shorter, 1800, 7200));
        assertEquals(0, sum(longer, 3600, 9000));
        assertEquals(sum(trace, 0, 60), sum(longer, 0, 7200));
    }

    @Test
    void takesAMissingMinuteAsNoRequests() {
        CountTrace trace = new CountTrace("test", START, Duration.ofMinutes(1), new long[] {7, CountTrace.MISSING, 9});

        ReplayCounts counts = new ReplayCounts(trace, START, Duration.ofMinutes(3), 1, 5);

        assertEquals(7, sum(counts, 0, 60));
        assertEquals(0, sum(counts, 60, 120));
        assertEquals(9, sum(counts, 120, 180));
    }
}
