package dev.windtunnel.model.compute.rollout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.unit.CountOrShare;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pods of a new version beside the old ones, of ten. */
class PodsBesideTest {

    private static final int OLD = 10;

    private static int canary(Strategy.Canary.TrafficRouting routing, boolean dynamicStableScale, int... weights) {
        List<CanaryStep> steps = IntStream.of(weights)
                .<CanaryStep>mapToObj(CanaryStep.SetWeight::new)
                .toList();
        return new Strategy.Canary(
                        steps,
                        routing,
                        null,
                        1,
                        CountOrShare.ofPercent(25),
                        CountOrShare.ofCount(0),
                        dynamicStableScale,
                        Duration.ZERO,
                        Duration.ZERO)
                .podsBeside(OLD);
    }

    @Test
    void areTheSurgeOfARollingUpdate() {
        assertEquals(
                3, new Strategy.RollingUpdate(CountOrShare.ofPercent(25), CountOrShare.ofPercent(25)).podsBeside(OLD));
    }

    @Test
    void areNoneOfARecreation() {
        assertEquals(0, new Strategy.Recreate().podsBeside(OLD));
    }

    @Test
    void areAsManyAsTheOldOnesWhereBothStandWhole() {
        assertEquals(OLD, canary(Strategy.Canary.TrafficRouting.ALB, false, 5, 50));
        assertEquals(
                OLD, new Strategy.BlueGreen(true, null, 2, Duration.ZERO, Duration.ZERO, null, null).podsBeside(OLD));
    }

    @Test
    void areTheSurgeOfACanaryWithoutARouter() {
        assertEquals(3, canary(Strategy.Canary.TrafficRouting.NONE, false, 5, 50));
    }

    @Test
    void areTheLargestStepWhereTheOldVersionShrinks() {
        assertEquals(5, canary(Strategy.Canary.TrafficRouting.ALB, true, 20, 50));
        assertEquals(4, canary(Strategy.Canary.TrafficRouting.ALB, true, 40, 80));
    }
}
