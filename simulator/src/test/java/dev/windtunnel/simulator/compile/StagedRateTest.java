package dev.windtunnel.simulator.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.unit.Rate;
import dev.windtunnel.model.workload.TrafficSource.Stages;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StagedRateTest {

    /** Up from 10/s to 50/s in 20 s, down to nothing in 10 s, a jump to 5/s. */
    private static final Stages WRITTEN =
            new Stages(new Rate(10), List.of(stage(20, 50), stage(10, 0), stage(0, 5)), Stages.Spacing.EVEN, null);

    private static Stages.Stage stage(int seconds, double target) {
        return new Stages.Stage(Duration.ofSeconds(seconds), new Rate(target));
    }

    @Test
    void countsTheAreaUnderTheLines() {
        StagedRate rate = new StagedRate(WRITTEN);

        assertEquals(50, rate.peakPerSecond());
        assertEquals(200, rate.integral(10), 1e-9);
        assertEquals(600, rate.integral(20), 1e-9);
        assertEquals(850, rate.integral(30), 1e-9);
        assertEquals(850 + 5 * 12, rate.integral(42), 1e-9);
    }

    @Test
    void invertsItsIntegral() {
        StagedRate rate = new StagedRate(WRITTEN);

        for (double requests = 0.5; requests < 1000; requests += 0.37) {
            assertEquals(requests, rate.integral(rate.secondsUntil(requests)), 1e-6);
        }
    }

    @Test
    void startsAtItsFirstTargetUnlessToldOtherwise() {
        StagedRate rate = new StagedRate(new Stages(null, List.of(stage(60, 20)), Stages.Spacing.POISSON, null));

        assertEquals(20 * 90, rate.integral(90), 1e-9);
    }

    @Test
    void givesPoissonCountsOfItsMean() {
        StageCounts counts = new StageCounts(new StagedRate(WRITTEN), 1_000_000, 5);
        double sum = 0;
        double squares = 0;
        for (int second = 30; second < 1_000_000; second++) {
            int count = counts.count(second);
            sum += count;
            squares += (double) count * count;
        }

        double mean = sum / 999_970;
        assertEquals(5, mean, 0.01);
        assertEquals(1, (squares / 999_970 - mean * mean) / mean, 0.006);
        assertEquals(0, counts.count(1_000_000));
    }
}
