package dev.windtunnel.simulator.world.traffic;

/**
 * A token bucket with continuous refill, full at first, in whole numbers.
 *
 * <p>It counts what is missing from a full bucket, in parts of a token: a token has {@code 10^9 * scale} parts, so that a
 * rate of r tokens a second refills {@code r * scale} parts a nanosecond. The scale is as fine as the burst lets it be
 * without overflow: rates are exact to a millionth of a token a second with bursts up to 4000, to a thousandth with the
 * largest.
 */
final class TokenBucket {

    private static final long LARGEST = 4_000_000_000_000_000_000L;

    private final long capacity;
    private final long token;
    private final long partsPerNano;
    private long missing;
    private long updatedAt;
    private long asked;

    /** Full. The rate is at least 0.001 a second, the burst 1 to a million. */
    TokenBucket(double ratePerSecond, int burst) {
        long scale = 1_000_000;
        while (burst * 1_000_000_000.0 * scale > LARGEST) {
            scale /= 10;
        }
        partsPerNano = Math.round(ratePerSecond * scale);
        token = 1_000_000_000L * scale;
        capacity = burst * token;
        if (burst < 1 || partsPerNano < 1) {
            throw new IllegalArgumentException(
                    "a bucket lets something through, found rate " + ratePerSecond + "/s and burst " + burst);
        }
    }

    /** Takes a token if there is a whole one. Times never fall. */
    boolean take(long now) {
        long elapsed = now - updatedAt;
        updatedAt = now;
        asked++;
        // Divided first: the product may overflow only where the bucket is full anyway.
        missing = elapsed > missing / partsPerNano ? 0 : missing - elapsed * partsPerNano;
        if (missing + token > capacity) {
            return false;
        }
        missing += token;
        return true;
    }

    /** How often a token was asked for. */
    long asked() {
        return asked;
    }

    /** Takes over another's state. */
    void copyFrom(TokenBucket other) {
        missing = other.missing;
        updatedAt = other.updatedAt;
        asked = other.asked;
    }
}
