package dev.windtunnel.simulator.compile;

import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.simulator.kernel.QuantileTable;
import dev.windtunnel.simulator.kernel.Quantiles;
import java.util.List;

/** The model's distributions, in seconds, as the kernel's tables, in nanoseconds. */
final class Tables {

    private static final double NANOS = 1e9;

    private Tables() {}

    static QuantileTable nanos(Distribution distribution) {
        return switch (distribution) {
            case Distribution.Fixed fixed -> Quantiles.fixed(fixed.seconds() * NANOS);
            case Distribution.Exponential exponential -> Quantiles.exponential(exponential.meanSeconds() * NANOS);
            case Distribution.LogNormal lognormal ->
                Quantiles.logNormal(lognormal.medianSeconds() * NANOS, lognormal.sigma());
            case Distribution.Uniform uniform ->
                Quantiles.uniform(uniform.fromSeconds() * NANOS, uniform.toSeconds() * NANOS);
            case Distribution.Triangular triangular ->
                Quantiles.triangular(
                        triangular.fromSeconds() * NANOS,
                        triangular.modeSeconds() * NANOS,
                        triangular.toSeconds() * NANOS);
            case Distribution.Normal normal ->
                Quantiles.normalAboveZero(normal.bellMeanSeconds() * NANOS, normal.bellDeviationSeconds() * NANOS);
            case Distribution.Gamma gamma -> Quantiles.gamma(gamma.meanSeconds() * NANOS, gamma.shape());
            case Distribution.Erlang erlang -> Quantiles.erlang(erlang.k(), erlang.meanSeconds() * NANOS);
            case Distribution.HyperExponential hyper -> hyperExponential(hyper.phases());
            case Distribution.Pareto pareto ->
                Quantiles.boundedPareto(pareto.minSeconds() * NANOS, pareto.maxSeconds() * NANOS, pareto.alpha());
            case Distribution.Weibull weibull -> Quantiles.weibull(weibull.meanSeconds() * NANOS, weibull.shape());
            case Distribution.Empirical empirical -> empirical(empirical.outcomes());
        };
    }

    private static QuantileTable hyperExponential(List<Distribution.HyperExponential.Phase> phases) {
        // The user's probabilities add up to 1 but for rounding, the kernel's altogether.
        double total = phases.stream()
                .mapToDouble(Distribution.HyperExponential.Phase::probability)
                .sum();
        return Quantiles.hyperExponential(
                phases.stream()
                        .mapToDouble(phase -> phase.probability() / total)
                        .toArray(),
                phases.stream()
                        .mapToDouble(phase -> phase.meanSeconds() * NANOS)
                        .toArray());
    }

    private static QuantileTable empirical(List<Distribution.Empirical.Outcome> outcomes) {
        return Quantiles.empirical(
                outcomes.stream()
                        .mapToDouble(outcome -> outcome.seconds() * NANOS)
                        .toArray(),
                outcomes.stream()
                        .mapToDouble(Distribution.Empirical.Outcome::weight)
                        .toArray());
    }

    static double meanNanos(Distribution distribution) {
        return distribution.meanSeconds() * NANOS;
    }
}
