package dev.windtunnel.simulator.world.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.simulator.compile.Arrivals;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.metric.LatencyBuckets;
import dev.windtunnel.simulator.metric.LatencyHistogram;
import dev.windtunnel.simulator.result.MinuteOutcome;
import org.junit.jupiter.api.Test;

/** Users who wait for their answers, against exact mean value analysis. */
class ClosedUsersTest {

    private static final long SECOND = PlantFixture.SECOND;
    private static final long WARM_UP_MINUTES = 20;

    private static PlantFixture closed(int users, double thinkSeconds) {
        PlantFixture fixture = new PlantFixture();
        fixture.source =
                new Arrivals.Closed(users, Quantiles.exponential(thinkSeconds * SECOND), thinkSeconds * SECOND);
        return fixture;
    }

    /** Case mva-n50-single: 50 users, exponential think time of 2 s, one exponential server of 50 ms. */
    @Test
    void agreesWithMeanValueAnalysis() {
        PlantFixture fixture = closed(50, 2);
        fixture.cpu = Quantiles.exponential(0.05 * SECOND);
        fixture.horizonSeconds = 60 * (WARM_UP_MINUTES + 1500);
        PlantRun run = new PlantRun(fixture);
        run.toTheEnd();

        LatencyHistogram response = new LatencyHistogram();
        long arrived = 0;
        for (MinuteOutcome minute : run.plant.minutes()) {
            if (minute.minute() >= WARM_UP_MINUTES) {
                minute.client().latency().values().forEach(part -> part.addTo(response));
                arrived += minute.arrived();
            }
        }

        assertEquals(19.62618658, arrived / (60.0 * 1500), 19.6 * 0.002);
        assertEquals(0.5476166652, response.meanNanos() / 1e9, 0.5476 * (0.00881 + LatencyBuckets.RELATIVE_ERROR));
    }

    @Test
    void hasNeverMoreUnderWayThanUsers() {
        PlantFixture fixture = closed(7, 0.01);
        PlantRun run = new PlantRun(fixture);
        int most = 0;

        for (long now = 0; now < 20 * SECOND; now += 7_000_000) {
            run.plant.advance(now);
            most = Math.max(most, run.residents());
            assertEquals(run.arrived(), run.plant.ended() + run.residents());
        }

        assertEquals(7, most);
    }

    @Test
    void asksAgainAfterThinkingWhenAnAnswerNeverCame() {
        PlantFixture fixture = closed(1, 1);
        fixture.source = new Arrivals.Closed(1, Quantiles.fixed(1e9), 1e9);
        fixture.cpu = Quantiles.fixed(100.0 * SECOND);
        fixture.clientTimeoutNanos = 4 * SECOND;
        PlantRun run = new PlantRun(fixture);

        run.plant.advance(11 * SECOND + 1);

        // Asks at 1 s, gives up at 5 s, asks at 6 s, gives up at 10 s, asks at 11 s.
        assertEquals(3, run.arrived());
        assertEquals(2, run.plant.ended());
    }
}
