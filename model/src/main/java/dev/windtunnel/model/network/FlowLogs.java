package dev.windtunnel.model.network;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Records of the VPC's flows (S17, VPC-02). */
@Doc("VPC flow logs")
public record FlowLogs(
        @Doc("Where they go: s3, cloudwatch-logs or firehose") @Default("cloudwatch-logs")
        Destination destination,

        @Doc("Bucket, log group or stream; absent means a log group named after the VPC") @Nullable String target,

        @Doc("Which flows: accept, reject or all") @Default("all")
        TrafficType trafficType,

        @Doc("Longest time that one record sums up, 1m or 10m (VPC-02)") @Default("10m")
        Duration aggregationInterval,

        @Doc("Time that records are kept; absent means for ever, or as long as the bucket's own rules say") @Nullable Duration retention) {

    /** Where flow logs can go. */
    public enum Destination {
        /** A bucket, often one of the security account. */
        S3,
        /** A log group. */
        CLOUDWATCH_LOGS,
        /** A delivery stream. */
        FIREHOSE
    }

    /** Which flows are recorded. */
    public enum TrafficType {
        /** Those that security groups and network ACLs let through. */
        ACCEPT,
        /** Those that they did not. */
        REJECT,
        /** Both. */
        ALL
    }

    /** @throws IllegalArgumentException if the interval is none that there is, or a bucket is not named */
    public FlowLogs {
        boolean isOffered =
                aggregationInterval.equals(Duration.ofMinutes(1)) || aggregationInterval.equals(Duration.ofMinutes(10));
        if (!isOffered) {
            throw new IllegalArgumentException(
                    "aggregationInterval is 1m or 10m, found " + Durations.print(aggregationInterval));
        }
        if (destination != Destination.CLOUDWATCH_LOGS && target == null) {
            throw new IllegalArgumentException("destination: s3 and firehose need 'target', the bucket or stream");
        }
        if (retention != null && retention.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("retention is at least 1d, found " + Durations.print(retention));
        }
    }
}
