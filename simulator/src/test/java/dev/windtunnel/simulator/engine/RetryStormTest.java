package dev.windtunnel.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.result.MinuteOutcome;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.Series;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shipped retry storm: its spike ends with minute 1, at 02:00. */
class RetryStormTest {

    private static RunResult run(String... overrides) {
        return ShippedRun.run("innovate-inc/retry-storm.yaml", List.of(overrides));
    }

    private static double goodput(RunResult result, int minute) {
        MinuteOutcome outcome = result.minutes().get(minute);
        return outcome.client().succeeded() / (double) outcome.arrived();
    }

    private static double retryShare(RunResult result, int minute) {
        Series series = result.series().stream()
                .filter(one -> one.metric().equals("client.retry.share"))
                .findFirst()
                .orElseThrow();
        return series.values().get(minute);
    }

    @Test
    void goesOnTenMinutesAfterItsTriggerHasEnded() {
        RunResult storm = run();

        assertTrue(goodput(storm, 0) > 0.999, "before the spike " + goodput(storm, 0));
        for (int minute = 2; minute <= 13; minute++) {
            assertTrue(goodput(storm, minute) < 0.5, "minute " + minute + ": " + goodput(storm, minute));
        }
        // Three of four attempts are retries.
        assertEquals(0.75, retryShare(storm, 12), 0.02);
        assertEquals(0, retryShare(storm, 0), 0.001);
    }

    @Test
    void isOverWithinAMinuteWithABudgetOfTenPercent() {
        RunResult bounded = run("clients.retries.budget=10%");

        assertTrue(goodput(bounded, 1) < 0.9, "the spike hurts: " + goodput(bounded, 1));
        for (int minute = 3; minute <= 13; minute++) {
            assertTrue(goodput(bounded, minute) > 0.99, "minute " + minute + ": " + goodput(bounded, minute));
        }
    }
}
