package dev.windtunnel.model.database;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.ByteSize;
import org.jspecify.annotations.Nullable;

/**
 * The volume below an instance, as it is ordered (RDS-40 to RDS-45). What the volume then does under load is said by {@link
 * Capacity}; where both name a figure it is the same one.
 */
@Doc("The EBS volume of the instance, as it is ordered")
public record Volume(
        @Doc("gp2, gp3, io1 or io2 (RDS-40 to RDS-43)") @Default("gp3")
        VolumeType type,

        @Doc("Provisioned I/O per second; io1 and io2 need it, gp3 has its base without it (RDS-40, RDS-43)") @Nullable Integer iops,

        @Doc("Provisioned bytes per second, gp3 only; absent means its base (RDS-40)") @Nullable ByteSize throughput,

        @Doc(
                "Size up to which storage autoscaling grows the volume, at least 10% above storage and better 26%; absent means that it is off (RDS-45)")
        @Nullable ByteSize maxStorage) {

    private static final int MOST_IOPS = 256_000;

    /** @throws IllegalArgumentException if the figures do not belong to the type */
    public Volume {
        if (iops != null && (iops < 1_000 || iops > MOST_IOPS)) {
            throw new IllegalArgumentException("iops lies between 1000 and " + MOST_IOPS + ", found " + iops);
        }
        if (type.isProvisioned() && iops == null) {
            throw new IllegalArgumentException("type io1 and io2 need iops");
        }
        if (type == VolumeType.GP2 && iops != null) {
            throw new IllegalArgumentException("iops of a gp2 volume follow from its size, found " + iops);
        }
        if (type != VolumeType.GP3 && throughput != null) {
            throw new IllegalArgumentException("throughput is provisioned with gp3 only, found " + throughput);
        }
        if (throughput != null && throughput.bytes() < 1) {
            throw new IllegalArgumentException("throughput is at least 1 byte per second");
        }
    }

    /** Plain gp3 that never grows, which is what RDS gives without a word. */
    public Volume() {
        this(VolumeType.GP3, null, null, null);
    }
}
