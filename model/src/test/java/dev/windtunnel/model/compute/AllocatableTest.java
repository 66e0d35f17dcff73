package dev.windtunnel.model.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.CpuQuantity;
import org.junit.jupiter.api.Test;

class AllocatableTest {

    @Test
    void takesReservesOverheadAndEvictionThresholdOffAnInstance() {
        Resources offered = Allocatable.of(2, ByteSize.parse("8Gi"), 29);

        assertEquals(new CpuQuantity(1_930), offered.cpu());
        // 8,192 x 0.925 = 7,577.6, rounded up to 7,578; less 255 + 11 x 29 = 574 and 100.
        assertEquals(ByteSize.ofMebibytes(6_904), offered.memory());
    }

    @Test
    void hidesFurtherMemoryOfArm64() {
        Resources offered = Allocatable.ofArm64(2, ByteSize.parse("8Gi"), 29);

        // (8,192 - 64) x 0.925 = 7,518.4, rounded up to 7,519.
        assertEquals(ByteSize.ofMebibytes(7_519 - 574 - 100), offered.memory());
    }

    @Test
    void roundsEachStepOfReservedCpuDown() {
        assertEquals(new CpuQuantity(82), Allocatable.kubeReserved(5, 58).cpu());
        assertEquals(new CpuQuantity(310), Allocatable.kubeReserved(96, 737).cpu());
    }

    @Test
    void offersNoMemoryWhereTheReservesExceedIt() {
        assertEquals(
                new ByteSize(0), Allocatable.of(2, ByteSize.parse("512Mi"), 29).memory());
    }

    @Test
    void refusesNodesWithoutCpuOrPods() {
        assertThrows(IllegalArgumentException.class, () -> Allocatable.of(0, ByteSize.parse("1Gi"), 8));
        assertThrows(IllegalArgumentException.class, () -> Allocatable.of(1, ByteSize.parse("1Gi"), 0));
    }
}
