package dev.windtunnel.simulator.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EventCalendarTest {

    private record Event(long time, long ordinal, int kind, int subject, long payload) {}

    @Test
    void agreesWithAQueueOrderedByTimeAndOrdinal() {
        long seed = 31;
        SplittableRandom random = new SplittableRandom(seed);
        EventCalendar calendar = new EventCalendar();
        PriorityQueue<Event> twin =
                new PriorityQueue<>(Comparator.comparingLong(Event::time).thenComparingLong(Event::ordinal));

        for (int step = 0; step < 200_000; step++) {
            String where = "seed " + seed + ", step " + step;
            boolean grows = (step / 3000) % 2 == 0;
            if (random.nextInt(3) < (grows ? 2 : 1)) {
                // Few different times, so that the ordinal decides often; negative subjects keep their sign.
                Event event =
                        new Event(random.nextLong(40), step, random.nextInt(9), random.nextInt(), random.nextLong());
                calendar.add(event.time(), event.kind(), event.subject(), event.payload());
                twin.add(event);
            } else if (!twin.isEmpty()) {
                Event head = twin.remove();
                assertEquals(head, headOf(calendar, head.ordinal()), where);
                calendar.removeHead();
            }

            assertEquals(twin.size(), calendar.size(), where);
            assertEquals(
                    twin.isEmpty()
                            ? Tournament.NEVER
                            : Objects.requireNonNull(twin.peek()).time(),
                    calendar.headTime(),
                    where);
        }
    }

    private static Event headOf(EventCalendar calendar, long ordinal) {
        return new Event(
                calendar.headTime(), ordinal, calendar.headKind(), calendar.headSubject(), calendar.headPayload());
    }

    @Test
    void keepsEventsOfTheSameTimeInTheOrderInWhichTheyCame() {
        EventCalendar calendar = new EventCalendar();
        for (int i = 0; i < 1000; i++) {
            calendar.add(7, 1, i, 0);
        }

        for (int i = 0; i < 1000; i++) {
            assertEquals(i, calendar.headSubject());
            calendar.removeHead();
        }
    }
}
