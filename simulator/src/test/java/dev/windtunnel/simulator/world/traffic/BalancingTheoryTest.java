package dev.windtunnel.simulator.world.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.windtunnel.model.edge.BalancingAlgorithm;
import dev.windtunnel.simulator.compile.CompiledBalancer.Limit;
import dev.windtunnel.simulator.compile.CompiledBalancer.Routing;
import dev.windtunnel.simulator.kernel.CountsBySecond;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.metric.LatencyBuckets;
import dev.windtunnel.simulator.metric.LatencyHistogram;
import dev.windtunnel.simulator.result.Cause;
import dev.windtunnel.simulator.result.MinuteOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many pods behind one load balancer node behave as queueing theory says of their algorithm, and the rate limit as the
 * M/D/1/K queue of its missing tokens; each within the case's tolerance at the run's length.
 */
class BalancingTheoryTest {

    private static final long SECOND = PlantFixture.SECOND;
    private static final long MEASURED = 1_300_000;

    /** What was seen of the measured requests. */
    private record Seen(LatencyHistogram sojourn, double waitSeconds, double waited, long arrived, double seconds) {}

    @ParameterizedTest
    @ValueSource(strings = {"random-split-12x4", "rr-n10-rho80", "jsq-n2-rho90", "jsq2-limit-rho90"})
    void agreesWithTheory(String id) throws IOException {
        JsonNode theory = read(id);
        JsonNode backends = theory.at("/model/backends");
        PlantFixture plant = new PlantFixture();
        plant.pods = backends.at("/count").asInt();
        plant.concurrency = backends.at("/workers_each").asInt();
        plant.podMillis = 1000 * plant.concurrency;
        plant.cpu = Quantiles.exponential(backends.at("/service/mean_s").asDouble() * SECOND);
        plant.routing = new Routing(algorithm(theory.at("/model/policy/name").asText()), false, false, 0, null);

        Seen seen = run(
                plant,
                theory.at("/model/arrivals/rate_per_s").asDouble(),
                theory.at("/run/warmup_requests").asDouble());

        int checked = 0;
        for (JsonNode expected : theory.get("expected")) {
            Double got = value(expected.get("metric").asText(), seen);
            if (got != null) {
                double value = expected.get("value").asDouble();
                double tolerance = tolerance(theory, expected, seen.arrived) + LatencyBuckets.RELATIVE_ERROR;
                assertEquals(
                        value,
                        got,
                        tolerance * value,
                        id + " " + expected.get("metric").asText());
                checked++;
            }
        }
        assertTrue(checked >= 3, id + ": metrics checked " + checked);
    }

    @Test
    void refusesWhatTheMissingTokensOfAnMD1KQueueLose() throws IOException {
        JsonNode theory = read("token-bucket-r100-b20-l95");
        JsonNode limiter = theory.at("/model/limiter");
        PlantFixture plant = new PlantFixture();
        plant.concurrency = 1000;
        plant.podMillis = 1_000_000;
        plant.cpu = Quantiles.fixed(1000);
        plant.routing = new Routing(
                BalancingAlgorithm.ROUND_ROBIN,
                false,
                false,
                0,
                new Limit(
                        limiter.at("/rate_per_s").asDouble(),
                        limiter.at("/burst").asInt()));
        plant.arrivals = poisson(theory.at("/model/arrivals/rate_per_s").asDouble(), 0);
        plant.horizonSeconds = 21_000;

        PlantRun run = new PlantRun(plant).toTheEnd();

        long arrived = run.plant.arrived(0);
        long refused = run.clients().failed().getOrDefault(Cause.THROTTLED, 0L);
        JsonNode throttled = theory.at("/expected/0");
        double tolerance = tolerance(theory, throttled, arrived);
        assertEquals(
                throttled.get("value").asDouble(),
                refused / (double) arrived,
                tolerance * throttled.get("value").asDouble());
        double accepted = theory.at("/expected/1/value").asDouble();
        assertEquals(accepted, (arrived - refused) / (double) plant.horizonSeconds, 0.002 * accepted);
        assertEquals(refused, run.balancer().statuses().get(429));
    }

    private static double tolerance(JsonNode theory, JsonNode expected, long arrived) {
        double intended = theory.at("/run/measured_requests_per_replication").asDouble()
                * theory.at("/run/replications").asDouble();
        double length = Math.sqrt(Math.max(1, intended / arrived));
        return Math.max(0.002, expected.get("tolerance_rel").asDouble() * length);
    }

    private static BalancingAlgorithm algorithm(String name) {
        return switch (name) {
            case "random" -> BalancingAlgorithm.RANDOM;
            case "round-robin" -> BalancingAlgorithm.ROUND_ROBIN;
            case "least-outstanding" -> BalancingAlgorithm.LEAST_OUTSTANDING_REQUESTS;
            case "power-of-two" -> BalancingAlgorithm.TWO_CHOICES;
            default -> throw new IllegalArgumentException("no algorithm is named " + name);
        };
    }

    private static Seen run(PlantFixture fixture, double rate, double warmUpRequests) {
        long warmUp = (long) Math.ceil(warmUpRequests / rate);
        long measuredFrom = (warmUp + 59) / 60 * 60;
        fixture.arrivals = poisson(rate, measuredFrom - warmUp);
        fixture.horizonSeconds = measuredFrom + (long) (MEASURED / rate);
        ExactPlant plant = fixture.start().plant();
        plant.advance(measuredFrom * SECOND);
        long started = plant.started();
        long waited = plant.waited();
        long waitedNanos = plant.waitedNanos();
        plant.advance((fixture.horizonSeconds + 600) * SECOND);
        LatencyHistogram sojourn = new LatencyHistogram();
        long arrived = 0;
        for (MinuteOutcome minute : plant.minutes()) {
            if (minute.minute() >= measuredFrom / 60) {
                minute.client().latency().values().forEach(part -> part.addTo(sojourn));
                arrived += minute.arrived();
            }
        }
        double count = plant.started() - started;
        return new Seen(
                sojourn,
                (plant.waitedNanos() - waitedNanos) / 1e9 / count,
                (plant.waited() - waited) / count,
                arrived,
                fixture.horizonSeconds - measuredFrom);
    }

    private static CountsBySecond poisson(double rate, long from) {
        PoissonDistribution distribution = new PoissonDistribution(rate);
        return second -> second < from ? 0 : distribution.inverseCumulativeProbability(Keys.unit(Keys.mix(99, second)));
    }

    private static @Nullable Double value(String metric, Seen seen) {
        return switch (metric) {
            case "mean_sojourn_s" -> seen.sojourn.meanNanos() / 1e9;
            case "sojourn_p50_s" -> seen.sojourn.percentileNanos(0.5) / 1e9;
            case "sojourn_p95_s" -> seen.sojourn.percentileNanos(0.95) / 1e9;
            case "sojourn_p99_s" -> seen.sojourn.percentileNanos(0.99) / 1e9;
            case "mean_wait_s" -> seen.waitSeconds;
            case "p_wait" -> seen.waited;
            case "mean_in_system" -> seen.sojourn.meanNanos() / 1e9 * seen.arrived / seen.seconds;
            default -> null;
        };
    }

    private static JsonNode read(String id) throws IOException {
        try (InputStream file = BalancingTheoryTest.class.getResourceAsStream(
                "/dev/windtunnel/simulator/verification/cases/theory/" + id + ".json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(file, id));
        }
    }
}
