package dev.windtunnel.simulator.analytic;

import static dev.windtunnel.simulator.analytic.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Availability, retries and mixtures against the published theory cases. */
class ReliabilityCasesTest {

    private static final double HOURS_PER_YEAR = Availability.MINUTES_PER_YEAR / 60;

    @Test
    void availSingle() {
        Availability component = new Availability(720, 0.5);

        assertNear(0.9993060375, component.share());
        assertNear(364.9965302, component.unavailability() * Availability.MINUTES_PER_YEAR);
        assertNear(12.16655101, component.outageRate() * HOURS_PER_YEAR);
    }

    @Test
    void avail9of12Indep() {
        Redundancy pods = new Redundancy(9, 12, new Availability(500, 0.25));

        // The published 3.077704758e-11 was taken as 1 minus the availability and has six digits; this is the exact
        // fraction.
        assertNear(3.077709321503817e-11, pods.unavailability(), 1e-12);
        assertNear(3.077704758e-11, pods.unavailability(), 2e-6);
        assertNear(11.994002998500749, pods.meanUp(), 1e-12);
    }

    @Test
    void spotN20() {
        Redundancy spot = new Redundancy(17, 20, new Availability(20, 4 / 60.0));

        assertNear(19.93355482, spot.meanUp());
        assertNear(5.656533169e-07, spot.unavailability());
        assertNear(0.06622443461, spot.varianceUp());
        assertNear(23.92026578, 20 * 24 * spot.component().outageRate());
    }

    @Test
    void multiAzFailover() {
        Availability database = Availability.withFailover(4_000, 90 / 3600.0, 0.98, 1);

        assertNear(0.9999888751, database.share());
        assertNear(5.851239905, database.unavailability() * Availability.MINUTES_PER_YEAR);
        assertNear(2.19147562, database.outageRate() * HOURS_PER_YEAR);
    }

    @Test
    void rareEventWeighting() {
        RareFaults faults = new RareFaults(List.of(
                RareFaults.Kind.constant(0.5, 1_800_000),
                RareFaults.Kind.constant(4, 42_000),
                RareFaults.Kind.constant(12, 15_000)));

        assertNear(1_248_000, faults.meanPerYear());
        assertNear(0.0004025806452, faults.meanPerYear() / 3.1e9);
        assertNear(1_629_756_000_000.0, faults.variancePerYear());
        assertNear(0.6065306597, faults.kinds().getFirst().probabilityOfNone());
    }

    @Test
    void retry3att() {
        Retries retries = new Retries(0.1, 3);
        ErlangC server = new ErlangC(400 * retries.meanAttempts(), 10, 0.02);

        assertNear(444, server.arrivalRate());
        assertNear(1.11, retries.meanAttempts());
        assertNear(0.001, retries.requestFailure());
        assertNear(0.888, server.utilization());
        assertNear(0.0313169773, server.meanSojourn());
        assertNear(0.0457618448, retries.meanResponse(server.meanSojourn(), 0.1));
        assertEquals(4, new Retries(1, 4).meanAttempts());
    }

    @Test
    void cacheMixture() {
        ExponentialMixture latency = ExponentialMixture.ofCache(0.92, 0.001, 0.03);

        assertNear(0.00332, latency.mean());
        assertNear(0.0007792469505, latency.quantile(0.5));
        assertNear(0.01410052399, latency.quantile(0.95));
        assertNear(0.06238324625, latency.quantile(0.99));
        assertNear(0.131460799, latency.quantile(0.999));
    }

    @Test
    void sharesRepairLikeABirthDeathChain() {
        Redundancy pair = new Redundancy(1, 2, new Availability(100, 2));

        // One repairer: down 0, 1, 2 weigh 1, 2 x 0.02, 2 x 0.02^2.
        assertNear(0.0008 / 1.0408, pair.unavailabilityWithSharedRepair(1));
        assertNear(2 - (0.04 + 2 * 0.0008) / 1.0408, pair.meanUpWithSharedRepair(1));
        assertNear(pair.unavailability(), pair.unavailabilityWithSharedRepair(2));
        assertNear(pair.meanUp(), pair.meanUpWithSharedRepair(2));
    }

    @Test
    void multipliesInSeriesAndBoundsBySums() {
        assertNear(0.999 * 0.9999 * 0.99, Availability.series(0.999, 0.9999, 0.99));
        assertNear(0.0111, Availability.seriesUnavailabilityAtMost(0.001, 0.0001, 0.01));
        assertEquals(1, Availability.seriesUnavailabilityAtMost(0.7, 0.7));
        assertThrows(IllegalArgumentException.class, () -> Availability.series(99.9));
    }

    @Test
    void makesTenPercentSlowOfTenCalls() {
        assertNear(1 - StrictMath.pow(0.99, 10), FanOut.slowShare(10, 0.01));
        assertNear(10e-18, FanOut.slowShare(10, 1e-18));
        assertNear(0.99, StrictMath.pow(FanOut.shareOfCall(10, 0.99), 10));
        assertNear(11.0 / 6 * 0.2, FanOut.meanOfSlowest(3, 0.2));
    }

    @Test
    void refusesMixturesThatAreNone() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ExponentialMixture(List.of(new ExponentialMixture.Part(0.5, 1))));
        assertThrows(IllegalArgumentException.class, () -> new RareFaults.Kind(1, 10, 50));
        assertThrows(IllegalArgumentException.class, () -> new Redundancy(3, 2, new Availability(1, 1)));
    }
}
