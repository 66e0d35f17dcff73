package dev.windtunnel.simulator.analytic;

/**
 * M(t)/M/infinity under a sinusoidal rate, in its periodic steady state: how the number in service trails and flattens the
 * demand (Eick, Massey and Whitt 1993). Its law is Poisson at every time.
 *
 * @param meanRate per second
 * @param amplitude of the rate, 0..meanRate
 * @param period seconds
 * @param meanService seconds
 */
public record InfiniteServers(double meanRate, double amplitude, double period, double meanService) {

    /** @throws IllegalArgumentException if a value is out of range, or the rate would turn negative */
    public InfiniteServers {
        Check.positive("mean rate", meanRate);
        Check.share("amplitude over mean rate", amplitude / meanRate);
        Check.positive("period", period);
        Check.positive("mean service time", meanService);
    }

    /** Mean, and variance, of the number in service at a time after the rate rose through its mean. */
    public double meanBusy(double seconds) {
        double angle = frequency() * seconds;
        double trail = frequency() * meanService;
        double swing = (StrictMath.sin(angle) - trail * StrictMath.cos(angle)) / (1 + trail * trail);
        return meanService * (meanRate + amplitude * swing);
    }

    /** The largest mean number in service. */
    public double peakBusy() {
        double trail = frequency() * meanService;
        return meanService * (meanRate + amplitude / Math.sqrt(1 + trail * trail));
    }

    /** How long after the demand the number in service peaks, seconds. */
    public double peakLag() {
        return StrictMath.atan(frequency() * meanService) / frequency();
    }

    private double frequency() {
        return 2 * StrictMath.PI / period;
    }
}
