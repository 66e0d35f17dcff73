package dev.windtunnel.simulator.verdict;

import static dev.windtunnel.simulator.verdict.Minimal.endpoint;
import static dev.windtunnel.simulator.verdict.Minimal.objective;
import static dev.windtunnel.simulator.verdict.Minimal.result;
import static dev.windtunnel.simulator.verdict.Minimal.view;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.scenario.Objective.Expectation;
import dev.windtunnel.model.scenario.Objective.View;
import dev.windtunnel.model.unit.Share;
import dev.windtunnel.simulator.result.ViewOutcome;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ObjectiveVerdictTest {

    @ParameterizedTest
    @CsvSource({
        "1000, 99.9%, 1",
        "999, 99.9%, 0",
        "10000, 99.9%, 10",
        "3000, 99.9%, 3",
        "49000000, 99.99%, 4900",
        "7, 0%, 7",
        "7, 100%, 0",
        "0, 99.9%, 0"
    })
    void allowsTheBadRequestsThatDecimalArithmeticGives(long counted, String good, long allowed) {
        assertEquals(allowed, ObjectiveVerdict.allowedBad(counted, Share.parse(good)));
    }

    @ParameterizedTest
    @CsvSource({"999, 1, true", "998, 2, false", "1000, 0, true"})
    void isMetUpToTheLastAllowedRequest(long succeeded, long failed, boolean met) {
        var verdict = ObjectiveVerdict.of(
                objective("99.9%", null), result(endpoint("api", view(succeeded, failed), view(1, 0))));

        assertEquals(met, verdict.met());
        assertEquals(failed, verdict.bad());
        assertEquals(succeeded, verdict.good());
        assertEquals(succeeded / 1000.0, verdict.ratio());
    }

    @Test
    void countsWhatClientsGaveUpAsBadAtTheLoadBalancer() {
        ViewOutcome logged = new ViewOutcome(90, Map.of(), Map.of(), Map.of(460, 10L));
        var atBalancer = objective("95%", null, null, View.LOAD_BALANCER, Expectation.MET);

        var verdict = ObjectiveVerdict.of(atBalancer, result(endpoint("api", view(100, 0), logged)));

        assertEquals(100, verdict.counted());
        assertEquals(90, verdict.good());
        assertEquals(10, verdict.givenUp());
        assertEquals(5, verdict.allowedBad());
        assertFalse(verdict.met());
    }

    @Test
    void countsFailedRequestsAsBadForLatencyToo() {
        var result = result(endpoint("api", view(2L, new long[] {100, 100, 900}), view(0L, new long[] {100})));

        var verdict = ObjectiveVerdict.of(objective("50%", Duration.ofMillis(300)), result);

        assertEquals(5, verdict.counted());
        assertEquals(2, verdict.good());
        assertEquals(3, verdict.bad());
        assertFalse(verdict.met());
    }

    @Test
    void readsTheViewThatTheObjectiveNames() {
        var result = result(endpoint("api", view(10, 90), view(10, 0)));

        var client = ObjectiveVerdict.of(objective("99%", null), result);
        var balancer = ObjectiveVerdict.of(objective("99%", null, null, View.LOAD_BALANCER, Expectation.MET), result);

        assertEquals(100, client.counted());
        assertFalse(client.met());
        assertEquals(10, balancer.counted());
        assertTrue(balancer.met());
    }

    @Test
    void looksOnlyAtItsEndpoint() {
        var result = result(endpoint("api", view(100, 0), view(1, 0)), endpoint("page", view(0, 100), view(1, 0)));

        var all = ObjectiveVerdict.of(objective("99%", null), result);
        var api = ObjectiveVerdict.of(objective("99%", null, "api", View.CLIENT, Expectation.MET), result);

        assertEquals(0.5, all.ratio());
        assertEquals(1, api.ratio());
        assertEquals(100, api.counted());
    }

    @Test
    void failsForAnEndpointThatTheResultDoesNotHave() {
        var result = result(endpoint("api", view(1, 0), view(1, 0)));
        var objective = objective("99%", null, "checkout", View.CLIENT, Expectation.MET);

        var failure = assertThrows(IllegalArgumentException.class, () -> ObjectiveVerdict.of(objective, result));

        assertTrue(String.valueOf(failure.getMessage()).contains("checkout"), failure::toString);
    }

    @ParameterizedTest
    @CsvSource({"MET, 100, 0, true", "MET, 0, 100, false", "MISSED, 100, 0, false", "MISSED, 0, 100, true"})
    void holdsIfItCameAsExpected(Expectation expect, long succeeded, long failed, boolean holds) {
        var verdict = ObjectiveVerdict.of(
                objective("99%", null, null, View.CLIENT, expect),
                result(endpoint("api", view(succeeded, failed), view(1, 0))));

        assertEquals(holds, verdict.expectationHolds());
    }
}
