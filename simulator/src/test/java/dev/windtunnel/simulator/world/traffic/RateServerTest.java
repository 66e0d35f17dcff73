package dev.windtunnel.simulator.world.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.simulator.compile.CompiledCapacity.Limit;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RateServerTest {

    private static final long SECOND = 1_000_000_000L;

    private static double seconds(RateServer server, double amount, long now) {
        return server.serve(amount, now) / 1e9;
    }

    @Test
    void servesAtTheLowerOfVolumeAndClass() {
        RateServer slowVolume = new RateServer(new Limit(100, 1000, 1000, 0));
        RateServer slowClass = new RateServer(new Limit(1000, 200, 200, 0));

        assertEquals(1, seconds(slowVolume, 100, 0), 1e-8);
        assertEquals(1, seconds(slowClass, 200, 0), 1e-8);
        assertEquals(2, seconds(slowClass, 200, 0), 1e-8);
    }

    @Test
    void burstsUntilItsBucketIsEmptyAndThenServesAtTheSustainedRate() {
        // 300 - 100 tokens drain per second: the bucket of 400 lasts two seconds, in which 600 are served.
        RateServer server = new RateServer(new Limit(1e9, 100, 300, 400));

        assertEquals(2, seconds(server, 600, 0), 1e-8);
        assertEquals(3, seconds(server, 100, 0), 1e-8);
        // Four idle seconds fill the bucket again.
        assertEquals(9, seconds(server, 600, 7 * SECOND), 1e-8);
    }

    @Test
    void agreesWithAServerThatIsSimulatedInSmallSteps() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Limit limit = new Limit(
                    100 + random.nextInt(400),
                    50 + random.nextInt(100),
                    150 + random.nextInt(200),
                    random.nextInt(300));
            RateServer server = new RateServer(limit);
            SmallSteps twin = new SmallSteps(limit);
            long now = 0;
            for (int arrival = 0; arrival < 60; arrival++) {
                now += random.nextLong(SECOND);
                double amount = 1 + random.nextInt(150);

                double expected = twin.serve(amount, now);

                assertEquals(expected, server.serve(amount, now) / 1e9, 0.02, "seed " + seed + ", arrival " + arrival);
            }
        }
    }

    /** The same server, a tenth of a millisecond at a time. */
    private static final class SmallSteps {

        private static final double STEP = 1e-4;

        private final Limit limit;
        private double tokens;
        private double time;

        SmallSteps(Limit limit) {
            this.limit = limit;
            tokens = limit.bucket();
        }

        private double rate() {
            double peak = Math.min(limit.volume(), limit.burst());
            return tokens > 0 ? peak : Math.min(peak, limit.sustained());
        }

        private void step(double served) {
            tokens = Math.max(0, Math.min(limit.bucket(), tokens + limit.sustained() * STEP - served));
            time += STEP;
        }

        double serve(double amount, long now) {
            while (time < now / 1e9) {
                step(0);
            }
            double left = amount;
            while (left > 0) {
                double served = rate() * STEP;
                left -= served;
                step(served);
            }
            return time;
        }
    }
}
