package dev.windtunnel.simulator.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.report.ExampleDay;
import dev.windtunnel.simulator.result.MinuteOutcome;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.ViewOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ViewTotalsTest {

    private static final RunResult DAY = ExampleDay.result();
    private static final long LIMIT = 250_000_000L;

    @Test
    void addMinutesUpToWhatEndpointsAddUpTo() {
        ViewTotals minutes =
                ViewTotals.of(DAY.minutes().stream().map(MinuteOutcome::client).toList());
        ViewTotals endpoints =
                ViewTotals.of(DAY.endpoints().stream().map(one -> one.client()).toList());

        assertEquals(DAY.arrived(), minutes.counted());
        assertEquals(minutes.counted(), minutes.succeeded() + minutes.failedTotal());
        assertEquals(endpoints.failedTotal(), minutes.failedTotal());
        assertEquals(endpoints.slowTotal(LIMIT), minutes.slowTotal(LIMIT));
        assertEquals(endpoints.statuses(), minutes.statuses());
    }

    @Test
    void findsTheSameSlowRequestsBucketByBucket() {
        long bucketByBucket = 0;
        for (MinuteOutcome minute : DAY.minutes()) {
            ViewOutcome client = minute.client();
            long slow = ViewTotals.slowOf(client, LIMIT);
            assertEquals(ViewTotals.of(List.of(client)).slowTotal(LIMIT), slow);
            bucketByBucket += slow;
        }

        assertTrue(bucketByBucket > 10_000, "found " + bucketByBucket);
    }
}
