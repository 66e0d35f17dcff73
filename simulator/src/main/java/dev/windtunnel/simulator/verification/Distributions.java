package dev.windtunnel.simulator.verification;

import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.yaml.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** The cases' distributions as the model's. */
final class Distributions {

    private static final List<String> KNOWN = List.of(
            "exponential", "deterministic", "lognormal", "gamma", "erlang", "hyperexponential", "bounded_pareto");

    private Distributions() {}

    /** The same, or a fixed time of 0: no pause at all. */
    static Distribution readOrNothing(JsonValue value) {
        boolean isNothing = value.get("dist").text().equals("deterministic")
                && value.get(value.has("value_s") ? "value_s" : "mean_s").number() == 0;
        return isNothing ? new Distribution.Fixed(0) : read(value);
    }

    /** Reads {@code {"dist": ..., ...}}. */
    static Distribution read(JsonValue value) {
        String name = value.get("dist").text();
        KnownKeys.only(
                value,
                "a distribution",
                "dist",
                "mean_s",
                "value_s",
                "cv",
                "k",
                "p",
                "means_s",
                "min_s",
                "max_s",
                "alpha");
        return switch (name) {
            case "exponential" ->
                new Distribution.Exponential(value.get("mean_s").positive());
            case "deterministic" ->
                new Distribution.Fixed(
                        value.get(value.has("value_s") ? "value_s" : "mean_s").positive());
            case "gamma" ->
                new Distribution.Gamma(
                        value.get("mean_s").positive(), value.get("cv").positive());
            case "lognormal" ->
                Distribution.LogNormal.ofMean(
                        value.get("mean_s").positive(), value.get("cv").positive());
            case "erlang" ->
                new Distribution.Erlang(
                        value.get("k").whole(1), value.get("mean_s").positive());
            case "hyperexponential" -> hyperExponential(value);
            case "bounded_pareto" -> pareto(value);
            default -> throw new NotUnderstood("distribution " + name + "; known are " + String.join(", ", KNOWN));
        };
    }

    private static Distribution hyperExponential(JsonValue value) {
        List<JsonValue> probabilities = value.get("p").elements();
        List<JsonValue> means = value.get("means_s").elements();
        if (means.size() != probabilities.size() || means.isEmpty()) {
            throw value.get("means_s").expected("as many means as probabilities");
        }
        List<Distribution.HyperExponential.Phase> phases = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < means.size(); i++) {
            sum += probabilities.get(i).share();
            phases.add(new Distribution.HyperExponential.Phase(
                    probabilities.get(i).share(), means.get(i).positive()));
        }
        if (Math.abs(sum - 1) > 1e-6) {
            throw value.get("p").expected("probabilities that add up to 1");
        }
        return new Distribution.HyperExponential(phases);
    }

    private static Distribution pareto(JsonValue value) {
        double min = value.get("min_s").positive();
        double max = value.get("max_s").positive();
        if (max <= min) {
            throw value.get("max_s").expected("a number above min_s");
        }
        return new Distribution.Pareto(min, max, value.get("alpha").positive());
    }
}
