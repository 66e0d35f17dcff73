package dev.windtunnel.model.security;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A KMS key that the customer manages (S50). Its name is the alias without {@code alias/}. Keys that AWS manages, such as
 * {@code aws/ebs}, are named where they are used and stand nowhere. Ranges and defaults: KMS API, {@code CreateKey},
 * {@code EnableKeyRotation}, {@code ScheduleKeyDeletion}.
 */
@Doc("A KMS key; its name is the alias")
public record Key(
        @Named String name,

        @Doc("Account that owns it; absent means the environment's, and is needed below security.keys") @Nullable String account,

        @Doc("Region that it lives in; absent means the architecture\'s") @Nullable String region,

        @Doc("encrypt-decrypt or sign-verify (signatures of images)") @Default("encrypt-decrypt")
        Usage usage,

        @Doc(
                "What it encrypts or signs: ebs, rds, s3, secrets, eks-secrets, logs, cloudtrail, ecr, sqs, backups or images")
        @Default("[]")
        List<Use> encrypts,

        @Doc("Whether KMS makes new key material by itself") @Default("false")
        boolean rotation,

        @Doc("Time from one rotation to the next, 90d to 2560d") @Default("365d")
        Duration rotationPeriod,

        @Doc("Whether it can have replicas in other regions") @Default("false")
        boolean multiRegion,

        @Doc("Regions with a replica of it; needs multiRegion") @Default("[]")
        List<String> replicaRegions,

        @Doc("Time between the order to delete it and its end, 7d to 30d") @Default("30d")
        Duration deletionWindow,

        @Doc("Other accounts that may use it") @Default("[]")
        List<String> sharedWith) {

    /** What a key does. */
    public enum Usage {
        /** It encrypts; a symmetric key. */
        ENCRYPT_DECRYPT,
        /** It signs; an asymmetric key. */
        SIGN_VERIFY
    }

    /** What a key is used for. */
    public enum Use {
        /** Volumes. */
        EBS,
        /** Databases, their backups and snapshots. */
        RDS,
        /** Objects. */
        S3,
        /** Secrets Manager. */
        SECRETS,
        /** Secrets of Kubernetes, in its store. */
        EKS_SECRETS,
        /** Log groups. */
        LOGS,
        /** Trails. */
        CLOUDTRAIL,
        /** Images. */
        ECR,
        /** Messages. */
        SQS,
        /** Vaults of AWS Backup. */
        BACKUPS,
        /** Signatures of images. */
        IMAGES
    }

    /** How the names of keys begin that AWS manages; no customer's key may have such a name. */
    public static final String AWS_MANAGED = "aws/";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9/_-]{1,250}");

    /** @throws IllegalArgumentException where KMS would refuse it */
    public Key {
        encrypts = List.copyOf(encrypts);
        replicaRegions = List.copyOf(replicaRegions);
        sharedWith = List.copyOf(sharedWith);
        if (!NAME.matcher(name).matches() || name.startsWith(AWS_MANAGED)) {
            throw new IllegalArgumentException(
                    "a key's name has 1 to 250 letters, digits, slashes, hyphens and underscores and does not begin with"
                            + " aws/, found '" + name + "'");
        }
        if (rotation && usage == Usage.SIGN_VERIFY) {
            throw new IllegalArgumentException("rotation needs usage: encrypt-decrypt; KMS does not rotate others");
        }
        within("rotationPeriod", rotationPeriod, 90, 2560);
        within("deletionWindow", deletionWindow, 7, 30);
        if (!replicaRegions.isEmpty() && !multiRegion) {
            throw new IllegalArgumentException("replicaRegions needs multiRegion: true");
        }
    }

    /** A key with the service's defaults. */
    public Key(String name) {
        this(
                name,
                null,
                null,
                Usage.ENCRYPT_DECRYPT,
                List.of(),
                false,
                Duration.ofDays(365),
                false,
                List.of(),
                Duration.ofDays(30),
                List.of());
    }

    static void within(String key, Duration found, int leastDays, int mostDays) {
        if (found.compareTo(Duration.ofDays(leastDays)) < 0 || found.compareTo(Duration.ofDays(mostDays)) > 0) {
            throw new IllegalArgumentException(
                    key + " lies between " + leastDays + "d and " + mostDays + "d, found " + Durations.print(found));
        }
    }
}
