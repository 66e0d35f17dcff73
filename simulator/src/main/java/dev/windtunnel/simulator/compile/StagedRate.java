package dev.windtunnel.simulator.compile;

import dev.windtunnel.model.workload.TrafficSource.Stages;
import java.util.List;

/**
 * A rate that goes in straight lines. With the rate r(t) = a + b t inside a stage, its integral is a t + b t^2 / 2, whose
 * inverse is 2 n / (a + sqrt(a^2 + 2 b n)) (workload sheet, section 6).
 */
public final class StagedRate {

    private final double[] startSeconds;
    private final double[] startRates;
    private final double[] slopes;
    private final double[] startIntegrals;
    private final double peak;

    /** Of stages; the last target stays for ever. */
    StagedRate(Stages written) {
        List<Stages.Stage> stages = written.stages();
        int pieces = stages.size() + 1;
        startSeconds = new double[pieces];
        startRates = new double[pieces];
        slopes = new double[pieces];
        startIntegrals = new double[pieces];
        double rate = written.startRate() == null
                ? stages.getFirst().target().perSecond()
                : written.startRate().perSecond();
        double highest = rate;
        for (int stage = 0; stage < stages.size(); stage++) {
            double seconds = stages.get(stage).duration().toNanos() / 1e9;
            double target = stages.get(stage).target().perSecond();
            startRates[stage] = rate;
            slopes[stage] = seconds == 0 ? 0 : (target - rate) / seconds;
            startSeconds[stage + 1] = startSeconds[stage] + seconds;
            startIntegrals[stage + 1] = startIntegrals[stage] + (rate + target) / 2 * seconds;
            rate = target;
            highest = Math.max(highest, rate);
        }
        startRates[pieces - 1] = rate;
        peak = highest;
    }

    /** The highest rate of all stages, per second. */
    double peakPerSecond() {
        return peak;
    }

    /** Requests due by an instant: the integral of the rate from the start. */
    public double integral(double seconds) {
        int piece = startSeconds.length - 1;
        while (startSeconds[piece] > seconds) {
            piece--;
        }
        double into = seconds - startSeconds[piece];
        return startIntegrals[piece] + (startRates[piece] + slopes[piece] * into / 2) * into;
    }

    /** Seconds until so many requests are due, at least 0; infinite if they never are. */
    public double secondsUntil(double requests) {
        int piece = startSeconds.length - 1;
        while (startIntegrals[piece] > requests) {
            piece--;
        }
        double missing = requests - startIntegrals[piece];
        if (missing <= 0) {
            return startSeconds[piece];
        }
        double rate = startRates[piece];
        double root = StrictMath.sqrt(Math.max(0, rate * rate + 2 * slopes[piece] * missing));
        return rate + root == 0 ? Double.POSITIVE_INFINITY : startSeconds[piece] + 2 * missing / (rate + root);
    }
}
