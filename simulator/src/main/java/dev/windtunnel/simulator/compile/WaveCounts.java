package dev.windtunnel.simulator.compile;

import dev.windtunnel.simulator.kernel.CountsBySecond;
import dev.windtunnel.simulator.kernel.Keys;

/** A Poisson number in each second, whose mean is the integral over that second of a rate that swings like a sine. */
final class WaveCounts implements CountsBySecond {

    /** Larger means are split, so that exp(-mean) keeps its digits. */
    private static final double LARGEST_MEAN = 500;

    private final StationNetwork.Wave wave;
    private final long key;

    WaveCounts(StationNetwork.Wave wave, long seed) {
        this.wave = wave;
        key = Keys.named(seed, "arrivals/wave");
    }

    @Override
    public double peakPerSecond() {
        return wave.meanPerSecond() + Math.abs(wave.amplitudePerSecond());
    }

    @Override
    public int count(int second) {
        double mean = upTo(second + 1.0) - upTo(second);
        long secondKey = Keys.mix(key, second);
        int parts = (int) Math.ceil(mean / LARGEST_MEAN);
        int count = 0;
        for (int part = 0; part < parts; part++) {
            count += UserCounts.poisson(mean / parts, Keys.unit(Keys.draw(secondKey, part)));
        }
        return count;
    }

    /** Integral of the rate from 0: mean t + amplitude (1 - cos wt) / w. */
    private double upTo(double seconds) {
        double w = 2 * StrictMath.PI / wave.periodSeconds();
        return wave.meanPerSecond() * seconds + wave.amplitudePerSecond() * (1 - StrictMath.cos(w * seconds)) / w;
    }
}
