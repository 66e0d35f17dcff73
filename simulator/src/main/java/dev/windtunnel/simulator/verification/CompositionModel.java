package dev.windtunnel.simulator.verification;

import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.yaml.JsonValue;
import dev.windtunnel.simulator.analytic.ExponentialMixture;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A latency that is one of two exponential ones: a cache hit or a miss. */
final class CompositionModel {

    private static final Pattern QUANTILE = Pattern.compile("p([0-9]{1,5})_s");

    private CompositionModel() {}

    static CaseModel read(JsonValue model) {
        if (!model.has("hit_ratio")) {
            throw new NotUnderstood("a composition that is no cache");
        }
        ExponentialMixture latency = ExponentialMixture.ofCache(
                model.get("hit_ratio").share(), mean(model.get("hit")), mean(model.get("miss")));
        return new ComputedModel(metric -> {
            Matcher quantile = QUANTILE.matcher(metric);
            if (quantile.matches()) {
                return OptionalDouble.of(latency.quantile(Double.parseDouble("0." + quantile.group(1))));
            }
            return metric.equals("mean_s") ? OptionalDouble.of(latency.mean()) : OptionalDouble.empty();
        });
    }

    private static double mean(JsonValue distribution) {
        if (Distributions.read(distribution) instanceof Distribution.Exponential exponential) {
            return exponential.meanSeconds();
        }
        throw new NotUnderstood("a composition of other than exponential latencies");
    }
}
