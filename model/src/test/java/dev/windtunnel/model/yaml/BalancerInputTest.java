package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.edge.BalancingAlgorithm;
import dev.windtunnel.model.edge.LoadBalancer;
import dev.windtunnel.model.edge.RateLimit;
import dev.windtunnel.model.unit.Rate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BalancerInputTest {

    private static final String DNS = "dns: { name: shop.example }";

    @TempDir
    private Path folder = Path.of("");

    private Draft with(String loadBalancer) {
        return Draft.in(folder).architecture(DNS, DNS + "\n    loadBalancer: " + loadBalancer);
    }

    @Test
    void takesTurnsAndLetsEverythingThroughUnlessToldOtherwise() {
        LoadBalancer balancer = Draft.in(folder).read().environment().loadBalancer();

        assertEquals(BalancingAlgorithm.ROUND_ROBIN, balancer.algorithm());
        assertEquals(Duration.ZERO, balancer.slowStart());
        assertNull(balancer.rateLimit());
    }

    @Test
    void readsAlgorithmAndLimit() {
        LoadBalancer balancer = with("{ algorithm: weighted-random, anomalyMitigation: true, zoneAware: true,"
                        + " rateLimit: { rate: 6000/min, burst: 20 } }")
                .read()
                .environment()
                .loadBalancer();

        assertEquals(BalancingAlgorithm.WEIGHTED_RANDOM, balancer.algorithm());
        assertTrue(balancer.anomalyMitigation());
        assertTrue(balancer.zoneAware());
        assertEquals(new RateLimit(new Rate(100), 20), Objects.requireNonNull(balancer.rateLimit()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ algorithm: least-outstanding } | did you mean 'least-outstanding-requests'?",
                "{ algorithm: round-robbin } | did you mean 'round-robin'?",
                "{ rateLimit: { rate: 0/s, burst: 20 } } | rate lies between 0.001/s and 1000000/s, found 0/s",
                "{ rateLimit: { rate: -5/s, burst: 20 } } | a rate is not negative, found -5",
                "{ rateLimit: { rate: 100/s, burst: 0 } } | burst lies between 1 and 1000000, found 0",
                "{ rateLimit: { rate: 100/s } } | burst",
                "{ anomalyMitigation: true } | anomalyMitigation needs algorithm: weighted-random",
                "{ zoneAware: true, crossZone: false } | zoneAware needs crossZone: true",
                "{ slowStart: 10s } | slowStart is 0s or lies between 30s and 900s, found 10s",
                "{ slowStart: 30s, algorithm: least-outstanding-requests } | slowStart needs algorithm: round-robin",
            })
    void saysWhatIsWrong(String loadBalancer, String expected) {
        String problem = with(loadBalancer).onlyProblem();

        assertTrue(problem.contains("error: ") && problem.contains(expected), problem);
    }
}
