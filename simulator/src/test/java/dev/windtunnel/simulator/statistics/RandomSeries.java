package dev.windtunnel.simulator.statistics;

import java.util.SplittableRandom;

/** Series of which the true mean is known, started in their steady state so that nothing needs cutting. */
final class RandomSeries {

    private final SplittableRandom random;

    RandomSeries(long seed) {
        random = new SplittableRandom(seed);
    }

    double exponential(double mean) {
        return -mean * StrictMath.log(1 - random.nextDouble());
    }

    double normal() {
        // Box and Muller, one of the pair: plain, and enough for a test.
        double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }

    /** X(i+1) = phi X(i) + noise about a mean; the first is drawn from the stationary law. */
    double[] autoregression(int length, double mean, double phi) {
        double[] series = new double[length];
        double x = normal() / Math.sqrt(1 - phi * phi);
        for (int i = 0; i < length; i++) {
            series[i] = mean + x;
            x = phi * x + normal();
        }
        return series;
    }

    /**
     * Waits of M/M/1 with mean service time 1 by Lindley's recursion. The first is drawn from the stationary law: 0, or with
     * probability rho exponential with mean 1 / (1 - rho).
     */
    double[] singleServerWaits(int length, double utilization) {
        double[] waits = new double[length];
        double wait = random.nextDouble() < utilization ? exponential(1 / (1 - utilization)) : 0;
        for (int i = 0; i < length; i++) {
            waits[i] = wait;
            // Service minus gap in one draw: whichever ends later has, by then, its whole mean still before it.
            boolean isServiceLonger = random.nextDouble() * (1 + utilization) < utilization;
            wait = Math.max(0, wait + (isServiceLonger ? exponential(1) : -exponential(1 / utilization)));
        }
        return waits;
    }

    /**
     * Waits of M/M/c with mean service time 1: when each server is free next, kept sorted (Kiefer and Wolfowitz). Started
     * empty; the first {@code warmUp} waits are dropped.
     */
    double[] pooledWaits(int length, int warmUp, int servers, double utilization) {
        double[] waits = new double[length];
        double[] workload = new double[servers];
        for (int i = -warmUp; i < length; i++) {
            if (i >= 0) {
                waits[i] = workload[0];
            }
            double last = workload[0] + exponential(1);
            double gap = exponential(1 / (utilization * servers));
            int at = 0;
            for (; at < servers - 1 && workload[at + 1] < last; at++) {
                workload[at] = workload[at + 1];
            }
            workload[at] = last;
            for (int server = 0; server < servers; server++) {
                workload[server] = Math.max(0, workload[server] - gap);
            }
        }
        return waits;
    }
}
