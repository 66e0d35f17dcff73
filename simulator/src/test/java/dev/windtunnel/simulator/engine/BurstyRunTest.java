package dev.windtunnel.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.simulator.verdict.Burstiness;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The index of dispersion of what a run's clients sent, against the formula for their noise. */
class BurstyRunTest {

    private static Burstiness run(String noise) {
        List<String> overrides = List.of(
                "start=2026-11-27T00:00",
                "duration=24h",
                "timeline=[]",
                "traffic={users: {daily: 24000, sessionsPerUser: 1, hours: "
                        + "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]" + noise + "}}");
        LoadedScenario loaded = ShippedRun.load("innovate-inc/launch-day.yaml", overrides);
        return Burstiness.of(ShippedRun.run("innovate-inc/launch-day.yaml", overrides), loaded.scenario())
                .orElseThrow();
    }

    @Test
    void isOneOfIndependentRequests() {
        Burstiness measured = run("");

        assertEquals(96, measured.quarters());
        assertEquals(1, measured.expectedByMinute());
        // 86,400 seconds and 1,344 free minutes: standard errors of sqrt(2 / n).
        assertEquals(1, measured.bySecond(), 0.02);
        assertEquals(1, measured.byMinute(), 0.15);
    }

    @Test
    void isWhatTheFormulaSaysOfNoise() {
        Burstiness measured = run(", noise: {cv: 0.25, correlation: 2m}");

        // 400 requests a minute: 1 + 400 x 0.0625 x 15 / 14 x (0.850 - 0.231), and the day's mean wanders.
        assertEquals(17.6, measured.expectedByMinute(), 2);
        assertEquals(1, measured.byMinute() / measured.expectedByMinute(), 0.2);
        assertEquals(1, measured.bySecond() / measured.expectedBySecond(), 0.03);
    }
}
