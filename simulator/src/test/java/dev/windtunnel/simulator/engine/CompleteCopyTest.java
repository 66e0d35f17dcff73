package dev.windtunnel.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A copy holds all that its original holds, and nothing of it: compared field by field, whatever fields there are. */
class CompleteCopyTest {

    private static final int INSTANTS = 8;

    private static long[] instants(SnapshotCase day) {
        return new SplittableRandom(7)
                .longs(INSTANTS, 1, day.compiled().horizonNanos())
                .sorted()
                .toArray();
    }

    /** Just after something happened that the journal tells of. */
    private static long[] afterEachEntry(SnapshotCase day) {
        return day.result(ExactRun.of(day.compiled()).finish()).journal().stream()
                .mapToLong(entry -> entry.atNanos() + 1)
                .distinct()
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("dev.windtunnel.simulator.engine.SnapshotCase#all")
    void isTrueAndIndependentAtAnyInstant(SnapshotCase day) {
        ExactRun original = ExactRun.of(day.compiled());
        for (long instant : instants(day)) {
            original.advance(instant);

            ExactRun copy = original.snapshot().kept();

            assertEquals(List.of(), StateGraph.differences(copy, original), "at " + instant);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.windtunnel.simulator.engine.SnapshotCase#all")
    void leavesNothingOfWhatTheCopyWasBefore(SnapshotCase day) {
        ExactRun early = ExactRun.of(day.compiled());
        early.advance(day.compiled().horizonNanos() / 3);
        ExactRun late = ExactRun.of(day.compiled());
        late.finish();

        late.copyFrom(early);

        assertEquals(List.of(), StateGraph.differences(late, early));
    }

    @Test
    void wouldMissNoFieldBecauseEachHasMoved() {
        FieldVariety variety = new FieldVariety();
        SnapshotCase.all().forEach(day -> {
            ExactRun run = ExactRun.of(day.compiled());
            variety.look(run);
            for (long instant : afterEachEntry(day)) {
                run.advance(instant);
                variety.look(run);
            }
            run.finish();
            variety.look(run);
        });

        assertEquals(List.of(), variety.constant());
        assertTrue(variety.fields() > 200, () -> variety.fields() + " fields");
    }
}
