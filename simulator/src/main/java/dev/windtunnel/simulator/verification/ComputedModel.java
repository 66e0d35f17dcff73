package dev.windtunnel.simulator.verification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A model without randomness, computed by the product's own formulas.
 *
 * @param formula the value of a metric; empty if it is unknown
 */
record ComputedModel(Function<String, OptionalDouble> formula) implements CaseModel {

    @Override
    public Map<String, Estimate> measure(List<String> metrics, long seed, double effort) {
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        for (String metric : metrics) {
            formula.apply(metric).ifPresent(value -> estimates.put(metric, Estimate.exact(value)));
        }
        return estimates;
    }

    @Override
    public double shortening(double effort) {
        return 1;
    }
}
