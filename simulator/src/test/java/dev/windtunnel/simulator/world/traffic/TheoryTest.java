package dev.windtunnel.simulator.world.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.windtunnel.simulator.kernel.CountsBySecond;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.metric.LatencyBuckets;
import dev.windtunnel.simulator.metric.LatencyHistogram;
import dev.windtunnel.simulator.result.MinuteOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The plant is a queue: one pod with c workers and c CPUs, Poisson arrivals, exponential work. Waits, sojourns and
 * utilization agree with theory that nobody here wrote, within four standard errors at the run's length.
 */
class TheoryTest {

    private static final long WARM_UP_SECONDS = 600;

    /** What a case expects of each metric, against what the plant did. */
    private record Measured(
            ExactPlant plant, LatencyHistogram sojourn, double seconds, long arrived, double usedSeconds) {}

    @ParameterizedTest
    @ValueSource(strings = {"mm1-rho30", "mm1-rho70", "mmc-c5-rho600", "mmc-c40-rho950"})
    void agreesWithTheClosedForm(String id) throws IOException {
        JsonNode theory = read(id);
        JsonNode station = theory.at("/model/stations/0");
        double rate = theory.at("/model/arrivals/rate_per_s").asDouble();
        int servers = station.at("/servers").asInt();
        double mean = station.at("/service/mean_s").asDouble();

        Measured measured = run(rate, servers, mean);

        double intended = theory.at("/run/measured_requests_per_replication").asDouble()
                * theory.at("/run/replications").asDouble();
        int checked = 0;
        for (JsonNode expected : theory.get("expected")) {
            Double got = value(expected.get("metric").asText(), measured, servers);
            if (got != null) {
                double value = expected.get("value").asDouble();
                double length = Math.sqrt(Math.max(1, intended / measured.arrived));
                double tolerance = Math.max(0.002, expected.get("tolerance_rel").asDouble() * length)
                        + LatencyBuckets.RELATIVE_ERROR;
                assertEquals(
                        value,
                        got,
                        tolerance * value,
                        id + " " + expected.get("metric").asText());
                checked++;
            }
        }
        assertTrue(checked >= 6, id + ": metrics checked " + checked);
    }

    private static Measured run(double rate, int servers, double meanSeconds) {
        PlantFixture queue = new PlantFixture();
        queue.concurrency = servers;
        queue.podMillis = 1000 * servers;
        queue.cpu = Quantiles.exponential(meanSeconds * 1e9);
        queue.arrivals = poisson(rate);
        queue.horizonSeconds = WARM_UP_SECONDS + (long) (1_500_000 / rate);
        ExactPlant plant = queue.start().plant();
        plant.advance(WARM_UP_SECONDS * PlantFixture.SECOND);
        double usedBefore = plant.cpuUsedCoreNanos(0, WARM_UP_SECONDS * PlantFixture.SECOND);
        long horizon = queue.horizonSeconds * PlantFixture.SECOND;
        plant.advance(horizon);
        double used = (plant.cpuUsedCoreNanos(0, horizon) - usedBefore) / 1e9;
        LatencyHistogram sojourn = new LatencyHistogram();
        long arrived = 0;
        for (MinuteOutcome minute : plant.minutes()) {
            if (minute.minute() >= WARM_UP_SECONDS / 60) {
                minute.client().latency().values().forEach(part -> part.addTo(sojourn));
                arrived += minute.arrived();
            }
        }
        return new Measured(plant, sojourn, queue.horizonSeconds - WARM_UP_SECONDS, arrived, used);
    }

    private static CountsBySecond poisson(double rate) {
        PoissonDistribution distribution = new PoissonDistribution(rate);
        return second -> distribution.inverseCumulativeProbability(Keys.unit(Keys.mix(99, second)));
    }

    private static @Nullable Double value(String metric, Measured measured, int servers) {
        ExactPlant plant = measured.plant;
        double meanWait = plant.waitedNanos() / 1e9 / plant.started();
        return switch (metric) {
            case "mean_sojourn_s" -> measured.sojourn.meanNanos() / 1e9;
            case "sojourn_p50_s" -> measured.sojourn.percentileNanos(0.5) / 1e9;
            case "sojourn_p95_s" -> measured.sojourn.percentileNanos(0.95) / 1e9;
            case "sojourn_p99_s" -> measured.sojourn.percentileNanos(0.99) / 1e9;
            case "sojourn_p999_s" -> measured.sojourn.percentileNanos(0.999) / 1e9;
            case "p_wait" -> plant.waited() / (double) plant.started();
            case "mean_wait_s" -> meanWait;
            case "mean_wait_given_wait_s" -> plant.waitedNanos() / 1e9 / plant.waited();
            case "mean_queue_length" -> meanWait * measured.arrived / measured.seconds;
            case "mean_in_system" -> measured.sojourn.meanNanos() / 1e9 * measured.arrived / measured.seconds;
            case "utilization" -> measured.usedSeconds / measured.seconds / servers;
            default -> null;
        };
    }

    private static JsonNode read(String id) throws IOException {
        try (InputStream file = TheoryTest.class.getResourceAsStream(
                "/dev/windtunnel/simulator/verification/cases/theory/" + id + ".json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(file, id));
        }
    }
}
