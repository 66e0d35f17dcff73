package dev.windtunnel.model.storage;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import org.jspecify.annotations.Nullable;

/** S3 Replication: each new object is copied to another bucket, mostly in another region (S46, S76, S78). */
@Doc("S3 Replication to another bucket")
public record Replication(
        @Doc("Region of the copies") String region,

        @Doc("Bucket that takes them, if it is listed; absent means one of its own") @Nullable String bucket,

        @Doc("Account that owns the copies; absent means the bucket's own") @Nullable String account,

        @Doc("KMS key of that region that encrypts them; absent means SSE-S3") @Nullable String key,

        @Doc("Class of the copies") @Default("standard") StorageClass storageClass,

        @Doc("Whether Replication Time Control promises 15 minutes for 99.99% of the objects") @Default("false")
        boolean timeControl,

        @Doc("Whether deletions are copied too") @Default("false")
        boolean deletions) {}
