package dev.windtunnel.benchmarks;

import java.util.Locale;

/**
 * One repetition in a process of its own.
 *
 * @param requests customers or requests that ended
 * @param attempts that clients sent, retries and hedges included: what the load balancer sees
 * @param events events that were executed
 * @param cpuSeconds of the whole process, compiler and garbage collector included
 * @param wallSeconds from begin to end
 * @param peakHeapMebibytes sum of the heap pools' own peaks since the process began, so an upper bound
 * @param peakResidentMebibytes most physical memory of the process since it began; 0 where the system does not say
 * @param heldMebibytes heap that a full collection leaves while the result is held
 * @param check mean wait in seconds of a queue's customers; 0 for scenarios
 * @param digest sum over all outcomes of a scenario; "-" for queues
 */
record Measurement(
        long requests,
        long attempts,
        long events,
        double cpuSeconds,
        double wallSeconds,
        long peakHeapMebibytes,
        long peakResidentMebibytes,
        long heldMebibytes,
        double check,
        String digest) {

    double requestsPerCpuSecond() {
        return requests / cpuSeconds;
    }

    double attemptsPerCpuSecond() {
        return attempts / cpuSeconds;
    }

    double eventsPerCpuSecond() {
        return events / cpuSeconds;
    }

    double eventsPerRequest() {
        return events / (double) requests;
    }

    double nanosPerEvent() {
        return cpuSeconds * 1e9 / events;
    }

    /** The same repetition, with memory and check of a later one. */
    Measurement withPeaksOf(Measurement later) {
        return new Measurement(
                requests,
                attempts,
                events,
                cpuSeconds,
                wallSeconds,
                later.peakHeapMebibytes,
                later.peakResidentMebibytes,
                later.heldMebibytes,
                later.check,
                digest);
    }

    /** As a line between processes. */
    String print() {
        return String.format(
                Locale.ROOT,
                "%d %d %d %.9f %.9f %d %d %d %.12e %s",
                requests,
                attempts,
                events,
                cpuSeconds,
                wallSeconds,
                peakHeapMebibytes,
                peakResidentMebibytes,
                heldMebibytes,
                check,
                digest);
    }

    /** What {@link #print()} printed. */
    static Measurement parse(String line) {
        String[] parts = line.split(" ", -1);
        return new Measurement(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                Double.parseDouble(parts[3]),
                Double.parseDouble(parts[4]),
                Long.parseLong(parts[5]),
                Long.parseLong(parts[6]),
                Long.parseLong(parts[7]),
                Double.parseDouble(parts[8]),
                parts[9]);
    }
}
