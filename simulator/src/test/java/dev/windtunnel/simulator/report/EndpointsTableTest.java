package dev.windtunnel.simulator.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.result.EndpointOutcome;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.ViewOutcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The example day with one endpoint whose clients gave up often. */
final class EndpointsTableTest {

    private static String table() {
        RunResult day = ExampleDay.result();
        ViewOutcome client = new ViewOutcome(100, Map.of(), Map.of(), Map.of());
        ViewOutcome balancer = new ViewOutcome(100, Map.of(), Map.of(), Map.of(460, 300L));
        RunResult result = new RunResult(
                day.provenance(),
                day.axis(),
                List.of(new EndpointOutcome("checkout", "backend", "POST", "/pay", 100, 0, client, balancer)),
                day.minutes(),
                day.series(),
                day.faults(),
                day.journal(),
                day.ledger(),
                day.engine());
        return new Tables(ExampleDay.input(result, ExampleDay.scenario()))
                .endpoints()
                .markdown(10);
    }

    @Test
    void showsWhatClientsGaveUpBesideWhatTheLoadBalancerAnswered() {
        assertTrue(
                table().contains("|  |  | load balancer | 400 | 100 | 0 | 300 | 25.000% |"), EndpointsTableTest::table);
    }

    @Test
    void saysThatPercentilesAreOfGoodAnswersOnly() {
        assertTrue(
                table().contains("p50 of good | p95 of good | p99 of good | p99.9 of good"), EndpointsTableTest::table);
    }
}
