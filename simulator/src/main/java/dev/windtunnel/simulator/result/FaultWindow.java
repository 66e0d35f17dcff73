package dev.windtunnel.simulator.result;

import java.util.List;

/**
 * A fault as it happened, with a second-by-second record from before it until after.
 *
 * @param kind {@code az-loss}
 * @param subject what was hit, {@code zone a}
 * @param startNanos since the start of the scenario
 * @param endNanos since the start of the scenario
 * @param firstSecond second of the first value below
 * @param arrived requests that set out in each second
 * @param failed of them, those that failed for the client
 */
public record FaultWindow(
        String kind,
        String subject,
        long startNanos,
        long endNanos,
        int firstSecond,
        List<Integer> arrived,
        List<Integer> failed) {

    /** Copies. */
    public FaultWindow {
        arrived = List.copyOf(arrived);
        failed = List.copyOf(failed);
    }
}
