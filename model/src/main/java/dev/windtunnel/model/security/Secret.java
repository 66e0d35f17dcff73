package dev.windtunnel.model.security;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A secret in Secrets Manager (S47). A pod that reads it only at its start fails after a rotation (SEC-05). Ranges: Secrets
 * Manager API, {@code RotateSecret} and {@code DeleteSecret}.
 */
@Doc("A secret in Secrets Manager")
public record Secret(
        @Named String name,

        @Doc("database-credentials, api-key, certificate, token or other") @Default("other")
        Kind kind,

        @Doc("KMS key that encrypts it") @Default("aws/secretsmanager")
        String key,

        @Doc("Time from one rotation to the next, 4h to 1000d; absent means that it is not rotated") @Nullable Duration rotation,

        @Doc("Workloads and CronJobs that read it") @Default("[]")
        List<String> usedBy,

        @Doc("How it reaches them: sdk, secrets-store-csi or external-secrets; absent means that nobody has said")
        @Nullable Injection injection,

        @Doc("Whether pods read it again while they run, or at their start only (SEC-05)") @Default("false")
        boolean reloaded,

        @Doc("Regions with a replica of it") @Default("[]") List<String> replicaRegions,

        @Doc("Time between deletion and its end, 7d to 30d") @Default("30d")
        Duration recoveryWindow) {

    /** What is kept secret. */
    public enum Kind {
        /** User and password of a database. */
        DATABASE_CREDENTIALS,
        /** A key to somebody's API. */
        API_KEY,
        /** A certificate with its key. */
        CERTIFICATE,
        /** A token, of Git or chat. */
        TOKEN,
        /** Anything else. */
        OTHER
    }

    /** How a secret reaches a pod; each calls Secrets Manager with the pod's role (IRSA). */
    public enum Injection {
        /** The application asks. */
        SDK,
        /** A volume of the Secrets Store CSI driver. */
        SECRETS_STORE_CSI,
        /** A copy in a Kubernetes Secret, by External Secrets Operator. */
        EXTERNAL_SECRETS
    }

    private static final Duration SHORTEST_ROTATION = Duration.ofHours(4);
    private static final int LONGEST_ROTATION_DAYS = 1000;

    /** @throws IllegalArgumentException where Secrets Manager would refuse it */
    public Secret {
        usedBy = List.copyOf(usedBy);
        replicaRegions = List.copyOf(replicaRegions);
        if (rotation != null
                && (rotation.compareTo(SHORTEST_ROTATION) < 0
                        || rotation.compareTo(Duration.ofDays(LONGEST_ROTATION_DAYS)) > 0)) {
            throw new IllegalArgumentException(
                    "rotation lies between 4h and 1000d, found " + Durations.print(rotation));
        }
        Key.within("recoveryWindow", recoveryWindow, 7, 30);
    }

    /** A secret with the service's defaults. */
    public Secret(String name) {
        this(name, Kind.OTHER, "aws/secretsmanager", null, List.of(), null, false, List.of(), Duration.ofDays(30));
    }
}
