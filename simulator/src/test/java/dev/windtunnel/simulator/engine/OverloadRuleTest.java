package dev.windtunnel.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.engine.OverloadRule.Span;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OverloadRuleTest {

    private static final int ARRIVALS = 6000;

    private static List<Span> find(double[] offered, double[] inUse) {
        long[] arrivals = new long[offered.length];
        Arrays.fill(arrivals, ARRIVALS);
        return OverloadRule.find(offered, inUse, arrivals, 0);
    }

    private static double[] minutes(double... values) {
        return values;
    }

    private static double[] all(double value, int minutes) {
        double[] values = new double[minutes];
        Arrays.fill(values, value);
        return values;
    }

    @Test
    void tellsFromWhenUntilWhen() {
        double[] offered = minutes(0.6, 0.7, 1.1, 1.2, 1.3, 1.2, 1.1, 1.0, 0.5, 0.6, 0.6);
        double[] inUse = minutes(0.6, 0.7, 1, 1, 1, 1, 1, 1, 1, 0.8, 0.6);

        assertEquals(List.of(new Span(2, 8)), find(offered, inUse));
    }

    @Test
    void leavesPeaksToTheQueues() {
        double[] offered = minutes(0.6, 3.0, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 1.5, 1.5, 1.5, 0.3, 0.3, 0.3);
        double[] inUse = minutes(0.6, 1, 1, 1, 1, 1, 0.9, 0.6, 0.6, 1, 1, 1, 1, 0.9, 0.3);

        assertEquals(List.of(), find(offered, inUse));
    }

    @Test
    void doesNotBlameAStationThatWasNotInUse() {
        // The work was asked for, but something before held it back.
        assertEquals(List.of(), find(all(1.3, 30), all(0.7, 30)));
    }

    @Test
    void saysNothingOfARunThatIsTooShortToTell() {
        assertEquals(List.of(), find(all(2, 4), all(1, 4)));
        assertEquals(List.of(new Span(0, 5)), find(all(2, 5), all(1, 5)));
    }

    @Test
    void waitsForMoreArrivalsWhereTheyAreFew() {
        long[] few = new long[64];
        Arrays.fill(few, 30);

        // 600 arrivals of twenty minutes have a standard error of 4 %, 1,200 of forty minutes one of 3 %.
        assertEquals(List.of(), OverloadRule.find(all(1.06, 20), all(1, 20), Arrays.copyOf(few, 20), 0));
        assertEquals(List.of(new Span(0, 64)), OverloadRule.find(all(1.06, 64), all(1, 64), few, 0));
    }

    @Test
    void seldomCriesAtRhoBelowOneAndNearlyAlwaysAtRhoOne() {
        SplittableRandom random = new SplittableRandom(3);
        int below = 0;
        int at = 0;
        for (int run = 0; run < 500; run++) {
            below += find(noisy(0.95, random), all(0.98, 60)).isEmpty() ? 0 : 1;
            at += find(noisy(1, random), all(0.99, 60)).isEmpty() ? 0 : 1;
        }

        assertTrue(below <= 5, "cried in " + below + " of 500 hours at rho 0.95");
        assertTrue(at >= 495, "cried in " + at + " of 500 hours at rho 1");
    }

    /** An hour of Poisson arrivals, 6,000 a minute: normal but for what nobody sees. */
    private static double[] noisy(double rho, SplittableRandom random) {
        double[] offered = new double[60];
        for (int minute = 0; minute < offered.length; minute++) {
            offered[minute] = rho * (1 + random.nextGaussian() / Math.sqrt(rho * ARRIVALS));
        }
        return offered;
    }
}
