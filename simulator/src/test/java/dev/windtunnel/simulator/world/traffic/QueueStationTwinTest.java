package dev.windtunnel.simulator.world.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.compile.CompiledQueues;
import dev.windtunnel.simulator.kernel.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The station and its naive twin, driven by the same random sends, receives, deletions and hours. */
class QueueStationTwinTest {

    private static final long SECOND = 1_000_000_000L;
    private static final int STEPS = 6_000;

    /** What a receiver holds of a message, in both worlds. */
    private record Held(int queue, long reference, NaiveQueue.Message message, int receive) {}

    private final List<Held> held = new ArrayList<>();
    private final List<QueueStation> stations = new ArrayList<>();
    private final List<NaiveQueue> twins = new ArrayList<>();
    private MessageTable table = new MessageTable(2);
    private String where = "";

    private static CompiledQueues.Queue settings(SplittableRandom random, int deadLetter) {
        return new CompiledQueues.Queue(
                "q",
                random.nextInt(1, 40) * SECOND,
                random.nextInt(60, 400) * SECOND,
                random.nextInt(3) == 0 ? random.nextInt(1, 20) * SECOND : 0,
                0,
                deadLetter,
                random.nextInt(1, 6),
                random.nextInt(4) == 0 ? 5 : 1000,
                1000,
                Quantiles.fixed(0),
                null);
    }

    private void create(SplittableRandom random) {
        CompiledQueues.Queue orders = settings(random, 1);
        CompiledQueues.Queue dead = settings(random, CompiledQueues.NO_QUEUE);
        table = new MessageTable(2);
        held.clear();
        stations.clear();
        stations.add(new QueueStation(0, orders, table));
        stations.add(new QueueStation(1, dead, table));
        stations.getFirst().deadLettersGoTo(stations.getLast());
        NaiveQueue deadTwin = new NaiveQueue(dead, null, true);
        twins.clear();
        twins.add(new NaiveQueue(orders, deadTwin, false));
        twins.add(deadTwin);
    }

    @Test
    void doesWhatAListOfMessagesDoes() {
        long deleted = 0;
        long moved = 0;
        long late = 0;
        long expired = 0;
        for (long seed = 1; seed <= 12; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            create(random);

            live(random, seed);

            NaiveQueue orders = twins.getFirst();
            deleted += orders.deleted;
            moved += orders.movedOut;
            late += orders.late;
            expired += orders.expired + twins.getLast().expired;
        }

        // Each thing that can happen did, many times.
        long least = Math.min(Math.min(deleted, moved), Math.min(late, expired));
        assertTrue(least > 100, "deleted " + deleted + ", moved " + moved + ", late " + late + ", expired " + expired);
    }

    private void live(SplittableRandom random, long seed) {
        long now = 0;
        for (int step = 0; step < STEPS; step++) {
            where = "seed " + seed + ", step " + step;
            now += random.nextInt(3) == 0 ? random.nextLong(4 * SECOND) : 0;
            for (int queue = 0; queue < 2; queue++) {
                stations.get(queue).expire(now);
                twins.get(queue).expire(now);
            }
            act(random, now, step);
            for (int queue = 0; queue < 2; queue++) {
                assertSame(queue, now);
            }
        }
    }

    private void act(SplittableRandom random, long now, int step) {
        int queue = random.nextInt(4) == 0 ? 1 : 0;
        int what = random.nextInt(10);
        if (what < 2) {
            long key = step + 1L;
            stations.get(queue).send(key, now);
            twins.get(queue).send(key, now);
        } else if (what < 7) {
            int row = stations.get(queue).receive(now);
            NaiveQueue.Message message = twins.get(queue).receive(now);
            assertReceived(queue, row, message);
        } else if (!held.isEmpty()) {
            Held one = held.remove(random.nextInt(held.size()));
            stations.get(one.queue()).delete(one.reference(), one.receive(), now);
            twins.get(one.queue()).delete(one.message(), one.receive());
        }
    }

    private void assertReceived(int queue, int row, NaiveQueue.@Nullable Message message) {
        if (message == null) {
            assertEquals(RowLists.NONE, row, where);
            return;
        }
        assertTrue(row >= 0, where);
        assertEquals(message.key, table.key(row), where);
        assertEquals(message.receives, table.receives(row), where);
        held.add(new Held(queue, table.reference(row), message, message.receives));
    }

    private void assertSame(int queue, long now) {
        QueueStation station = stations.get(queue);
        NaiveQueue twin = twins.get(queue);
        assertEquals(twin.size("fresh") + twin.size("returned"), station.visible(), where);
        assertEquals(twin.size("flight"), station.inFlight(), where);
        assertEquals(twin.size("delayed"), station.delayed(), where);
        assertEquals(twin.nextTime(), station.nextTime(), where);
        assertEquals(twin.oldestAge(now), station.oldestAgeNanos(now), where);
        assertEquals(
                List.of(
                        twin.sent,
                        twin.movedIn,
                        twin.deleted,
                        twin.expired,
                        twin.movedOut,
                        twin.late,
                        twin.redelivered),
                List.of(
                        station.sent,
                        station.movedIn,
                        station.deleted,
                        station.expired,
                        station.movedOut,
                        station.late,
                        station.redelivered),
                where);
        assertEquals(
                station.sent + station.movedIn,
                station.deleted
                        + station.expired
                        + station.movedOut
                        + station.visible()
                        + station.inFlight()
                        + station.delayed(),
                where);
    }
}
