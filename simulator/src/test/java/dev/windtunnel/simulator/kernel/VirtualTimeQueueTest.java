package dev.windtunnel.simulator.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class VirtualTimeQueueTest {

    private static final double RESIDUE = 1e-6;

    /** Processor sharing without a trick: what each customer still needs. */
    private static final class Twin {
        private final List<Long> items = new ArrayList<>();
        private final List<Double> remaining = new ArrayList<>();

        void advance(double work) {
            remaining.replaceAll(left -> left - work);
        }

        double least() {
            return remaining.stream().mapToDouble(left -> left).min().orElseThrow();
        }

        double remove(long item) {
            int place = items.indexOf(item);
            items.remove(place);
            return remaining.remove(place);
        }
    }

    @Test
    void agreesWithAListOfRemainingWork() {
        long seed = 41;
        SplittableRandom random = new SplittableRandom(seed);
        VirtualTimeQueue queue = new VirtualTimeQueue(1);
        Twin twin = new Twin();

        for (int step = 0; step < 20_000; step++) {
            String where = "seed " + seed + ", step " + step;
            boolean grows = (step / 300) % 2 == 0;
            int choice = random.nextInt(10);
            if (choice < (grows ? 5 : 2)) {
                double work = random.nextDouble() * 1000;
                queue.add(work, step);
                twin.items.add((long) step);
                twin.remaining.add(work);
            } else if (choice == 9 && !twin.items.isEmpty()) {
                long somewhere = twin.items.get(random.nextInt(twin.items.size()));
                queue.remove(somewhere);
                twin.remove(somewhere);
            } else if (choice == 8) {
                queue.remove(-1); // Nobody: nothing happens.
            } else if (!twin.items.isEmpty()) {
                double part = random.nextBoolean() ? 1 : random.nextDouble();
                double work = queue.headRemaining() * part;
                queue.advance(work);
                twin.advance(work);
                if (part == 1) {
                    double least = twin.least();
                    assertEquals(least, twin.remove(queue.removeHead()), RESIDUE, where);
                }
            }

            assertEquals(twin.items.size(), queue.size(), where);
            if (!twin.items.isEmpty()) {
                assertEquals(Math.max(0, twin.least()), queue.headRemaining(), RESIDUE, where);
            }
        }
    }

    @Test
    void showsEveryCustomerOnceWhenWalkedOver() {
        VirtualTimeQueue queue = new VirtualTimeQueue(2);
        for (int item = 0; item < 50; item++) {
            queue.add((item * 37) % 50, item);
        }
        queue.remove(13);
        queue.removeHead();

        TreeSet<Long> seen = new TreeSet<>();
        for (int place = 0; place < queue.size(); place++) {
            seen.add(queue.itemAt(place));
        }

        assertEquals(48, seen.size());
        assertTrue(!seen.contains(13L) && !seen.contains(0L), seen.toString());
    }

    @Test
    void startsOverWhenTheLastOneLeaves() {
        VirtualTimeQueue byHead = new VirtualTimeQueue(1);
        byHead.add(1e17, 1);
        byHead.advance(1e17);
        byHead.removeHead();

        byHead.advance(1e17); // Nobody receives it.
        byHead.add(0.5, 2);

        // Against a virtual time of 1e17 a half would be lost.
        assertEquals(0.5, byHead.headRemaining());
    }

    @Test
    void startsOverWhenTheLastOneIsTakenOut() {
        VirtualTimeQueue queue = new VirtualTimeQueue(1);
        queue.add(2e17, 1);
        queue.advance(1e17);
        assertNotEquals(0, queue.headRemaining());

        queue.remove(1);
        queue.add(0.5, 2);

        assertEquals(0.5, queue.headRemaining());
    }

    @Test
    void startsOverWhenCleared() {
        VirtualTimeQueue queue = new VirtualTimeQueue(1);
        queue.add(2e17, 1);
        queue.add(3e17, 2);
        queue.advance(1e17);

        queue.clear();
        queue.add(0.5, 3);

        assertEquals(1, queue.size());
        assertEquals(0.5, queue.headRemaining());
    }
}
