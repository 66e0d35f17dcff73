package dev.windtunnel.simulator.compile;

import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.simulator.kernel.QuantileTable;
import dev.windtunnel.simulator.kernel.Quantiles;

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
        };
    }

    static double meanNanos(Distribution distribution) {
        return distribution.meanSeconds() * NANOS;
    }
}
