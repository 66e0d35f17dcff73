package dev.windtunnel.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.result.JournalEntry;
import dev.windtunnel.simulator.result.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run stops between two events, its state is kept, and others go on from there. */
class SnapshotTest {

    private static final int INSTANTS = 50;

    private static long[] instants(SnapshotCase day, int count) {
        return new SplittableRandom(20261127)
                .longs(count, 1, day.compiled().horizonNanos())
                .sorted()
                .toArray();
    }

    private static Finished uninterrupted(SnapshotCase day) {
        return ExactRun.of(day.compiled()).finish();
    }

    private static void assertSame(SnapshotCase day, Finished expected, Finished actual, String what) {
        assertEquals(expected.requestDigest(), actual.requestDigest(), () -> "digest of " + what);
        assertEquals(day.result(expected), day.result(actual), () -> "result of " + what);
    }

    @ParameterizedTest
    @MethodSource("dev.windtunnel.simulator.engine.SnapshotCase#all")
    void aRunFromASnapshotEndsAsTheUninterruptedOne(SnapshotCase day) {
        Finished expected = uninterrupted(day);
        ExactRun original = ExactRun.of(day.compiled());

        for (long instant : instants(day, day.equals(SnapshotCase.zoneLoss()) ? INSTANTS : 5)) {
            original.advance(instant);
            Snapshot snapshot = original.snapshot();

            assertEquals(instant, snapshot.nanos());
            assertSame(day, expected, ExactRun.from(snapshot).finish(), "the copy at " + instant);
        }
        assertSame(day, expected, original.finish(), "the original that was copied");
    }
}
