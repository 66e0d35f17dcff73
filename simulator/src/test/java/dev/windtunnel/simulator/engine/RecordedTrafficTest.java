package dev.windtunnel.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.model.trace.RequestLog;
import dev.windtunnel.simulator.result.EndpointOutcome;
import dev.windtunnel.simulator.result.RunResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The shipped access log, through reader, compiler and engine. */
class RecordedTrafficTest {

    private static final String SCENARIO = "innovate-inc/alb-log.yaml";
    private static final List<String> ONCE = List.of("traffic.replay.scale=1");

    private final LoadedScenario loaded = ShippedRun.load(SCENARIO, ONCE);
    private final RequestLog log = loaded.log().orElseThrow();

    private static Map<String, Long> logged(RequestLog log) {
        Map<String, Long> requests = new LinkedHashMap<>();
        for (int request = 0; request < log.size(); request++) {
            int endpoint = log.endpoint(request);
            requests.merge(
                    endpoint == RequestLog.UNMATCHED ? "" : log.endpoints().get(endpoint), 1L, Long::sum);
        }
        return requests;
    }

    @Test
    void playsEveryLoggedRequestAtItsEndpoint() {
        Map<String, Long> logged = logged(log);
        RunResult run = ShippedRun.run(SCENARIO, ONCE);

        long unmatched = logged.getOrDefault("", 0L);
        long given = 0;
        assertTrue(unmatched > 10, "some requests match nothing, found " + unmatched);
        for (EndpointOutcome outcome : run.endpoints()) {
            long more = outcome.arrived() - logged.getOrDefault(outcome.endpoint(), 0L);
            assertTrue(more >= 0 && more <= unmatched, outcome.endpoint() + " has " + more + " more than logged");
            given += more;
        }
        assertEquals(unmatched, given);
        assertEquals(log.size(), run.arrived());
        assertEquals(unmatched, log.linesRead().unmatched());
        assertEquals(3, log.linesRead().malformed());
    }

    @Test
    void metersTheLoggedBytes() {
        long sent = 0;
        long moved = 0;
        for (int request = 0; request < log.size(); request++) {
            sent += log.responseBytes(request);
            moved += log.requestBytes(request) + log.responseBytes(request);
        }

        RunResult run = ShippedRun.run(SCENARIO, List.of("traffic.replay.scale=1", "duration=11m"));

        assertEquals(
                run.arrived(),
                run.endpoints().stream().mapToLong(e -> e.client().succeeded()).sum());
        assertEquals(
                moved,
                run.ledger().loadBalancerHours().stream()
                        .mapToLong(hour -> hour.processedBytes())
                        .sum());
        assertTrue(run.ledger().usages().toString().contains(Long.toString(sent)), "the bytes sent are metered");
    }

    @Test
    void playsWholeCopiesExactlyAndFractionsByChance() {
        RunResult thrice = ShippedRun.run(SCENARIO, List.of("traffic.replay.scale=3"));
        RunResult thinned = ShippedRun.run(SCENARIO, List.of("traffic.replay.scale=0.25"));

        assertEquals(3L * log.size(), thrice.arrived());
        // Binomial: standard deviation sqrt(n / 4 x 3 / 4), about 21.
        assertEquals(log.size() / 4.0, (double) thinned.arrived(), 85);
        assertTrue(thinned.arrived() != log.size() / 4, "thinned by draws, not by counting");
    }

    @Test
    void givesTheSameTwice() {
        assertEquals(
                ShippedRun.finish(loaded).requestDigest(),
                ShippedRun.finish(ShippedRun.load(SCENARIO, ONCE)).requestDigest());
    }
}
