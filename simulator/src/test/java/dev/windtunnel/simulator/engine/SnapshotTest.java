package dev.windtunnel.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.result.JournalEntry;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.world.state.Node;
import dev.windtunnel.simulator.world.state.Pod;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run stops between two events, its state is kept, and others go on from there as it does. */
class SnapshotTest {

    private static final long MINUTE = 60_000_000_000L;

    /** Instants in each of the two days that are looked at most closely. */
    private static final int MANY = 50;

    private static final int SOME = 8;

    private static long[] instants(SnapshotCase day, int count) {
        return new SplittableRandom(20261127)
                .longs(count, 1, day.compiled().horizonNanos())
                .sorted()
                .toArray();
    }

    private static Finished uninterrupted(SnapshotCase day) {
        return ExactRun.run(day.compiled(), (_, _) -> {}, () -> false).orElseThrow();
    }

    private static void assertSame(SnapshotCase day, Finished expected, Finished actual, String what) {
        assertEquals(expected.requestDigest(), actual.requestDigest(), () -> "digest of " + what);
        assertEquals(expected.requests(), actual.requests(), () -> "requests of " + what);
        assertEquals(expected.events(), actual.events(), () -> "events of " + what);
        assertEquals(day.result(expected), day.result(actual), () -> "result of " + what);
    }

    private static void assertGoesOn(SnapshotCase day, long... instants) {
        Finished expected = uninterrupted(day);
        ExactRun original = ExactRun.of(day.compiled());
        for (long instant : instants) {
            original.advance(instant);
            Snapshot snapshot = original.snapshot();

            assertEquals(Math.min(instant, day.compiled().horizonNanos()), snapshot.nanos());
            assertSame(day, expected, ExactRun.from(snapshot).finish(), "the copy at " + instant);
        }
        assertSame(day, expected, original.finish(), "the original that was copied");
    }

    @ParameterizedTest
    @MethodSource("dev.windtunnel.simulator.engine.SnapshotCase#all")
    void goesOnFromRandomInstants(SnapshotCase day) {
        assertGoesOn(day, instants(day, SOME));
    }

    @Test
    void goesOnFromTheMiddleOfAFailoverAndFromContendedNodes() {
        SnapshotCase day = SnapshotCase.zoneLoss();
        long[] instants = instants(day, MANY);
        RunResult result = day.result(uninterrupted(day));
        long lost = changed(result, "unreachable");
        long back = changed(result, "available");

        assertTrue(LongStream.of(instants).filter(at -> at > lost && at < back).count() >= 5);
        assertTrue(instantsWith(day, instants, "NodeCpu", "contended", true) >= 5);
        assertGoesOn(day, instants);
    }

    @Test
    void goesOnWhilePodsDrainAndNodesAreOnTheirWay() {
        SnapshotCase day = SnapshotCase.scaling();
        long[] instants = instants(day, MANY);

        assertTrue(instantsWith(day, instants, "Pod", "state", Pod.State.TERMINATING) >= 5);
        assertTrue(instantsWith(day, instants, "Node", "state", Node.State.LAUNCHING) >= 3);
        assertGoesOn(day, instants);
    }

    private static long changed(RunResult result, String state) {
        return result.journal().stream()
                .filter(entry -> entry instanceof JournalEntry.DatabaseChanged changed
                        && changed.state().equals(state))
                .mapToLong(JournalEntry::atNanos)
                .findFirst()
                .orElseThrow();
    }

    /** At how many instants some object of a class has a value in a field. */
    private static long instantsWith(SnapshotCase day, long[] instants, String type, String field, Object value) {
        ExactRun run = ExactRun.of(day.compiled());
        return LongStream.of(instants)
                .peek(run::advance)
                .filter(at -> StateGraph.objects(run, type).stream()
                        .anyMatch(object -> value.equals(Reflected.read(field, object))))
                .count();
    }

    @ParameterizedTest
    @MethodSource("dev.windtunnel.simulator.engine.SnapshotCase#all")
    void goesOnFromTheInstantsOfItsOwnEvents(SnapshotCase day) {
        long horizon = day.compiled().horizonNanos();
        long[] ofJournal = day.result(uninterrupted(day)).journal().stream()
                .mapToLong(JournalEntry::atNanos)
                .toArray();
        long[] edges = {0, MINUTE, MINUTE + 1, horizon - 1, horizon, horizon + 1};

        assertGoesOn(
                day,
                LongStream.concat(LongStream.of(ofJournal).limit(SOME), LongStream.of(edges))
                        .sorted()
                        .toArray());
    }

    @ParameterizedTest
    @MethodSource("dev.windtunnel.simulator.engine.SnapshotCase#all")
    void isTheSameHoweverOftenItStops(SnapshotCase day) {
        ExactRun run = ExactRun.of(day.compiled());
        for (long at = 0; at < day.compiled().horizonNanos(); at += 777_777_777L) {
            run.advance(at);
        }

        assertSame(day, uninterrupted(day), run.finish(), "a run that stopped often");
    }

    @Test
    void isNotChangedByTheRunsThatBeginFromIt() {
        SnapshotCase day = SnapshotCase.zoneLoss();
        ExactRun original = ExactRun.of(day.compiled());
        original.advance(100_000_000_001L);
        Snapshot snapshot = original.snapshot();
        Snapshot untouched = original.snapshot();

        List<Finished> runs = IntStream.range(0, 4)
                .parallel()
                .mapToObj(run -> ExactRun.from(snapshot).finish())
                .toList();

        assertEquals(List.of(), StateGraph.differences(snapshot.kept(), untouched.kept()));
        for (Finished run : runs) {
            assertSame(day, uninterrupted(day), run, "one of several");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.windtunnel.simulator.engine.SnapshotCase#all")
    void goesTheSameWayFieldByField(SnapshotCase day) {
        long half = day.compiled().horizonNanos() / 2;
        ExactRun original = ExactRun.of(day.compiled());
        original.advance(half);
        ExactRun copy = ExactRun.from(original.snapshot());

        copy.advance(half + MINUTE);
        original.advance(half + MINUTE);

        assertEquals(List.of(), StateGraph.differences(copy, original));
    }

    @Test
    void ofAFinishedRunIsFinished() {
        SnapshotCase day = SnapshotCase.recorded();
        ExactRun run = ExactRun.of(day.compiled());
        Finished finished = run.finish();

        assertSame(day, finished, ExactRun.from(run.snapshot()).finish(), "a run after its end");
        assertSame(day, finished, run.finish(), "the same run once more");
    }
}
