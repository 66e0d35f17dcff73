package dev.windtunnel.simulator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.result.EngineCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffortTest {

    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path folder;

    @Test
    void countsRequestsPerSecondAndPerCpuSecond() {
        Effort effort = new Effort(
                new EngineCounts(49_000_000, 269_500_000), 40 * SECOND, 49 * SECOND, 100L << 20, (200L << 20) + 1);

        assertEquals(
                List.of(
                        "49,000,000 requests in 40.0 s: 1,225,000 requests/s, 5.50 events per request",
                        "49.0 CPU-seconds: 1,000,000 requests per CPU-second; peak memory 100 MiB heap, 201 MiB resident"),
                effort.describe().lines().toList());
    }

    @Test
    void saysSoWhereTheSystemDoesNot() {
        Effort effort = new Effort(new EngineCounts(0, 0), SECOND, Effort.UNKNOWN, 1, Effort.UNKNOWN);

        assertEquals(
                List.of(
                        "0 requests in 1.0 s: 0 requests/s, 0.00 events per request",
                        "CPU time not known; peak memory 1 MiB heap"),
                effort.describe().lines().toList());
    }

    @Test
    void readsTheHighWaterMarkOfResidentMemory() throws IOException {
        Path status = Files.writeString(folder.resolve("status"), "Name:\tjava\nVmHWM:\t  123456 kB\nVmRSS:\t 99 kB\n");

        assertEquals(123_456L * 1024, Effort.residentPeak(status));
        assertEquals(Effort.UNKNOWN, Effort.residentPeak(folder.resolve("absent")));
    }

    @Test
    void measuresThisProcess() {
        Effort effort = Effort.measure(new EngineCounts(1, 1), SECOND);

        assertTrue(effort.heapPeakBytes() > 1 << 20, effort::toString);
        assertTrue(effort.cpuNanos() > 0, effort::toString);
    }
}
