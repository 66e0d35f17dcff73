package dev.windtunnel.simulator.policy.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.windtunnel.model.edge.HealthCheck;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TargetHealthPolicyTest {

    private static final long SECOND = 1_000_000_000L;
    private static final HealthCheckSettings CONTROLLER =
            HealthCheckSettings.of(new HealthCheck("/", Duration.ofSeconds(15), Duration.ofSeconds(5), 2, 2));
    private static final HealthCheckSettings API =
            HealthCheckSettings.of(new HealthCheck("/", Duration.ofSeconds(30), Duration.ofSeconds(5), 5, 2));

    @Nested
    class WhenATargetFallsSilent {

        @Test
        void isFoundIn20To35SecondsWithTheControllersDefaults() {
            assertEquals(
                    20 * SECOND,
                    TargetHealthPolicy.silent(CONTROLLER, 100 * SECOND, 100 * SECOND)
                                    .atNanos()
                            - 100 * SECOND);
            assertEquals(
                    35 * SECOND - 1,
                    TargetHealthPolicy.silent(CONTROLLER, 100 * SECOND, 100 * SECOND + 1)
                                    .atNanos()
                            - (100 * SECOND + 1));
        }

        @Test
        void isFoundIn35To65SecondsWithTheApisDefaults() {
            assertEquals(35 * SECOND, TargetHealthPolicy.silent(API, 0, 0).atNanos());
            assertEquals(65 * SECOND - 1, TargetHealthPolicy.silent(API, 0, 1).atNanos() - 1);
        }

        @Test
        void isFoundATimeoutSoonerIfItRefuses() {
            assertEquals(
                    TargetHealthPolicy.silent(CONTROLLER, 4 * SECOND, 77 * SECOND)
                                    .atNanos()
                            - 5 * SECOND,
                    TargetHealthPolicy.refusing(CONTROLLER, 4 * SECOND, 77 * SECOND)
                            .atNanos());
        }

        @Test
        void saysHowItWasFound() {
            assertEquals(
                    new HealthChange(20 * SECOND, false, "2 health checks in a row without an answer within 5s"),
                    TargetHealthPolicy.silent(CONTROLLER, 0, 0));
        }
    }

    @Test
    void needsOneSuccessForANewTargetButTheThresholdToComeBack() {
        assertEquals(
                7 * SECOND,
                TargetHealthPolicy.registered(CONTROLLER, 7 * SECOND, 2 * SECOND)
                        .atNanos());
        assertEquals(
                22 * SECOND,
                TargetHealthPolicy.registered(CONTROLLER, 7 * SECOND, 3 * SECOND)
                        .atNanos());
        assertEquals(
                7 * SECOND + 4 * 30 * SECOND,
                TargetHealthPolicy.answering(API, 7 * SECOND, 2 * SECOND).atNanos());
    }

    @Test
    void refusesNonsense() {
        assertThrows(IllegalArgumentException.class, () -> new HealthCheckSettings(0, 1, 2, 2));
        assertThrows(IllegalArgumentException.class, () -> new HealthCheckSettings(1, 1, 2, 0));
    }

    /** Twin: the closed forms against the state machine stepped through every check. */
    @Nested
    class CheckByCheck {

        private final Random random = new Random(11);

        @Test
        void agreesOnSilenceRefusalAndReturn() {
            for (int round = 0; round < 2_000; round++) {
                HealthCheckSettings settings = new HealthCheckSettings(
                        5 + random.nextInt(60), 2 + random.nextInt(4), 2 + random.nextInt(4), 2 + random.nextInt(4));
                long phase = random.nextInt((int) settings.intervalNanos());
                long since = random.nextInt(500);

                assertEquals(
                        step(settings, phase, since, TargetHealth.Status.HEALTHY, false, settings.timeoutNanos()),
                        TargetHealthPolicy.silent(settings, phase, since).atNanos());
                assertEquals(
                        step(settings, phase, since, TargetHealth.Status.HEALTHY, false, 0),
                        TargetHealthPolicy.refusing(settings, phase, since).atNanos());
                assertEquals(
                        step(settings, phase, since, TargetHealth.Status.UNHEALTHY, true, 0),
                        TargetHealthPolicy.answering(settings, phase, since).atNanos());
            }
        }

        private long step(
                HealthCheckSettings settings,
                long phase,
                long since,
                TargetHealth.Status from,
                boolean passesAfter,
                long resultDelay) {
            TargetHealth health = new TargetHealth(from, 0);
            for (long check = phase; ; check += settings.intervalNanos()) {
                boolean passes = (check >= since) == passesAfter;
                health = TargetHealthPolicy.afterCheck(settings, health, passes);
                if (health.status() != from) {
                    return check + resultDelay;
                }
            }
        }

        @Test
        void forgetsFailuresAfterASuccess() {
            TargetHealth once =
                    TargetHealthPolicy.afterCheck(CONTROLLER, new TargetHealth(TargetHealth.Status.HEALTHY, 0), false);
            TargetHealth again = TargetHealthPolicy.afterCheck(CONTROLLER, once, true);

            assertEquals(new TargetHealth(TargetHealth.Status.HEALTHY, 1), once);
            assertEquals(new TargetHealth(TargetHealth.Status.HEALTHY, 0), again);
        }

        @Test
        void takesANewTargetAfterOneSuccessOrDropsItAfterTheThreshold() {
            TargetHealth failedOnce = TargetHealthPolicy.afterCheck(CONTROLLER, TargetHealth.NEW, false);

            assertEquals(
                    TargetHealth.Status.HEALTHY,
                    TargetHealthPolicy.afterCheck(API, TargetHealth.NEW, true).status());
            assertEquals(new TargetHealth(TargetHealth.Status.INITIAL, 1), failedOnce);
            assertEquals(
                    TargetHealth.Status.UNHEALTHY,
                    TargetHealthPolicy.afterCheck(CONTROLLER, failedOnce, false).status());
            assertEquals(
                    TargetHealth.Status.HEALTHY,
                    TargetHealthPolicy.afterCheck(CONTROLLER, failedOnce, true).status());
        }
    }
}
