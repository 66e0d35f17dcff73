package dev.windtunnel.simulator.world.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void letsTheBurstThroughAtOnceAndThenTheRate() {
        TokenBucket bucket = new TokenBucket(100, 20);

        int atOnce = 0;
        while (bucket.take(0)) {
            atOnce++;
        }

        assertEquals(20, atOnce);
        assertFalse(bucket.take(SECOND / 100 - 1));
        assertTrue(bucket.take(SECOND / 100));
        assertFalse(bucket.take(SECOND / 100));
    }

    @Test
    void holdsNoMoreThanTheBurstHoweverLongItRests() {
        TokenBucket bucket = new TokenBucket(1_000_000, 3);
        bucket.take(0);

        int taken = 0;
        while (bucket.take(Long.MAX_VALUE / 2)) {
            taken++;
        }

        assertEquals(3, taken);
    }

    @Test
    void agreesWithABucketOfExactDecimals() {
        long seed = 5;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 60; round++) {
            BigDecimal rate = BigDecimal.valueOf(1 + random.nextInt(3_000_000), 3);
            int burst = 1 + random.nextInt(random.nextBoolean() ? 10 : 1_000_000);
            TokenBucket bucket = new TokenBucket(rate.doubleValue(), burst);
            BigDecimal tokens = BigDecimal.valueOf(burst);
            long now = 0;
            for (int step = 0; step < 500; step++) {
                long elapsed = random.nextLong(1 + random.nextLong((long) (4e9 / rate.doubleValue())));
                now += elapsed;
                tokens = tokens.add(rate.multiply(BigDecimal.valueOf(elapsed, 9)))
                        .min(BigDecimal.valueOf(burst));
                boolean expected = tokens.compareTo(BigDecimal.ONE) >= 0;
                tokens = expected ? tokens.subtract(BigDecimal.ONE) : tokens;

                assertEquals(expected, bucket.take(now), "seed " + seed + ", round " + round + ", step " + step);
            }
        }
    }

    @Test
    void refusesABucketThatLetsNothingThrough() {
        assertThrows(IllegalArgumentException.class, () -> new TokenBucket(0, 20));
        assertThrows(IllegalArgumentException.class, () -> new TokenBucket(100, 0));
    }
}
