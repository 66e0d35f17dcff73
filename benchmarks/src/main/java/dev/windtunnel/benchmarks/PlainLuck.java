package dev.windtunnel.benchmarks;

import java.util.SplittableRandom;

/** What most Java programs do: the JDK's SplittableRandom and a logarithm. */
final class PlainLuck implements Luck {

    private final SplittableRandom random;

    PlainLuck(long seed) {
        random = new SplittableRandom(seed);
    }

    @Override
    public double exponential() {
        return -Math.log(1 - random.nextDouble());
    }
}
