package dev.windtunnel.model.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.windtunnel.model.rule.Designs;
import dev.windtunnel.model.unit.CpuQuantity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneCapacityTest {

    private static final String BACKEND = "      backend:\n        namespace: backend";

    private static Environment prod(Designs designs) {
        return designs.read().architecture().environment("prod").orElseThrow();
    }

    private static ZoneCapacity.Loss of(String workload, List<ZoneCapacity.Loss> losses) {
        return losses.stream()
                .filter(loss -> loss.workload().equals(workload))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3, 1, 1",
        "4, 3, 1, 2",
        "30, 3, 1, 10",
        "2, 3, 1, 1",
        "1, 3, 1, 1",
        "0, 3, 1, 0",
        "5, 1, 1, 5",
        "6, 3, 2, 3",
        "7, 3, 2, 3",
        "6, 3, 6, 6"
    })
    void putsAsManyPodsIntoOneZoneAsTheSkewAllows(int pods, int zones, int skew, int expected) {
        assertEquals(expected, ZoneCapacity.inOneZone(pods, zones, skew));
    }

    @Test
    void looksAtEachWorkloadAndZone() {
        Environment prod = prod(Designs.shipped());

        List<String> asked = ZoneCapacity.atFewest(prod).stream()
                .map(loss -> loss.workload() + " without " + loss.zone())
                .toList();

        assertEquals(
                List.of(
                        "frontend without a",
                        "frontend without b",
                        "frontend without c",
                        "backend without a",
                        "backend without b",
                        "backend without c"),
                asked);
    }

    @Test
    void setsWhatIsLeftAgainstWhatTheTargetStates() {
        ZoneCapacity.Loss backend = of("backend", ZoneCapacity.atMost(prod(Designs.shipped())));

        // 30 pods of 500m and a sidecar of 50m, at 60 %; ten of them go.
        assertEquals(20, backend.left());
        assertEquals(new CpuQuantity(9_900), backend.demand());
        assertEquals(new CpuQuantity(11_000), backend.capacity());
        assertEquals(new CpuQuantity(0), backend.shortBy());
        assertEquals(0, backend.shedPercent());
    }

    @Test
    void saysWhatIsShed() {
        ZoneCapacity.Loss backend =
                of("backend", ZoneCapacity.atFewest(prod(Designs.shipped().after(BACKEND, "cpu: 60%", "cpu: 90%"))));

        // 3 x 550m x 90 % = 1485m against 1100m: 385m, 25.9 %.
        assertEquals(new CpuQuantity(385), backend.shortBy());
        assertEquals(26, backend.shedPercent());
    }

    @Test
    void takesTheStrictestConstraintOverZones() {
        Designs loose = Designs.shipped().after(BACKEND, "zoneSpread: schedule-anyway", "zoneSpread: none");
        assertEquals(0, of("backend", ZoneCapacity.atFewest(prod(loose))).left());

        Designs skewed = loose.after(
                BACKEND,
                "topologySpread: *over-hosts",
                "topologySpread: [{ maxSkew: 2, whenUnsatisfiable: schedule-anyway }]");
        assertEquals(1, of("backend", ZoneCapacity.atFewest(prod(skewed))).left());
    }

    @Test
    void knowsNoDemandWithoutATarget() {
        ZoneCapacity.Loss api = of("api", ZoneCapacity.atFewest(prod(Designs.minimal())));

        assertNull(api.demand());
        assertEquals(0, api.shedPercent());
        assertEquals(0, api.left());
    }
}
