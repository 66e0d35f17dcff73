package dev.windtunnel.simulator.world.traffic;

/**
 * Storage gauges.
 *
 * @param operations I/O asked for so far
 * @param bytes bytes asked for so far
 * @param operationsPerSecond that it carries at most, burst included
 * @param bytesPerSecond that it carries at most, burst included
 * @param hitShare of page reads, 0..1
 */
public record StorageGauges(
        double operations,
        double bytes,
        double operationsPerSecond,
        double bytesPerSecond,
        double hitShare,
        long usedBytes,
        long allocatedBytes) {

    /** Where there is no capacity model. */
    static final StorageGauges NONE = new StorageGauges(0, 0, 0, 0, 0, 0, 0);
}
