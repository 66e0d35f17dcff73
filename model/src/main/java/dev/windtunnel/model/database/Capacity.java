package dev.windtunnel.model.database;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Share;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the database can carry besides the CPU time of its statements. Absent, only CPU, connections and commit waits limit
 * it. Present, every default below is meant to be realistic; most are estimates, as their fact ids say.
 *
 * <p>Cache: {@code hit share = cacheHits x min(1, (memory - connections x connectionMemory) / workingSet)}: the working set
 * is read evenly, and all memory that is not taken by connections caches it (PostgreSQL's buffers and the page cache).
 *
 * <p>Contention: the CPUs' joint speed is divided by {@code 1 + contention (x - 1) + coherency x (x - 1)}, where x is active
 * statements per vCPU, if x is above 1 (Gunther's universal scalability law, RDS-24).
 */
@Doc("Limits of storage, cache and locks; absent means that only CPU, connections and commit waits count")
public record Capacity(
        @Doc("Loss by contention for each active statement per vCPU above 1 (RDS-24)") @Default("0.02")
        double contention,

        @Doc("Loss by coherency for each pair of them (RDS-24)") @Default("0.0005")
        double coherency,

        @Doc("Share of page reads that the cache answers while the working set fits (estimate: 95-99.9%)")
        @Default("99%")
        Share cacheHits,

        @Doc("Data read again and again; absent means that it fits, or growth.hot tells it") @Nullable ByteSize workingSet,

        @Doc("Memory that a connection takes from the cache (RDS-22)") @Default("8Mi")
        ByteSize connectionMemory,

        @Doc("I/O per second of the volume; absent means gp3's: 3000 below 400 GiB, 12000 from there on (RDS-40)")
        @Nullable Integer iops,

        @Doc(
                "Bytes per second of the volume; absent means gp3's: 125 MiB below 400 GiB, 500 MiB from there on (RDS-40)")
        @Nullable ByteSize throughput,

        @Doc("I/O per second of the class; absent means 4 for each Mbit/s of its EBS bandwidth (RDS-44, estimate)")
        @Nullable Integer classIops,

        @Doc(
                "Bytes per second of the class; absent means its EBS bandwidth: 300 Mbit/s per vCPU sustained, or 87 Mbit/s per GiB up to 695 for burstable classes, and the catalog's for 30 minutes a day (RDS-44, EC2-45, estimate)")
        @Nullable ByteSize classThroughput,

        @Doc("Time of one page read on an idle volume; those of a statement follow each other (EC2-42)")
        @Default("lognormal(median 700us, sigma 0.4)")
        Distribution readLatency,

        @Doc("Write-ahead log of a writing request; the commit waits for it") @Default("8Ki")
        ByteSize walPerWrite,

        @Doc("8 KiB pages that a writing request leaves to be written later; nobody waits for them") @Default("2")
        int pagesPerWrite,

        @Doc(
                "Time that a replica's one replaying process needs for a write, as a share of its database CPU time on the primary (RDS-28)")
        @Default("60%")
        Share replay,

        @Doc("Lag of a replica that keeps up (RDS-28)") @Default("lognormal(median 60ms, sigma 0.8)")
        Distribution replicaLag,

        @Doc("Reads go to the primary where the lag is longer; absent means never") @Nullable Duration maxLag,

        @Doc("What fills the storage; absent means that it never fills") @Nullable StorageGrowth growth) {

    /** @throws IllegalArgumentException if a number is out of its range */
    public Capacity {
        if (!(contention >= 0) || !(coherency >= 0)) {
            throw new IllegalArgumentException(
                    "contention and coherency are not negative, found " + contention + " and " + coherency);
        }
        if ((iops != null && iops < 1) || (classIops != null && classIops < 1)) {
            throw new IllegalArgumentException("iops and classIops are at least 1");
        }
        if ((throughput != null && throughput.bytes() < 1)
                || (classThroughput != null && classThroughput.bytes() < 1)) {
            throw new IllegalArgumentException("throughput and classThroughput are at least 1 byte per second");
        }
        if (pagesPerWrite < 0) {
            throw new IllegalArgumentException("pagesPerWrite is not negative, found " + pagesPerWrite);
        }
        if (workingSet != null && growth != null && growth.hot() != null) {
            throw new IllegalArgumentException("the working set is given by workingSet or by growth.hot, found both");
        }
    }
}
