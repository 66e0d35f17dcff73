package dev.windtunnel.model.database;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.Share;
import org.jspecify.annotations.Nullable;

/**
 * What fills the volume: {@code used = data + perUser x daily users + perWrite x writes so far}. A full volume takes no
 * writes (RDS-46). All sizes are estimates of whoever writes the scenario.
 */
@Doc("What fills the storage")
public record StorageGrowth(
        @Doc("Data at the start, users aside") @Default("0B")
        ByteSize data,

        @Doc("Data for each daily user of the scenario; a replay has none") @Default("0B")
        ByteSize perUser,

        @Doc("Data that each writing request leaves behind") @Default("0B")
        ByteSize perWrite,

        @Doc("Share of the data that is read again and again; with it the working set grows with the data") @Nullable Share hot,

        @Doc("Storage autoscaling up to this size; absent means none (RDS-45)") @Nullable ByteSize maxStorage) {}
