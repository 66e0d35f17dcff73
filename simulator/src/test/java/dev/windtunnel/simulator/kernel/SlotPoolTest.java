package dev.windtunnel.simulator.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SlotPoolTest {

    /** A map of live references, and all that are dead. */
    @Test
    void agreesWithAMapOfWhatLives() {
        long seed = 17;
        SplittableRandom random = new SplittableRandom(seed);
        SlotPool pool = new SlotPool(2);
        TreeMap<Integer, Long> live = new TreeMap<>();
        List<Long> dead = new ArrayList<>();
        int most = 0;

        for (int step = 0; step < 20_000; step++) {
            String where = "seed " + seed + ", step " + step;
            if (live.isEmpty() || random.nextInt(100) < (step < 10_000 ? 55 : 45)) {
                int slot = pool.take();
                assertTrue(slot >= 0 && slot < pool.capacity() && !live.containsKey(slot), where);
                live.put(slot, pool.reference(slot));
            } else {
                int slot = new ArrayList<>(live.keySet()).get(random.nextInt(live.size()));
                dead.add(live.remove(slot));
                if (random.nextInt(4) == 0) {
                    pool.renew(slot);
                    live.put(slot, pool.reference(slot));
                } else {
                    pool.release(slot);
                }
            }

            most = Math.max(most, live.size());
            assertEquals(live.size(), pool.size(), where);
            assertEquals(most, pool.everTaken(), where + ": a free slot is taken before a new one");
            live.forEach((slot, reference) -> assertEquals(slot, pool.resolve(reference), where));
            if (!dead.isEmpty()) {
                assertEquals(SlotPool.NONE, pool.resolve(dead.get(random.nextInt(dead.size()))), where);
            }
            if (step % 500 == 0) {
                dead.forEach(reference -> assertEquals(SlotPool.NONE, pool.resolve(reference), where));
            }
        }

        assertEquals(dead.size(), new TreeSet<>(dead).size(), "no reference was handed out twice");
        assertTrue(dead.size() > 5000, dead.size() + " dead");
    }

    @Test
    void knowsNoReferenceOfZero() {
        SlotPool pool = new SlotPool(4);
        pool.take();

        assertEquals(SlotPool.NONE, pool.resolve(0));
    }

    @Test
    void isCopiedWithItsFreeSlots() {
        SlotPool original = new SlotPool(1);
        List<Long> references = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            references.add(original.reference(original.take()));
        }
        original.release(2);
        original.release(4);
        SlotPool copy = new SlotPool(3);

        copy.copyFrom(original);

        assertEquals(3, copy.resolve(references.get(3)));
        assertEquals(SlotPool.NONE, copy.resolve(references.get(2)));
        assertEquals(4, copy.take());
        assertNotEquals(SlotPool.NONE, original.take());
        assertEquals(2, copy.take());
        assertEquals(5, copy.take());
    }
}
