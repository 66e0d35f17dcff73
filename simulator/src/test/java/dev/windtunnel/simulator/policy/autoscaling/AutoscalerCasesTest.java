package dev.windtunnel.simulator.policy.autoscaling;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windtunnel.simulator.policy.ConformanceCases;
import dev.windtunnel.simulator.policy.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The HPA's own test tables, as far as they are about one CPU utilization target without {@code spec.behavior}. */
class AutoscalerCasesTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long NOW = 1_000_000 * SECOND;

    @Test
    void proposesTheSizesOfTheReplicaCalculator() {
        List<ConformanceCases.Case> cases = select("hpa-replicas", 25, 15, AutoscalerCasesTest::isCpuUtilization);

        assertAll(cases.stream().map(example -> () -> {
            JsonNode given = example.given();
            CpuProposal proposal = CpuProposal.of(
                    settings(
                            given,
                            1,
                            Integer.MAX_VALUE,
                            given.get("target_utilization_percent").asInt()),
                    given.get("current_replicas").asInt(),
                    pods(given),
                    NOW);
            if (example.expect().has("error")) {
                assertInstanceOf(CpuProposal.Failed.class, proposal, example.id());
                return;
            }
            CpuProposal.Computed computed = assertInstanceOf(CpuProposal.Computed.class, proposal, example.id());
            assertEquals(example.expect().get("replicas").asInt(), computed.replicas(), example.id());
            assertEquals(
                    example.expect().get("utilization_percent").asInt(), computed.utilizationPercent(), example.id());
        }));
    }

    @Test
    void cutsProposalsAsTheControllerDoes() {
        List<ConformanceCases.Case> cases = select("hpa-no-behavior-limits", 3, 3, given -> true);

        assertAll(cases.stream().map(example -> () -> {
            JsonNode given = example.given();
            StepLimit limited = StepLimit.of(
                    settings(
                            given,
                            given.get("min_replicas").asInt(),
                            given.get("max_replicas").asInt(),
                            80),
                    given.get("current_replicas").asInt(),
                    given.get("desired_replicas").asInt());
            assertEquals(example.expect().get("replicas").asInt(), limited.replicas(), example.id());
            assertEquals(condition(example.expect().get("condition")), limited.condition(), example.id());
        }));
    }

    @Test
    void stabilizesAsTheControllerDoes() {
        List<ConformanceCases.Case> cases = select(
                "hpa-stabilization", 6, 2, given -> given.get("mode").asText().equals("no_behavior"));

        assertAll(cases.stream().map(example -> () -> {
            JsonNode given = example.given();
            Stabilization stabilized = Stabilization.of(
                    given.get("desired_replicas").asInt(),
                    recommendations(given),
                    given.get("scale_down_window_s").asLong() * SECOND,
                    NOW);
            assertEquals(example.expect().get("replicas").asInt(), stabilized.replicas(), example.id());
            assertEquals(
                    example.expect().get("log_length").asInt(),
                    stabilized.history().size(),
                    example.id());
        }));
    }

    @Test
    void reconcilesAsTheControllerDoes() {
        List<ConformanceCases.Case> cases = select(
                "hpa-reconcile",
                9,
                8,
                given -> given.get("metrics").size() == 1
                        && given.get("metrics").get(0).get("type").asText().equals("resource_utilization"));

        assertAll(cases.stream().map(example -> () -> {
            JsonNode given = example.given();
            AutoscalerDecision decision = HorizontalPodAutoscalerPolicy.decide(
                    settings(
                            given,
                            given.get("min_replicas").asInt(),
                            given.get("max_replicas").asInt(),
                            given.get("metrics")
                                    .get(0)
                                    .get("target_utilization_percent")
                                    .asInt()),
                    given.get("current_replicas").asInt(),
                    pods(given),
                    // An empty history in the case means that there is none to hold anything, not a first reconcile.
                    given.get("recommendations").isEmpty()
                            ? List.of(new Recommendation(Long.MIN_VALUE, 0))
                            : recommendations(given),
                    NOW);
            assertEquals(example.expect().get("replicas").asInt(), decision.desiredReplicas(), example.id());
            if (example.expect().has("limit_condition")) {
                assertEquals(condition(example.expect().get("limit_condition")), decision.condition(), example.id());
            }
            boolean failed = example.expect().path("reason").asText().equals("error");
            assertEquals(failed, decision.metricFailed(), example.id());
        }));
    }

    private static List<ConformanceCases.Case> select(
            String family, int total, int expressible, Predicate<JsonNode> isExpressible) {
        List<ConformanceCases.Case> all = ConformanceCases.of(family);
        List<ConformanceCases.Case> run = all.stream()
                .filter(example -> isExpressible.test(example.given()))
                .toList();
        assertEquals(total, all.size(), family);
        assertEquals(expressible, run.size(), family);
        return run;
    }

    private static boolean isCpuUtilization(JsonNode given) {
        return given.get("metric_type").asText().equals("resource_utilization")
                && given.get("resource").asText().equals("cpu");
    }

    private static AutoscalerSettings settings(JsonNode given, int min, int max, int targetPercent) {
        AutoscalerSettings defaults = AutoscalerSettings.withDefaults(min, max, targetPercent);
        return new AutoscalerSettings(
                min,
                max,
                targetPercent,
                given.path("tolerance_scale_up").asDouble(defaults.toleranceUp()),
                given.path("tolerance_scale_down").asDouble(defaults.toleranceDown()),
                given.path("cpu_initialization_period_s").asLong(300) * SECOND,
                given.path("initial_readiness_delay_s").asLong(30) * SECOND,
                given.path("scale_down_window_s").asLong(300) * SECOND,
                given.path("scale_up_limit_factor").asDouble(defaults.scaleUpLimitFactor()),
                given.path("scale_up_limit_floor").asInt(defaults.scaleUpLimitFloor()));
    }

    private static List<PodMetrics> pods(JsonNode given) {
        List<PodMetrics> pods = new ArrayList<>();
        for (JsonNode pod : given.get("pods")) {
            JsonNode sample = given.get("samples").path(pod.get("name").asText());
            long request = 0;
            long usage = sample.isMissingNode() ? PodMetrics.NONE : 0;
            for (JsonNode container : pod.get("containers")) {
                String name = container.get("name").asText();
                if (given.hasNonNull("container")
                        && !given.get("container").asText().equals(name)) {
                    continue;
                }
                request = container.get("request_milli").isNull()
                        ? PodMetrics.NONE
                        : request + container.get("request_milli").asLong();
                usage += sample.path("containers").path(name).asLong();
            }
            pods.add(new PodMetrics(
                    Phase.valueOf(pod.get("phase").asText().toUpperCase(Locale.ROOT)),
                    pod.get("deleting").asBoolean(),
                    pod.get("ready").asBoolean(),
                    NOW - pod.get("age_s").asLong() * SECOND,
                    NOW - pod.get("ready_transition_age_s").asLong() * SECOND,
                    request,
                    usage,
                    NOW - sample.path("age_s").asLong() * SECOND,
                    sample.path("window_s").asLong() * SECOND));
        }
        return pods;
    }

    private static List<Recommendation> recommendations(JsonNode given) {
        List<Recommendation> recommendations = new ArrayList<>();
        for (JsonNode earlier : given.get("recommendations")) {
            recommendations.add(new Recommendation(
                    NOW - earlier.get("age_s").asLong() * SECOND,
                    earlier.get("replicas").asInt()));
        }
        return recommendations;
    }

    private static LimitCondition condition(JsonNode name) {
        return switch (name.asText()) {
            case "DesiredWithinRange" -> LimitCondition.DESIRED_WITHIN_RANGE;
            case "ScaleUpLimit" -> LimitCondition.SCALE_UP_LIMIT;
            case "TooManyReplicas" -> LimitCondition.TOO_MANY_REPLICAS;
            case "TooFewReplicas" -> LimitCondition.TOO_FEW_REPLICAS;
            default -> throw new IllegalArgumentException(name.asText());
        };
    }
}
