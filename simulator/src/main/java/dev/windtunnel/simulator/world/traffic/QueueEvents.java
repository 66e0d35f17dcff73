package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.EventCalendar;
import dev.windtunnel.simulator.kernel.Tournament;

/**
 * What is to come of queues and their workers, and the leaves that it has in the tournament: one for what happens at a time of
 * its own, one for the timeouts of each queue, one for what is sent to each from outside.
 */
final class QueueEvents {

    /** A message reaches its queue. Subject: queue; payload: its key. */
    static final int SENT = 0;
    /** A queue answers a thread. Payload: the thread's reference. */
    static final int ANSWERED = 1;
    /** A thread has rested. Payload: the thread's reference. */
    static final int RESTED = 2;
    /** A thread has done with a message. Subject: thread; payload: reference of the row that worked on it. */
    static final int WORK_ENDS = 3;

    private final Tournament sources;
    private final int firstSource;
    private final QueueStation[] stations;
    private final WorkerTable workers;
    private final EventCalendar calendar = new EventCalendar();

    QueueEvents(Tournament sources, int firstSource, QueueStation[] stations, WorkerTable workers) {
        this.sources = sources;
        this.firstSource = firstSource;
        this.stations = stations;
        this.workers = workers;
    }

    /** How many sources so many queues have. */
    static int sources(int queues) {
        return queues == 0 ? 0 : 1 + 2 * queues;
    }

    /** Adds an event. */
    void add(long time, int kind, int subject, long payload) {
        calendar.add(time, kind, subject, payload);
        sources.set(firstSource, calendar.headTime());
    }

    /** The events in order; whoever removes one says so by {@link #removed}. */
    EventCalendar calendar() {
        return calendar;
    }

    void removed() {
        sources.set(firstSource, calendar.headTime());
    }

    /** A queue's messages, or the threads that wait for them, have changed. */
    void changed(int queue) {
        long next = stations[queue].nextTime();
        int thread = workers.waiting.head(queue);
        if (thread != RowLists.NONE) {
            next = Math.min(next, workers.until(thread));
        }
        sources.set(firstSource + 1 + queue, next);
    }

    /** When the next message from outside is sent to a queue. */
    void feeds(int queue, long next) {
        sources.set(firstSource + 1 + stations.length + queue, next);
    }

    /** Makes the events equal to others; the tournament is copied on its own. */
    void copyFrom(QueueEvents other) {
        calendar.copyFrom(other.calendar);
    }
}
