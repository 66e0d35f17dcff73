package dev.windtunnel.simulator.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FifoRingTest {

    private record Entry(long time, long item) {}

    @Test
    void agreesWithAQueue() {
        long seed = 21;
        SplittableRandom random = new SplittableRandom(seed);
        FifoRing ring = new FifoRing();
        ArrayDeque<Entry> twin = new ArrayDeque<>();
        long time = 0;

        for (int step = 0; step < 100_000; step++) {
            String where = "seed " + seed + ", step " + step;
            // Long stretches of growth and of decline, so that it wraps around at many sizes.
            boolean grows = (step / 1500) % 2 == 0;
            if (random.nextInt(3) < (grows ? 2 : 1)) {
                time += random.nextInt(3);
                long item = random.nextLong();
                ring.push(time, item);
                twin.add(new Entry(time, item));
            } else if (!twin.isEmpty()) {
                assertEquals(twin.remove().item(), ring.pop(), where);
            }
            if (random.nextInt(20_000) == 0) {
                ring.clear();
                twin.clear();
            }

            assertEquals(twin.size(), ring.size(), where);
            if (twin.isEmpty()) {
                assertEquals(Tournament.NEVER, ring.headTime(), where);
            } else {
                Entry head = Objects.requireNonNull(twin.peek());
                assertEquals(head, new Entry(ring.headTime(), ring.headItem()), where);
            }
        }
    }

    @Test
    void refusesATimeBeforeTheLast() {
        FifoRing ring = new FifoRing();
        ring.push(5, 1);
        ring.push(5, 2);

        IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> ring.push(4, 3));

        assertTrue(String.valueOf(refusal.getMessage()).contains("found 4 after 5"), refusal.getMessage());
        assertEquals(2, ring.size());
    }

    @Test
    void forgetsTheLastTimeOnceItIsEmpty() {
        FifoRing ring = new FifoRing();
        ring.push(5, 1);
        ring.pop();

        ring.push(4, 2);

        assertEquals(4, ring.headTime());
    }
}
