package dev.windtunnel.simulator.verification;

import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.yaml.JsonValue;
import java.util.List;

/** The cases' distributions as the model's. */
final class Distributions {

    private static final List<String> KNOWN =
            List.of("exponential", "deterministic", "lognormal", "erlang", "hyperexponential", "bounded_pareto");

    private Distributions() {}

    /** Reads {@code {"dist": ..., ...}}. */
    static Distribution read(JsonValue value) {
        String name = value.get("dist").text();
        return switch (name) {
            case "exponential" ->
                new Distribution.Exponential(value.get("mean_s").positive());
            case "deterministic" -> new Distribution.Fixed(value.get("value_s").positive());
            case "lognormal" ->
                Distribution.LogNormal.ofMean(
                        value.get("mean_s").positive(), value.get("cv").positive());
            case "erlang", "hyperexponential", "bounded_pareto" -> throw new NotUnderstood("distribution " + name);
            default -> throw value.get("dist").expected("one of " + String.join(", ", KNOWN));
        };
    }
}
