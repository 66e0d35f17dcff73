package dev.windtunnel.simulator.world.state;

import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.kernel.QuantileTable;

/**
 * Draws of the control plane. Each belongs to a purpose, to the component that it is drawn for, by name, and to a number
 * inside that component: the third pod of a workload, the second node of a pool. A further component, or a reordered list,
 * therefore leaves the draws of all others as they were, to the bit.
 */
@FunctionalInterface
public interface Luck {

    /** Draws below a seed. */
    static Luck of(long seed) {
        return new Seeded(seed);
    }

    /** Draws below a seed: a value, so that runs may share it. */
    record Seeded(long seed) implements Luck {
        @Override
        public long bits(String purpose, String component, long ordinal) {
            return Keys.mix(Keys.named(Keys.named(seed, purpose), component), ordinal);
        }
    }

    /**
     * The 64 random bits of a draw.
     *
     * @param purpose what is drawn: {@code pod/boot}
     * @param component name of what it is drawn for: a workload, a node, a zone; empty if there is one in all
     * @param ordinal number inside the component
     */
    long bits(String purpose, String component, long ordinal);

    /** Uniform in (0, 1). */
    default double unit(String purpose, String component, long ordinal) {
        return Keys.unit(bits(purpose, component, ordinal));
    }

    /** Uniform in 0..periodNanos-1: where in its period a periodic thing happens. */
    default long phase(String purpose, String component, long ordinal, long periodNanos) {
        return (long) (unit(purpose, component, ordinal) * periodNanos);
    }

    /** A value of a distribution. */
    default double sample(QuantileTable distribution, String purpose, String component, long ordinal) {
        return distribution.sampleUpper(bits(purpose, component, ordinal));
    }
}
