package dev.windtunnel.model.compute.pod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.compute.node.CpuArchitecture;
import dev.windtunnel.model.compute.node.Taint;
import dev.windtunnel.model.compute.node.TaintEffect;
import dev.windtunnel.model.unit.CountOrShare;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pod's settings come to: evictions, tolerated taints, the security standard, the pinned image. */
class PodRulesTest {

    private static @Nullable CountOrShare amount(@Nullable String text) {
        return text == null ? null : CountOrShare.parse(text);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    1, -, 1, 0
                    2, -, 3, 1
                    50%, -, 5, 2
                    -, 30%, 7, 3
                    -, 1, 3, 1
                    -, 0, 3, 0
                    -, 5, 3, 3
                    4, -, 3, 0
                    """)
    void allowsEvictionsRoundedAsKubernetesDoes(
            @Nullable String minAvailable, @Nullable String maxUnavailable, int pods, int allowed) {
        PodDisruptionBudget budget = new PodDisruptionBudget(
                amount(minAvailable), amount(maxUnavailable), PodDisruptionBudget.UnhealthyPods.IF_HEALTHY_BUDGET);

        assertEquals(allowed, budget.allowedOf(pods));
    }

    @Test
    void toleratesATaintByWhatItNames() {
        Taint spot = new Taint("purchase", "spot", TaintEffect.NO_SCHEDULE);

        assertTrue(new Toleration(null, null, null, null).tolerates(spot));
        assertTrue(new Toleration("purchase", null, null, null).tolerates(spot));
        assertTrue(new Toleration("purchase", "spot", TaintEffect.NO_SCHEDULE, null).tolerates(spot));
        assertFalse(new Toleration("purchase", "reserved", null, null).tolerates(spot));
        assertFalse(new Toleration("purchase", "spot", TaintEffect.NO_EXECUTE, null).tolerates(spot));
        assertFalse(new Toleration("gpu", null, null, null).tolerates(spot));
    }

    @Test
    void isRestrictedOnlyWithAllThatTheStandardAsks() {
        var filtered = SecurityContext.Seccomp.RUNTIME_DEFAULT;

        assertEquals(PodSecurityLevel.BASELINE, SecurityContext.ofDefaults().level());
        assertEquals(
                PodSecurityLevel.RESTRICTED,
                new SecurityContext(true, filtered, false, true, false, false, false, List.of()).level());
        assertEquals(
                PodSecurityLevel.BASELINE,
                new SecurityContext(true, filtered, true, true, false, false, false, List.of()).level());
        assertEquals(
                PodSecurityLevel.PRIVILEGED,
                new SecurityContext(true, filtered, false, true, false, false, false, List.of("/var/log")).level());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    prod-{sha}, true
                    prod-3f2a91c, true
                    3f2a91cdd, true
                    latest, false
                    v1, false
                    -, false
                    """)
    void pinsAnImageByItsCommit(@Nullable String tag, boolean isPinned) {
        ContainerImage image = new ContainerImage("web", tag, null, List.of(CpuArchitecture.AMD64));

        assertEquals(isPinned, image.isPinned());
    }
}
