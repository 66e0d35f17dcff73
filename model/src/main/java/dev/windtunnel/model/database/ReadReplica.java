package dev.windtunnel.model.database;

import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Key;

/** An asynchronous copy that answers endpoints with {@code readsFrom: replica} (RDS-28, RDS-29); up to 15 (RDS-29). */
@Doc("An asynchronous read replica (RDS-29)")
public record ReadReplica(
        @Doc("Zone that it stands in") String zone,
        @Doc("RDS instance class") @Key("class") String instanceClass) {}
