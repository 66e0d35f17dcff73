package dev.windtunnel.model.database;

import dev.windtunnel.model.unit.ByteSize;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What must hold between the parts of a {@link Database}. Every method throws an IllegalArgumentException that begins with the key. */
final class DatabaseRules {

    private DatabaseRules() {}

    /** RDS refuses a maximum less than a tenth above what is allocated (RDS-45). */
    static void growsTo(@Nullable ByteSize maxStorage, ByteSize storage) {
        if (maxStorage != null && maxStorage.bytes() / 11.0 < storage.bytes() / 10.0) {
            throw new IllegalArgumentException(
                    "volume.maxStorage is at least 10% above storage, " + storage + ", found " + maxStorage);
        }
    }

    /** The volume as ordered and the volume as simulated are one. */
    static void saysFiguresOnce(Volume volume, @Nullable Capacity capacity) {
        if (capacity == null) {
            return;
        }
        agree("iops", volume.iops(), capacity.iops(), "capacity.iops");
        agree("throughput", volume.throughput(), capacity.throughput(), "capacity.throughput");
        StorageGrowth growth = capacity.growth();
        if (growth != null) {
            agree("maxStorage", volume.maxStorage(), growth.maxStorage(), "capacity.growth.maxStorage");
        }
    }

    private static void agree(String key, @Nullable Object ordered, @Nullable Object simulated, String other) {
        if (ordered != null && simulated != null && !Objects.equals(ordered, simulated)) {
            throw new IllegalArgumentException(
                    "volume." + key + " is the same as " + other + ", found " + ordered + " and " + simulated);
        }
    }

    static void setsEachParameterOnce(List<Parameter> parameters) {
        Set<String> seen = new TreeSet<>();
        for (Parameter parameter : parameters) {
            if (!seen.add(parameter.name())) {
                throw new IllegalArgumentException("parameters sets '" + parameter.name() + "' twice");
            }
        }
    }

    /** An Aurora cluster has a shared volume of its own kind, and readers instead of a standby (AUR-01). */
    static void isAurora(
            Volume volume,
            @Nullable String standbyZone,
            List<ReadReplica> readers,
            List<CrossRegionReplica> crossRegionReplicas) {
        if (!volume.equals(new Volume())) {
            throw new IllegalArgumentException("volume is not ordered with Aurora, whose storage grows by itself");
        }
        if (standbyZone != null
                && readers.stream().noneMatch(reader -> reader.zone().equals(standbyZone))) {
            throw new IllegalArgumentException(
                    "standbyZone is the zone of a reader in replicas, which takes over in an Aurora cluster, found "
                            + standbyZone);
        }
        if (!crossRegionReplicas.isEmpty()) {
            throw new IllegalArgumentException(
                    "crossRegionReplicas are of RDS instances; Aurora has aurora.secondaries");
        }
    }
}
