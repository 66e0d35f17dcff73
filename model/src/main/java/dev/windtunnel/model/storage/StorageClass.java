package dev.windtunnel.model.storage;

/** Classes of S3 storage, from the warm to the cold: lifecycle rules move objects down this list only. */
public enum StorageClass {
    /** Read often. */
    STANDARD,
    /** Read seldom, at once. */
    STANDARD_IA,
    /** Moved between tiers by S3, as it is read. */
    INTELLIGENT_TIERING,
    /** Read seldom, in one zone. */
    ONE_ZONE_IA,
    /** Archive that is read at once. */
    GLACIER_INSTANT_RETRIEVAL,
    /** Archive that is read after minutes or hours. */
    GLACIER_FLEXIBLE_RETRIEVAL,
    /** Archive that is read after half a day. */
    DEEP_ARCHIVE;

    /** Days that an object lies elsewhere before it may be moved to an infrequent-access class, and there before it moves on. */
    public static final int LEAST_DAYS_AROUND_IA = 30;

    /** Whether it is one of the infrequent-access classes. */
    public boolean isInfrequentAccess() {
        return this == STANDARD_IA || this == ONE_ZONE_IA;
    }

    /** Whether a lifecycle rule may move objects from here to there (S3 User Guide, "Supported lifecycle transitions"). */
    public boolean mayMoveTo(StorageClass there) {
        return there.compareTo(this) > 0 && !(this == ONE_ZONE_IA && there == GLACIER_INSTANT_RETRIEVAL);
    }
}
