package dev.windtunnel.simulator.verdict;

import static dev.windtunnel.simulator.verdict.Minimal.fault;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.unit.Share;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class FaultHarmTest {

    private static final Share GOOD = new Share(0.99);

    @Test
    void isBackAtOnceIfNothingFailed() {
        FaultHarm harm = FaultHarm.of(fault(300, second -> 0), GOOD);

        assertEquals(OptionalInt.of(0), harm.secondsUntilBack());
        assertFalse(harm.harmed());
    }

    @Test
    void isBackInTheSecondAfterTheLastHarm() {
        // 61 bad requests would break a window of 6,000 at 99%: one whole bad second does.
        FaultHarm harm = FaultHarm.of(fault(300, second -> second >= 60 && second < 115 ? 100 : 0), GOOD);

        assertEquals(OptionalInt.of(55), harm.secondsUntilBack());
        assertEquals(0, harm.firstHarm());
        assertEquals(54, harm.lastHarm());
        assertEquals(5500, harm.failed());
    }

    @Test
    void toleratesHarmThatFitsIntoTheObjective() {
        // 60 of 6,000 are allowed in 60 s.
        FaultHarm harm = FaultHarm.of(fault(300, second -> second == 60 || second == 130 ? 60 : 0), GOOD);

        assertEquals(OptionalInt.of(0), harm.secondsUntilBack());
    }

    @Test
    void isBackOnlyAfterALaterRelapse() {
        FaultHarm harm =
                FaultHarm.of(fault(600, second -> (second >= 60 && second < 70) || second == 400 ? 90 : 0), GOOD);

        assertEquals(OptionalInt.of(341), harm.secondsUntilBack());
        assertEquals(340, harm.lastHarm());
    }

    @Test
    void isNotBackIfTheRecordEndsInHarm() {
        FaultHarm harm = FaultHarm.of(fault(300, second -> second >= 60 ? 50 : 0), GOOD);

        assertEquals(OptionalInt.empty(), harm.secondsUntilBack());
        assertEquals(239, harm.lastHarm());
    }

    @Test
    void isNotBackIfNoWholeWindowFollows() {
        FaultHarm harm = FaultHarm.of(fault(140, second -> second >= 60 && second < 100 ? 50 : 0), GOOD);

        assertEquals(OptionalInt.empty(), harm.secondsUntilBack());
    }

    @Test
    void ignoresHarmBeforeTheFault() {
        FaultHarm harm = FaultHarm.of(fault(300, second -> second < 60 ? 100 : 0), GOOD);

        assertEquals(0, harm.failed());
        assertEquals(OptionalInt.of(0), harm.secondsUntilBack());
    }

    @Test
    void takesTheShareOfTheFirstTenSecondsOnly() {
        FaultHarm harm = FaultHarm.of(fault(300, second -> second >= 65 && second < 80 ? 80 : 0), GOOD);

        assertEquals(0.4, harm.failedShareFirst10Seconds(), 1e-12);
        assertTrue(harm.harmed());
        assertEquals(5, harm.firstHarm());
    }
}
