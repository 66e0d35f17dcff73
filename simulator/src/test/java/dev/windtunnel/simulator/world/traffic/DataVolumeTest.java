package dev.windtunnel.simulator.world.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.compile.CompiledCapacity.Limit;
import dev.windtunnel.simulator.compile.CompiledCapacity.Storage;
import dev.windtunnel.simulator.kernel.Quantiles;
import org.junit.jupiter.api.Test;

/** RDS-45 and RDS-46, row by row. */
class DataVolumeTest {

    private static final long GIB = 1L << 30;
    private static final long MINUTE = 60_000_000_000L;

    private static Storage storage(long allocated, long data, long max) {
        Limit limit = new Limit(3000, 12_000, 12_000, 0);
        Limit bytes = new Limit(125L << 20, 4L << 30, 4L << 30, 0);
        return new Storage(
                limit, bytes, true, true, Quantiles.fixed(0), 8192, 0, 1, GIB, 0, 0, 0, allocated, data, GIB, max);
    }

    @Test
    void growsWhenLittleHasBeenFreeForFiveMinutes() {
        DataVolume volume = new DataVolume(storage(100 * GIB, 95 * GIB, 1000 * GIB));

        assertFalse(volume.grows(10 * MINUTE));
        assertFalse(volume.grows(15 * MINUTE - 1));
        assertTrue(volume.grows(15 * MINUTE));
        assertEquals(110 * GIB, volume.allocatedBytes());
    }

    @Test
    void leavesAVolumeAloneThatHasATenthFree() {
        DataVolume volume = new DataVolume(storage(100 * GIB, 90 * GIB, 1000 * GIB));

        assertFalse(volume.grows(0));
        assertFalse(volume.grows(60 * MINUTE));
    }

    @Test
    void growsBySmallStepsOfFiveGibibytes() {
        DataVolume volume = new DataVolume(storage(20 * GIB, 19 * GIB, 1000 * GIB));

        volume.grows(0);

        assertTrue(volume.grows(5 * MINUTE));
        assertEquals(25 * GIB, volume.allocatedBytes());
    }

    @Test
    void growsByWhatSevenHoursAreExpectedToBring() {
        DataVolume volume = new DataVolume(storage(100 * GIB, 90 * GIB, 1000 * GIB));
        for (int write = 0; write < 5; write++) {
            volume.write();
        }
        volume.grows(55 * MINUTE);

        // 5 GiB in the first hour.
        assertTrue(volume.grows(60 * MINUTE));
        assertEquals(135 * GIB, volume.allocatedBytes());
    }

    @Test
    void waitsSixHoursForTheNextStepAndStopsAtTheMaximum() {
        DataVolume volume = new DataVolume(storage(100 * GIB, 109 * GIB, 115 * GIB));
        volume.grows(0);

        assertTrue(volume.grows(5 * MINUTE));
        assertFalse(volume.grows(6 * MINUTE));
        assertFalse(volume.grows(364 * MINUTE));
        assertTrue(volume.grows(365 * MINUTE));
        assertEquals(115 * GIB, volume.allocatedBytes());
        assertFalse(volume.grows(2000 * MINUTE));
    }

    @Test
    void isFullWhenTheNextWriteDoesNotFit() {
        DataVolume volume = new DataVolume(storage(10 * GIB, 8 * GIB, 10 * GIB));

        volume.write();
        assertFalse(volume.isFull());
        volume.write();
        assertTrue(volume.isFull());
    }

    @Test
    void stripesTheVolumeFromFourHundredGibibytesOn() {
        StorageStation station = new StorageStation(storage(399 * GIB, 390 * GIB, 1000 * GIB));
        assertEquals(3000, station.gauges(0).operationsPerSecond(), 1e-6);

        station.takesWrites(0);
        station.takesWrites(5 * MINUTE);

        assertEquals(12_000, station.gauges(0).operationsPerSecond(), 1e-6);
        assertEquals(500.0 * (1 << 20), station.gauges(0).bytesPerSecond(), 1e-3);
    }
}
