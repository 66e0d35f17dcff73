package dev.windtunnel.simulator.verification;

import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.yaml.JsonValue;
import dev.windtunnel.simulator.analytic.Availability;
import dev.windtunnel.simulator.analytic.ExponentialMixture;
import dev.windtunnel.simulator.analytic.FanOut;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Latencies and shares put together: a cache's hit or miss ({@code hit_ratio}), the slowest of several calls ({@code calls}),
 * a chain of which all must work ({@code availabilities}).
 */
final class CompositionModel {

    private static final Pattern QUANTILE = Pattern.compile("p([0-9]{1,5})_s");

    private CompositionModel() {}

    static CaseModel read(JsonValue model) {
        if (model.has("hit_ratio")) {
            return cache(model);
        }
        if (model.has("calls")) {
            return fanOut(model);
        }
        if (model.has("availabilities")) {
            return chain(model.get("availabilities"));
        }
        throw new NotUnderstood("a composition of " + String.join(", ", model.keys()));
    }

    private static CaseModel cache(JsonValue model) {
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

    private static CaseModel fanOut(JsonValue model) {
        int calls = model.get("calls").whole(1);
        if (!model.has("call")) {
            double slow = FanOut.slowShare(calls, model.get("p_slow_call").share());
            return new ComputedModel(
                    metric -> metric.equals("p_slow") ? OptionalDouble.of(slow) : OptionalDouble.empty());
        }
        double mean = mean(model.get("call"));
        return new ComputedModel(metric -> {
            Matcher quantile = QUANTILE.matcher(metric);
            if (quantile.matches()) {
                double share = Double.parseDouble("0." + quantile.group(1));
                return OptionalDouble.of(-mean * StrictMath.log1p(-FanOut.shareOfCall(calls, share)));
            }
            return metric.equals("mean_s")
                    ? OptionalDouble.of(FanOut.meanOfSlowest(calls, mean))
                    : OptionalDouble.empty();
        });
    }

    private static CaseModel chain(JsonValue written) {
        double[] shares =
                written.elements().stream().mapToDouble(JsonValue::share).toArray();
        double[] down = written.elements().stream()
                .mapToDouble(share -> 1 - share.share())
                .toArray();
        double up = Availability.series(shares);
        return new ComputedModel(metric -> switch (metric) {
            case "availability" -> OptionalDouble.of(up);
            case "unavailability" -> OptionalDouble.of(1 - up);
            case "unavailability_bound" -> OptionalDouble.of(Availability.seriesUnavailabilityAtMost(down));
            default -> OptionalDouble.empty();
        });
    }

    private static double mean(JsonValue distribution) {
        if (Distributions.read(distribution) instanceof Distribution.Exponential exponential) {
            return exponential.meanSeconds();
        }
        throw new NotUnderstood("a composition of other than exponential latencies");
    }
}
