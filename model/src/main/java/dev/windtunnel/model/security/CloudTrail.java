package dev.windtunnel.model.security;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CloudTrail trail (S07, S52, R-CIS-02). Defaults are those of the API, {@code CreateTrail}. */
@Doc("A CloudTrail trail")
public record CloudTrail(
        @Doc("Account that owns the trail; absent means the one that pays") @Nullable String administrator,

        @Doc("Bucket that takes the events") String bucket,

        @Doc("Whether it is the trail of all accounts") @Default("false")
        boolean organization,

        @Doc("Whether it is on in all regions") @Default("false")
        boolean multiRegion,

        @Doc("Whether digests show that no log file was changed") @Default("false")
        boolean logFileValidation,

        @Doc("KMS key that encrypts the events; absent means SSE-S3") @Nullable String key,

        @Doc("What is recorded beside management events: s3-objects, lambda, rds-data, eks") @Default("[]")
        List<DataEvents> dataEvents,

        @Doc("Whether unusual call rates are reported (Insights)") @Default("false")
        boolean insights,

        @Doc("Log group that takes the events too; absent means none") @Nullable String logGroup) {

    /** Events of the data plane, each billed. */
    public enum DataEvents {
        /** Reads and writes of objects. */
        S3_OBJECTS,
        /** Calls of functions. */
        LAMBDA,
        /** Calls of the Data API. */
        RDS_DATA,
        /** Calls of EKS's pod identity. */
        EKS
    }

    /** Copies the list. */
    public CloudTrail {
        dataEvents = List.copyOf(dataEvents);
    }
}
