package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledQueues.Consumer;
import dev.windtunnel.simulator.kernel.Copies;
import dev.windtunnel.simulator.kernel.Keys;
import java.util.Arrays;
import java.util.List;

/**
 * The threads that take messages from queues: each asks, works on what it got, one message after the other, deletes each, and
 * asks again. The work itself is a row of the {@link RequestTable} that nobody waits for, so that it shares CPU, connections
 * and database with requests.
 *
 * <p>A pod that stops asks no more and does what it holds; what it still holds at its end is lost with it until the visibility
 * timeout.
 */
final class QueueWorkers {

    // Uses of the key of an attempt, beside those of a request.
    private static final int WAITING = 20;
    private static final int DELETION = 21;
    private static final int ERROR = 22;

    /** Use of a message's own key. */
    private static final int POISON = 23;

    private static final int NOBODY = -1;

    private final Traffic traffic;
    private final Application application;
    private final QueueStation[] stations;
    private final MessageTable messages;
    private final WorkerTable workers;
    private final QueueEvents events;
    private final Consumer[] consumers;
    private final int[] consumerOf;
    private final long[] keys;
    private final long[] started;

    /** The thread that a row of the request table works for, as a reference; meaningful for rows of messages only. */
    private long[] threads = new long[64];

    QueueWorkers(
            Traffic traffic,
            Application application,
            QueueStation[] stations,
            MessageTable messages,
            WorkerTable workers,
            QueueEvents events) {
        this.traffic = traffic;
        this.application = application;
        this.stations = stations;
        this.messages = messages;
        this.workers = workers;
        this.events = events;
        List<Consumer> compiled = traffic.scenario.queues().consumers();
        consumers = compiled.toArray(Consumer[]::new);
        consumerOf = new int[traffic.workloads.length];
        Arrays.fill(consumerOf, NOBODY);
        keys = new long[consumers.length];
        started = new long[consumers.length];
        for (int i = 0; i < consumers.length; i++) {
            int workload = consumers[i].workload();
            consumerOf[workload] = i;
            keys[i] = Keys.named(traffic.scenario.seed(), "worker/" + traffic.workloads[workload].name());
        }
    }

    /** A pod begins: its threads ask for messages, if it is a worker's. */
    void podStarted(int pod, int workload, long now) {
        int consumer = consumerOf[workload];
        if (consumer == NOBODY) {
            return;
        }
        for (int i = 0; i < traffic.workloads[workload].concurrency(); i++) {
            ask(workers.allocate(Keys.mix(keys[consumer], started[consumer]++), pod), now);
        }
    }

    /** A pod stops: its waiting threads hang up, the others ask no more. */
    void podRefuses(int pod) {
        if (!isKnown(pod)) {
            return;
        }
        for (int thread = workers.ofPod.head(pod); thread != RowLists.NONE; thread = workers.ofPod.next(thread)) {
            if (workers.state(thread) == WorkerTable.WAITING) {
                workers.waiting.remove(thread);
                workers.state(thread, WorkerTable.STOPPED);
                events.changed(queueOf(thread));
            }
        }
    }

    /** A pod ends, before its work is taken from its workers. */
    void podEnded(int pod) {
        if (!isKnown(pod)) {
            return;
        }
        int thread = workers.ofPod.head(pod);
        while (thread != RowLists.NONE) {
            int queue = queueOf(thread);
            stations[queue].lost += workers.left(thread);
            workers.release(thread);
            events.changed(queue);
            thread = workers.ofPod.head(pod);
        }
    }

    private boolean isKnown(int pod) {
        return workers.ofPod.hasList(pod);
    }

    /** Messages that the threads of a pod hold beside those they work on. */
    int held(int pod) {
        int held = 0;
        int thread = isKnown(pod) ? workers.ofPod.head(pod) : RowLists.NONE;
        while (thread != RowLists.NONE) {
            held += workers.left(thread) - (workers.state(thread) == WorkerTable.WORKING ? 1 : 0);
            thread = workers.ofPod.next(thread);
        }
        return held;
    }

    private int consumerOf(int thread) {
        return consumerOf[traffic.station(workers.pod(thread)).workload];
    }

    private int queueOf(int thread) {
        return consumers[consumerOf(thread)].queue();
    }

    /** A thread wants messages. */
    private void ask(int thread, long now) {
        if (!traffic.station(workers.pod(thread)).accepts) {
            workers.state(thread, WorkerTable.STOPPED);
            return;
        }
        workers.state(thread, WorkerTable.ASKING);
        long bits = Keys.draw(workers.key(thread), workers.asks(thread));
        long answer = (long) stations[queueOf(thread)].settings.requestNanos().sampleUpper(bits);
        events.add(now + answer, QueueEvents.ANSWERED, thread, workers.reference(thread));
    }

    /** A thread has rested and asks again. */
    void rested(long reference, long now) {
        int thread = workers.resolve(reference);
        if (thread >= 0) {
            ask(thread, now);
        }
    }

    /** The queue's answer to a thread: messages, or a wait for them, or nothing. */
    void answered(long reference, long now) {
        int thread = workers.resolve(reference);
        if (thread < 0) {
            return;
        }
        if (!traffic.station(workers.pod(thread)).accepts) {
            workers.state(thread, WorkerTable.STOPPED);
            return;
        }
        int queue = queueOf(thread);
        QueueStation station = stations[queue];
        if (receive(thread, now)) {
            begin(thread, now);
        } else if (station.settings.waitNanos() > 0) {
            workers.state(thread, WorkerTable.WAITING);
            workers.until(thread, now + station.settings.waitNanos());
            workers.waiting.append(queue, thread);
        } else {
            station.receiveReturns(0);
            workers.state(thread, WorkerTable.RESTING);
            long pause = consumers[consumerOf(thread)].pauseNanos();
            events.add(now + pause, QueueEvents.RESTED, thread, workers.reference(thread));
        }
        events.changed(queue);
    }

    /** Gives a thread as many messages as one receive brings; says whether there were any. */
    private boolean receive(int thread, long now) {
        QueueStation station = stations[queueOf(thread)];
        long movedBefore = station.movedOut;
        int most = consumers[consumerOf(thread)].batch();
        int carried = 0;
        while (carried < most) {
            int row = station.receive(now);
            if (row == RowLists.NONE) {
                break;
            }
            workers.take(thread, messages.reference(row), messages.key(row), messages.receives(row));
            carried++;
        }
        if (carried > 0) {
            station.receiveReturns(carried);
        }
        if (station.movedOut > movedBefore) {
            offer(station.settings.deadLetter(), now);
        }
        return carried > 0;
    }

    /** Messages have become visible: threads that wait for them get them, the longest-waiting first. */
    void offer(int queue, long now) {
        int thread = workers.waiting.head(queue);
        while (thread != RowLists.NONE && stations[queue].visible() > 0 && receive(thread, now)) {
            workers.waiting.remove(thread);
            begin(thread, now);
            thread = workers.waiting.head(queue);
        }
        events.changed(queue);
    }

    /** Receives that have waited as long as they may return nothing; their threads ask again. */
    void waitsEnd(int queue, long now) {
        int thread = workers.waiting.head(queue);
        while (thread != RowLists.NONE && workers.until(thread) <= now) {
            workers.waiting.remove(thread);
            stations[queue].receiveReturns(0);
            ask(thread, now);
            thread = workers.waiting.head(queue);
        }
    }

    /** Work on the message at hand begins. */
    private void begin(int thread, long now) {
        int consumer = consumerOf(thread);
        RequestTable requests = traffic.requests;
        long key = Keys.mix(workers.messageKey(thread), workers.receive(thread));
        int slot = requests.allocate(key, traffic.firstWork + consumer, now);
        requests.answered(slot);
        requests.pod(slot, workers.pod(thread));
        double cpu = consumers[consumer].work().cpuNanos().sampleUpper(Keys.draw(key, Draw.CPU_AND_PROCESSING));
        requests.cpuDemand(slot, (long) cpu);
        if (slot >= threads.length) {
            threads = Arrays.copyOf(threads, Math.max(slot + 1, 2 * threads.length));
        }
        threads[slot] = workers.reference(thread);
        workers.request(thread, requests.reference(slot));
        workers.state(thread, WorkerTable.WORKING);
        application.accept(slot, traffic.station(workers.pod(thread)), now);
    }

    /** CPU and statements are done; the thread waits for whom else it has to, and for the deletion. */
    void worked(int slot, long now) {
        int thread = workers.resolve(threads[slot]);
        traffic.requests.state(slot, RequestTable.OUTSIDE);
        long key = traffic.requests.key(slot);
        Consumer consumer = consumers[consumerOf(thread)];
        long rest = (long) consumer.waitingNanos().sampleUpper(Keys.draw(key, WAITING));
        if (!fails(thread, key)) {
            rest += (long) stations[consumer.queue()].settings.requestNanos().sampleUpper(Keys.draw(key, DELETION));
        }
        events.add(now + rest, QueueEvents.WORK_ENDS, thread, traffic.requests.reference(slot));
    }

    private boolean fails(int thread, long key) {
        Consumer consumer = consumers[consumerOf(thread)];
        double errors = consumer.errorShare();
        double poison = consumer.poisonShare();
        return (errors > 0 && Keys.unit(Keys.draw(key, ERROR)) < errors)
                || (poison > 0 && Keys.unit(Keys.draw(workers.messageKey(thread), POISON)) < poison);
    }

    /** The thread has done with its message, unless it was stopped before. */
    void workEnds(int thread, long request, long now) {
        RequestTable requests = traffic.requests;
        int slot = requests.resolve(request);
        if (slot < 0) {
            return;
        }
        int queue = queueOf(thread);
        boolean fails = fails(thread, requests.key(slot));
        application.leaveWorker(slot, traffic.station(requests.pod(slot)), now);
        requests.release(slot);
        if (fails) {
            stations[queue].failed++;
        } else {
            stations[queue].delete(workers.message(thread), workers.receive(thread), now);
            // Where too many were in flight, there is room for one more.
            offer(queue, now);
        }
        goOn(thread, now);
    }

    /** The work on a message has failed, or took too long; its row is released by whoever says so. */
    void failed(int slot, long now) {
        int thread = workers.resolve(threads[slot]);
        if (thread >= 0 && workers.request(thread) == traffic.requests.reference(slot)) {
            stations[queueOf(thread)].failed++;
            goOn(thread, now);
        }
    }

    private void goOn(int thread, long now) {
        workers.next(thread);
        if (workers.left(thread) > 0) {
            begin(thread, now);
        } else {
            ask(thread, now);
        }
    }

    /** Makes the threads' work equal to another's; tables and events are copied on their own. */
    void copyFrom(QueueWorkers other) {
        System.arraycopy(other.started, 0, started, 0, started.length);
        threads = Copies.of(other.threads, threads);
    }
}
