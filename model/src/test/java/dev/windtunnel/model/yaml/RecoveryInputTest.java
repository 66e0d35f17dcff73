package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.resilience.Recovery;
import dev.windtunnel.model.resilience.RecoveryPattern;
import dev.windtunnel.model.unit.Share;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recovery targets and plans as they are written, and what is said of those that cannot be. */
final class RecoveryInputTest {

    private static final String DNS = "    dns: { name: shop.example }\n";

    @TempDir
    private Path folder = Path.of("");

    private Draft with(String recovery) {
        return Draft.in(folder)
                .architecture(
                        DNS,
                        "    dns: { name: shop.example, healthChecks: { up: {} } }\n    recovery: { " + recovery
                                + " }\n");
    }

    private Recovery recovery(String recovery) {
        return Objects.requireNonNull(with(recovery).read().environment().recovery());
    }

    @Test
    void plansNothingUnlessToldSo() {
        assertNull(Draft.in(folder).read().environment().recovery());
    }

    @Test
    void statesTargetsWithoutASecondRegion() {
        Recovery recovery = recovery("rto: 8h, rpo: 24h, restoreDrill: { schedule: 0 9 1 * * }");

        assertTrue(recovery.statesTargets());
        assertEquals(RecoveryPattern.NONE, recovery.pattern());
        assertEquals(Duration.ofHours(8), recovery.rto());
        assertFalse(recovery("rto: 8h").statesTargets());
    }

    @Test
    void saysWhatStandsReadyInTheOtherRegion() {
        Recovery recovery = recovery("rto: 15m, rpo: 1m, pattern: warm-standby, regions: { eu-central-1: { scale: 30%,"
                + " quotas: { onDemand: 256 }, reserved: { m7g.large: { count: 6 } } } },"
                + " traffic: { by: route-53-health-check, healthCheck: up, automatic: true }");

        assertEquals(Share.parse("30%"), recovery.regions().getFirst().scale());
        assertTrue(recovery.regions().getFirst().isStated());
        assertTrue(Objects.requireNonNull(recovery.traffic()).usesDataPlanesOnly());
        assertFalse(recovery("pattern: pilot-light, regions: { eu-central-1: {} }")
                .regions()
                .getFirst()
                .isStated());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "rto: 0s | rto is longer than 0s",
                "pattern: pilot-light | pattern needs 'regions'",
                "regions: { eu-central-1: {} } | regions needs a pattern",
                "pattern: pilot-light, regions: { us-east-1: {} } | 'us-east-1' is the region that would be lost",
                "pattern: pilot-light, regions: { eu-central-2: {} } | did you mean 'eu-central-1'?",
                "pattern: pilot-light, regions: { eu-central-1: { scale: 10% } } | regions.eu-central-1.scale is 0% unless",
                "pattern: warm-standby, regions: { eu-central-1: {} } | regions.eu-central-1.scale is more than 0%",
                "pattern: pilot-light, regions: { eu-central-1: { quotas: { onDemand: -1 } } } | onDemand is not negative, found -1",
                "pattern: pilot-light, regions: { eu-central-1: { reserved: { m7g.large: { count: 0 } } } } | count is at least 1, found 0",
                "traffic: { by: record-change } | traffic needs a pattern",
                "pattern: pilot-light, regions: { eu-central-1: {} }, traffic: { by: route-53-health-check } | healthCheck is needed",
                "pattern: pilot-light, regions: { eu-central-1: {} }, traffic: { by: route-53-health-check, healthCheck: app } | unknown health check 'app'",
                "pattern: pilot-light, regions: { eu-central-1: {} }, traffic: { by: record-change, automatic: true } | automatic needs by: route-53-health-check",
                "restoreDrill: { schedule: every day } | schedule",
                "restoreDrill: { schedule: 0 9 1 * *, runbook: restore } | unknown runbook 'restore'",
            })
    void saysWhatIsWrong(String recovery, String expected) {
        String problem = with(recovery).onlyProblemWithAdvice();

        assertTrue(problem.startsWith("architecture.yaml:") && problem.contains(expected), problem);
    }
}
