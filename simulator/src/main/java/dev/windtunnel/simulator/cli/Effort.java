package dev.windtunnel.simulator.cli;

import com.sun.management.OperatingSystemMXBean;
import dev.windtunnel.simulator.result.EngineCounts;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a run cost this machine. For the terminal only: it differs from run to run and never enters a file.
 *
 * @param counts what was done with it
 * @param wallNanos from the command's start to its report
 * @param cpuNanos of the whole process since its start, compiler and garbage collector included; {@link #UNKNOWN} where
 *     the system does not say
 * @param heapPeakBytes sum of the heap pools' own peaks, so an upper bound
 * @param residentPeakBytes most physical memory of the process; {@link #UNKNOWN} where the system does not say
 */
record Effort(EngineCounts counts, long wallNanos, long cpuNanos, long heapPeakBytes, long residentPeakBytes) {

    /** In place of a figure that the system does not give. */
    static final long UNKNOWN = -1;

    private static final String RESIDENT_PEAK = "VmHWM:";

    /** Reads the figures of this process. */
    static Effort measure(EngineCounts counts, long wallNanos) {
        long cpuNanos = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : UNKNOWN;
        long heapPeakBytes = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(peak -> peak.getUsed())
                .sum();
        return new Effort(counts, wallNanos, cpuNanos, heapPeakBytes, residentPeak(Path.of("/proc/self/status")));
    }

    /** The high-water mark in Linux's status file of a process, in bytes; elsewhere {@link #UNKNOWN}. */
    static long residentPeak(Path status) {
        List<String> lines;
        try {
            lines = Files.readAllLines(status);
        } catch (IOException notLinux) {
            return UNKNOWN;
        }
        return lines.stream()
                .filter(line -> line.startsWith(RESIDENT_PEAK))
                .map(line ->
                        line.substring(RESIDENT_PEAK.length()).replace("kB", "").strip())
                .mapToLong(kibibytes -> Long.parseLong(kibibytes) * 1024)
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** Two lines for the terminal; rates of an empty run are 0. */
    String describe() {
        double wallSeconds = wallNanos / 1e9;
        String speed = String.format(
                Locale.ROOT,
                "%,d requests in %.1f s: %,d requests/s, %.2f events per request",
                counts.requests(),
                wallSeconds,
                rate(counts.requests(), wallSeconds),
                counts.requests() == 0 ? 0.0 : (double) counts.events() / counts.requests());
        String cpu = cpuNanos == UNKNOWN
                ? "CPU time not known"
                : String.format(
                        Locale.ROOT,
                        "%.1f CPU-seconds: %,d requests per CPU-second",
                        cpuNanos / 1e9,
                        rate(counts.requests(), cpuNanos / 1e9));
        String resident = residentPeakBytes == UNKNOWN
                ? ""
                : String.format(Locale.ROOT, ", %,d MiB resident", mebi(residentPeakBytes));
        return speed + System.lineSeparator() + cpu + "; peak memory "
                + String.format(Locale.ROOT, "%,d MiB heap", mebi(heapPeakBytes)) + resident;
    }

    private static long rate(long count, double seconds) {
        return seconds <= 0 ? 0 : Math.round(count / seconds);
    }

    private static long mebi(long bytes) {
        return Math.ceilDiv(bytes, 1L << 20);
    }
}
