package dev.windtunnel.model.compute.rollout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.unit.CountOrShare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollingUpdateTest {

    @ParameterizedTest
    @CsvSource({"1, 1, 0", "3, 1, 0", "4, 1, 1", "5, 2, 1", "10, 3, 2"})
    void surgesRoundedUpAndMissesRoundedDown(int replicas, int surge, int unavailable) {
        Strategy.RollingUpdate quarter =
                new Strategy.RollingUpdate(CountOrShare.ofPercent(25), CountOrShare.ofPercent(25));

        assertEquals(surge, quarter.surgeOf(replicas));
        assertEquals(unavailable, quarter.unavailableOf(replicas));
    }

    @Test
    void missesOnePodWhereNothingElseCouldMove() {
        Strategy.RollingUpdate tenth = new Strategy.RollingUpdate(CountOrShare.ofCount(0), CountOrShare.ofPercent(10));

        assertEquals(1, tenth.unavailableOf(3));
    }
}
