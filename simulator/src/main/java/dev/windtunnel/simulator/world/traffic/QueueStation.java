package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.model.messaging.Queue;
import dev.windtunnel.simulator.compile.CompiledQueues;
import dev.windtunnel.simulator.kernel.Tournament;
import dev.windtunnel.simulator.metric.LatencyHistogram;
import org.jspecify.annotations.Nullable;

/**
 * One SQS standard queue. Messages come out roughly in the order in which they were sent: those whose visibility timeout ended
 * go before those that were never received, as they are older; from the third receive on they go behind all others (SQS
 * Developer Guide, "Available CloudWatch metrics", on messages that are received and not deleted). A short poll sees the whole
 * queue; the service itself asks some of its servers only.
 *
 * <p>Always: sent + moved in = deleted + expired + moved out + visible + in flight + delayed. No operation allocates, but for
 * a table that grows.
 */
final class QueueStation {

    /** Receives after which a message that was not deleted goes behind all others and no longer counts for the age. */
    private static final int TOO_OFTEN = 3;

    /** Latencies are counted in microseconds, so that the buckets reach to the longest retention. */
    private static final long MICRO = 1_000;

    final int queue;
    final CompiledQueues.Queue settings;
    private final MessageTable messages;

    /** Takes what was received too often; null for nobody. */
    private @Nullable QueueStation deadLetters;

    private boolean takesDeadLetters;

    /** Times from sending to deletion, in microseconds. */
    final LatencyHistogram latency = new LatencyHistogram();

    long sent;
    long movedIn;
    long received;
    /** Receives of a message that was received before. */
    long redelivered;

    long deleted;
    long expired;
    long movedOut;
    /** Deletions by receivers whose message was no longer theirs: their work was done by another, or will be. */
    long late;
    /** Attempts that ended in an error, or were given up. */
    long failed;
    /** Messages whose receiver ended with its pod before it had done with them. */
    long lost;

    long receiveCalls;
    long emptyReceives;
    /** Requests as they are billed. */
    long requests;

    QueueStation(int queue, CompiledQueues.Queue settings, MessageTable messages) {
        this.queue = queue;
        this.settings = settings;
        this.messages = messages;
    }

    void deadLettersGoTo(QueueStation target) {
        deadLetters = target;
        target.takesDeadLetters = true;
    }

    private int list(int kind) {
        return MessageTable.place(queue, kind);
    }

    private int size(int kind) {
        return messages.places.size(list(kind));
    }

    /** Messages that can be received. */
    int visible() {
        return size(MessageTable.FRESH) + size(MessageTable.RETURNED);
    }

    /** Messages that were received and are neither deleted nor visible again. */
    int inFlight() {
        return size(MessageTable.IN_FLIGHT);
    }

    /** Messages whose delay has not ended. */
    int delayed() {
        return size(MessageTable.DELAYED);
    }

    /** A message is sent. */
    void send(long key, long now) {
        int row = messages.allocate(key, now);
        sent++;
        requests += chunks(1);
        messages.byAge.append(queue, row);
        messages.until(row, now + settings.delayNanos());
        messages.places.append(list(settings.delayNanos() > 0 ? MessageTable.DELAYED : MessageTable.FRESH), row);
    }

    /** What a request that carries so many messages is billed as. */
    private long chunks(int carried) {
        return Math.max(1, Math.ceilDiv(carried * settings.messageBytes(), Queue.BILLED_CHUNK_BYTES));
    }

    /** A receive has returned so many messages, perhaps none. */
    void receiveReturns(int carried) {
        receiveCalls++;
        emptyReceives += carried == 0 ? 1 : 0;
        requests += chunks(carried);
    }

    /**
     * Gives out the next message and hides it. Messages whose turn it is and that were received too often go to the dead-letter
     * queue instead.
     *
     * @return its row, or {@link RowLists#NONE} if there is none or too many are in flight
     */
    int receive(long now) {
        while (inFlight() < settings.mostInFlight()) {
            int returned = messages.places.head(list(MessageTable.RETURNED));
            int row = returned == RowLists.NONE ? messages.places.head(list(MessageTable.FRESH)) : returned;
            if (row == RowLists.NONE) {
                return RowLists.NONE;
            }
            if (deadLetters != null && messages.receives(row) >= settings.maxReceives()) {
                movedOut++;
                messages.renew(row, now);
                deadLetters.moveIn(row);
                continue;
            }
            messages.places.remove(row);
            received++;
            redelivered += messages.receives(row) > 0 ? 1 : 0;
            messages.received(row);
            messages.until(row, now + settings.visibilityNanos());
            messages.places.append(list(MessageTable.IN_FLIGHT), row);
            return row;
        }
        return RowLists.NONE;
    }

    /** A dead letter arrives: it keeps its sending time, and so its place by age (SQS Developer Guide, retention). */
    private void moveIn(int row) {
        movedIn++;
        int before = messages.byAge.tail(queue);
        while (before != RowLists.NONE && messages.sent(before) > messages.sent(row)) {
            before = messages.byAge.previous(before);
        }
        messages.byAge.insertBehind(queue, before, row);
        messages.places.append(list(MessageTable.FRESH), row);
    }

    /**
     * A receiver deletes its message. Only the latest receiver can; it may be late, as long as nobody received the message
     * after it.
     *
     * @param receive which receive of the message it was, from 1
     * @return whether the message is deleted by this
     */
    boolean delete(long reference, int receive, long now) {
        requests++;
        int row = messages.resolve(reference);
        if (row < 0 || messages.receives(row) != receive) {
            late++;
            return false;
        }
        latency.record((now - messages.sent(row)) / MICRO);
        deleted++;
        messages.release(row);
        return true;
    }

    /** When something happens next on its own, or {@link Tournament#NEVER}. */
    long nextTime() {
        int oldest = messages.byAge.head(queue);
        if (oldest == RowLists.NONE) {
            return Tournament.NEVER;
        }
        long next = messages.sent(oldest) + settings.retentionNanos();
        next = Math.min(next, untilOf(MessageTable.DELAYED));
        return Math.min(next, untilOf(MessageTable.IN_FLIGHT));
    }

    private long untilOf(int kind) {
        int head = messages.places.head(list(kind));
        return head == RowLists.NONE ? Tournament.NEVER : messages.until(head);
    }

    /** All retentions, delays and visibility timeouts that end by now end, in this order. */
    void expire(long now) {
        int oldest = messages.byAge.head(queue);
        while (oldest != RowLists.NONE && messages.sent(oldest) + settings.retentionNanos() <= now) {
            expired++;
            messages.release(oldest);
            oldest = messages.byAge.head(queue);
        }
        while (untilOf(MessageTable.DELAYED) <= now) {
            move(messages.places.head(list(MessageTable.DELAYED)), MessageTable.FRESH);
        }
        while (untilOf(MessageTable.IN_FLIGHT) <= now) {
            int row = messages.places.head(list(MessageTable.IN_FLIGHT));
            move(row, messages.receives(row) < TOO_OFTEN ? MessageTable.RETURNED : MessageTable.FRESH);
        }
    }

    private void move(int row, int kind) {
        messages.places.remove(row);
        messages.places.append(list(kind), row);
    }

    /**
     * Age of the oldest message, delayed and in flight ones included, but none that was received three times without being
     * deleted; in a dead-letter queue since it was moved there. 0 without one. As CloudWatch's ApproximateAgeOfOldestMessage;
     * looks at the messages one by one until it finds it.
     */
    long oldestAgeNanos(long now) {
        long first = now;
        for (int row = messages.byAge.head(queue); row != RowLists.NONE; row = messages.byAge.next(row)) {
            if (!isSetAside(row)) {
                first = Math.min(first, messages.entered(row));
                if (!takesDeadLetters) {
                    break;
                }
            }
        }
        return now - first;
    }

    private boolean isSetAside(int row) {
        int receives = messages.receives(row);
        boolean isInWork = messages.places.listOf(row) == list(MessageTable.IN_FLIGHT);
        return receives > TOO_OFTEN || (receives == TOO_OFTEN && !isInWork);
    }

    /** Makes this queue equal to another; the messages are copied with their table. */
    void copyFrom(QueueStation other) {
        latency.copyFrom(other.latency);
        sent = other.sent;
        movedIn = other.movedIn;
        received = other.received;
        redelivered = other.redelivered;
        deleted = other.deleted;
        expired = other.expired;
        movedOut = other.movedOut;
        late = other.late;
        failed = other.failed;
        lost = other.lost;
        receiveCalls = other.receiveCalls;
        emptyReceives = other.emptyReceives;
        requests = other.requests;
    }
}
