package dev.windtunnel.simulator.analytic;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * M(t)/M/c over time, from empty: the law of the number in the system, by uniformization (Jensen 1953; Abate and Whitt 1987
 * for M/M/1). Shows how long a queue takes to fill and to drain.
 *
 * <p>Mutable: it stands at a time and is moved on.
 */
public final class TransientQueue {

    private static final double NEGLIGIBLE = 1e-14;

    /** Steps of uniformized time: short enough that exp(-steps) is far from vanishing. */
    private static final double EVENTS_PER_SLICE = 50;

    private final DoubleUnaryOperator arrivalRate;
    private final double longestSlice;
    private final int servers;
    private final double serviceRate;
    private final double[] p;
    private double now;

    private TransientQueue(
            DoubleUnaryOperator arrivalRate, double longestSlice, int servers, double meanService, int largest) {
        this.arrivalRate = arrivalRate;
        this.longestSlice = longestSlice;
        this.servers = Check.atLeast(1, "servers", servers);
        this.serviceRate = 1 / Check.positive("mean service time", meanService);
        this.p = new double[Check.atLeast(1, "largest number in system", largest) + 1];
        p[0] = 1;
    }

    /**
     * With a constant rate; exact but for the truncation.
     *
     * @param largest number in the system that is followed; arrivals beyond it are lost
     */
    public static TransientQueue empty(double arrivalRate, int servers, double meanService, int largest) {
        Check.notNegative("arrival rate", arrivalRate);
        return new TransientQueue(t -> arrivalRate, Double.POSITIVE_INFINITY, servers, meanService, largest);
    }

    /**
     * With a rate that changes over time, taken as constant, at its middle, over slices of at most a given length: the error
     * shrinks with its square.
     *
     * @param arrivalRate per second at a time in seconds
     * @param slice seconds
     */
    public static TransientQueue empty(
            DoubleUnaryOperator arrivalRate, double slice, int servers, double meanService, int largest) {
        return new TransientQueue(arrivalRate, Check.positive("slice", slice), servers, meanService, largest);
    }

    /** Moves on to a time in seconds, not before where it stands. */
    public TransientQueue advanceTo(double time) {
        if (!(time >= now && time < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("stands at " + now + " and cannot go to " + time);
        }
        double start = now;
        double span = time - start;
        long slices = (long) Math.max(1, Math.ceil(span / longestSlice));
        for (long slice = 0; slice < slices; slice++) {
            double rate = arrivalRate.applyAsDouble(start + span * (slice + 0.5) / slices);
            step(rate, span / slices);
        }
        now = time;
        return this;
    }

    /** Mean number in the system. */
    public double meanInSystem() {
        return BirthDeath.mean(p);
    }

    /** P(n in the system). */
    public double probability(int n) {
        return n < p.length ? p[n] : 0;
    }

    /** P(an arrival now finds all servers busy). */
    public double probabilityOfWaiting() {
        return Arrays.stream(p, Math.min(servers, p.length), p.length).sum();
    }

    private void step(double rate, double span) {
        Check.notNegative("arrival rate", rate);
        double uniform = rate + Math.min(servers, p.length - 1) * serviceRate;
        long parts = (long) Math.max(1, Math.ceil(uniform * span / EVENTS_PER_SLICE));
        for (long part = 0; part < parts; part++) {
            uniformize(rate, uniform, uniform * span / parts);
        }
    }

    /** Sum over k of Poisson(k; events) times the law after k jumps of the uniformized chain. */
    private void uniformize(double rate, double uniform, double events) {
        double[] jumped = p.clone();
        double[] sum = new double[p.length];
        double[] next = new double[p.length];
        double weight = StrictMath.exp(-events);
        double left = 1;
        for (int k = 0; ; k++) {
            for (int n = 0; n < sum.length; n++) {
                sum[n] += weight * jumped[n];
            }
            left -= weight;
            if (left < NEGLIGIBLE || (k > events && weight < NEGLIGIBLE * 1e-3)) {
                break;
            }
            jump(jumped, next, rate / uniform, serviceRate / uniform);
            double[] swap = jumped;
            jumped = next;
            next = swap;
            weight *= events / (k + 1);
        }
        double kept = 1 - left;
        Arrays.setAll(p, n -> sum[n] / kept);
    }

    private void jump(double[] from, double[] to, double up, double down) {
        int last = from.length - 1;
        for (int n = 0; n <= last; n++) {
            double stays = 1 - (n < last ? up : 0) - Math.min(n, servers) * down;
            double value = from[n] * stays;
            if (n > 0) {
                value += from[n - 1] * up;
            }
            if (n < last) {
                value += from[n + 1] * Math.min(n + 1, servers) * down;
            }
            to[n] = value;
        }
    }
}
