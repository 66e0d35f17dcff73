package dev.windtunnel.model.storage;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.ByteSize;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An S3 bucket (S50, S51, S66). Since 2023 each new bucket is encrypted with keys of S3 and closed to the public unless told
 * otherwise (S3 User Guide, "Default settings for new S3 buckets"); these are the defaults here.
 */
@Doc("An S3 bucket")
public record Bucket(
        @Named String name,
        @Doc("Account that owns it") String account,

        @Doc("What lies in it: logs, artifacts, static-site, backups, data, state or evidence")
        Purpose purpose,

        @Doc("Region that it lies in; absent means the architecture's") @Nullable String region,

        @Doc("KMS key that encrypts it, aws/s3 for S3's own; absent means SSE-S3, which every bucket has (S50)")
        @Nullable String key,

        @Doc("Whether all four settings that keep the public out are on") @Default("true")
        boolean publicAccessBlock,

        @Doc("Whether its policy denies requests without TLS") @Default("false")
        boolean tlsOnly,

        @Doc("Whether overwritten and deleted objects are kept as versions") @Default("false")
        boolean versioning,

        @Doc("Object Lock; absent means that objects may be deleted") @Nullable ObjectLock objectLock,

        @Doc("Lifecycle rules, by name (S66)") @Default("{}")
        List<LifecycleRule> lifecycle,

        @Doc("Copy of each object in another bucket; absent means none") @Nullable Replication replication,

        @Doc("Class of the data in it; absent means that nobody has said") @Nullable String dataClass,

        @Doc("Bucket that its own access logs go to; absent means that none are written") @Nullable String accessLogs,

        @Doc("Bytes that lie in it at the start (estimate); absent means that nobody has said") @Nullable ByteSize size,

        @Doc("Bytes that are put into it each day (estimate); absent means what the simulation writes") @Nullable ByteSize dailyGrowth) {

    /** What lies in a bucket. */
    public enum Purpose {
        /** Logs, of this account or of all. */
        LOGS,
        /** What pipelines make. */
        ARTIFACTS,
        /** A single-page application. */
        STATIC_SITE,
        /** Copies of what lies elsewhere. */
        BACKUPS,
        /** What the application's users own. */
        DATA,
        /** The state of infrastructure as code. */
        STATE,
        /** What auditors are shown. */
        EVIDENCE
    }

    /** A name that the service accepts (S3 User Guide, "Bucket naming rules"). */
    private static final Pattern NAME = Pattern.compile("(?!.*\\.\\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    /** @throws IllegalArgumentException where the service would refuse it */
    public Bucket {
        lifecycle = List.copyOf(lifecycle);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a bucket's name has 3 to 63 small letters, digits, dots and hyphens, and begins and ends with a letter"
                            + " or digit, found '" + name + "'");
        }
        if (objectLock != null && !versioning) {
            throw new IllegalArgumentException("objectLock needs versioning: true");
        }
        if (replication != null && !versioning) {
            throw new IllegalArgumentException("replication needs versioning: true");
        }
        for (LifecycleRule rule : lifecycle) {
            if (rule.noncurrentExpireAfter() != null && !versioning) {
                throw new IllegalArgumentException(
                        "lifecycle." + rule.name() + ".noncurrentExpireAfter needs versioning: true");
            }
        }
        if (name.equals(accessLogs)) {
            throw new IllegalArgumentException("accessLogs is another bucket: each log written would be logged again");
        }
    }

    /** A bucket with the service's defaults. */
    public Bucket(String name, String account, Purpose purpose) {
        this(name, account, purpose, null, null, true, false, false, null, List.of(), null, null, null, null, null);
    }

    /** Whether rules move its objects to cheaper classes or let them expire (R-OBS-03). */
    public boolean movesOrExpires() {
        return lifecycle.stream().anyMatch(rule -> !rule.transitions().isEmpty() || rule.expireAfter() != null);
    }

    /** The longest that a rule keeps objects; null if none lets them expire (R-OBS-03). */
    public @Nullable Duration retention() {
        Duration longest = null;
        for (LifecycleRule rule : lifecycle) {
            Duration expires = rule.expireAfter();
            if (expires != null && (longest == null || expires.compareTo(longest) > 0)) {
                longest = expires;
            }
        }
        return longest;
    }
}
