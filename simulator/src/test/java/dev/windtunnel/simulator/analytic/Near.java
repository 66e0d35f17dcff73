package dev.windtunnel.simulator.analytic;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Compares with numbers that were published with ten digits. */
final class Near {

    private Near() {}

    static void assertNear(double expected, double actual) {
        assertNear(expected, actual, 1e-8);
    }

    static void assertNear(double expected, double actual, double relative) {
        assertEquals(expected, actual, Math.abs(expected) * relative);
    }
}
