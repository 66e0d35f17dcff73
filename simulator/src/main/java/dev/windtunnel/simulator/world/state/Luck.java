package dev.windtunnel.simulator.world.state;

import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.kernel.QuantileTable;

/** Draws of the control plane: each belongs to a purpose and to the thing it is drawn for. */
public final class Luck {

    private final long seed;

    /** Below a seed. */
    public Luck(long seed) {
        this.seed = seed;
    }

    /** Uniform in (0, 1). */
    public double unit(String purpose, long subject) {
        return Keys.unit(Keys.mix(Keys.named(seed, purpose), subject));
    }

    /** Uniform in 0..periodNanos-1: where in its period a periodic thing happens. */
    public long phase(String purpose, long subject, long periodNanos) {
        return (long) (unit(purpose, subject) * periodNanos);
    }

    /** A value of a distribution. */
    public double sample(QuantileTable distribution, String purpose, long subject) {
        return distribution.sampleUpper(Keys.mix(Keys.named(seed, purpose), subject));
    }
}
