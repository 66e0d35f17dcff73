package dev.windtunnel.model.delivery;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The private registry, Amazon ECR, with a repository for each image; defaults are those of {@code CreateRepository} (S37). */
@Doc("The private image registry (Amazon ECR)")
public record Registry(
        @Doc("Account that it lives in") String account,

        @Doc("Whether a tag can be moved to another image: mutable or immutable") @Default("mutable")
        Mutability tags,

        @Doc("Whether an image is scanned when it is pushed") @Default("false")
        boolean scanOnPush,

        @Doc("Whether Amazon Inspector keeps scanning images that are there") @Default("false")
        boolean enhancedScanning,

        @Doc("Accounts that may pull; empty means its own") @Default("[]")
        List<String> pulledBy,

        @Doc("Regions that images are copied to") @Default("[]")
        List<String> replication,

        @Doc("What is deleted") @Default("{}") Lifecycle lifecycle,

        @Doc("KMS key that encrypts images; absent means AES-256 with a key of S3") @Nullable String key) {

    /** Whether a tag can be moved. */
    public enum Mutability {
        /** It can. */
        MUTABLE,
        /** It says the same image for ever. */
        IMMUTABLE
    }

    /** A lifecycle policy of the registry's repositories. */
    @Doc("A lifecycle policy; without keys nothing is ever deleted")
    public record Lifecycle(
            @Doc("Newest images kept of each repository; absent means all") @Nullable Integer keepImages,

            @Doc("Time after which an image without a tag is deleted, in days; absent means never") @Nullable Duration untaggedAfter) {

        /** @throws IllegalArgumentException if nothing would be kept */
        public Lifecycle {
            if (keepImages != null && keepImages < 1) {
                throw new IllegalArgumentException("keepImages is at least 1, found " + keepImages);
            }
            if (untaggedAfter != null && untaggedAfter.compareTo(Duration.ofDays(1)) < 0) {
                throw new IllegalArgumentException(
                        "untaggedAfter is at least 1d, found " + Durations.print(untaggedAfter));
            }
        }
    }

    /** Copies the lists. */
    public Registry {
        pulledBy = List.copyOf(pulledBy);
        replication = List.copyOf(replication);
    }
}
