package dev.windtunnel.model.security;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Inline;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Amazon GuardDuty: CloudTrail, flow logs and DNS are always watched, more by protection plans (S07, S17, S52). */
@Doc("Amazon GuardDuty")
public record GuardDuty(
        @Doc("Account that sees the findings of all; absent means that each sees its own") @Nullable String administrator,

        @Inline Coverage coverage,

        @Doc("Protection plans that are on: s3, eks-audit-logs, runtime-monitoring, malware, s3-malware, rds or lambda")
        @Default("[]")
        List<Protection> protections,

        @Doc("Time between updates of a finding that goes on: 15m, 1h or 6h") @Default("6h")
        Duration publishingInterval,

        @Doc("Bucket that findings are kept in; absent means that they go after 90 days") @Nullable String bucket,

        @Doc("KMS key that encrypts them there; needs bucket") @Nullable String key) {

    /** A protection plan. */
    public enum Protection {
        /** Data events of buckets. */
        S3,
        /** Audit logs of EKS control planes. */
        EKS_AUDIT_LOGS,
        /** An agent on each node. */
        RUNTIME_MONITORING,
        /** Scans of volumes after a finding. */
        MALWARE,
        /** Scans of new objects. */
        S3_MALWARE,
        /** Logins at databases. */
        RDS,
        /** Network of functions. */
        LAMBDA
    }

    private static final List<Duration> INTERVALS =
            List.of(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(6));

    /** @throws IllegalArgumentException for an interval that the service does not offer */
    public GuardDuty {
        protections = List.copyOf(protections);
        if (!INTERVALS.contains(publishingInterval)) {
            throw new IllegalArgumentException(
                    "publishingInterval is 15m, 1h or 6h, found " + Durations.print(publishingInterval));
        }
        if (key != null && bucket == null) {
            throw new IllegalArgumentException("key needs a bucket whose findings it encrypts");
        }
    }
}
