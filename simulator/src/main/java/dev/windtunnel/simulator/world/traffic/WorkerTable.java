package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.model.compute.Server;
import dev.windtunnel.simulator.kernel.Copies;
import dev.windtunnel.simulator.kernel.SlotPool;
import java.util.Arrays;

/**
 * The threads of queue workers: a row each, used again after its pod has ended. A thread holds the messages of its latest
 * receive and works on them one after the other. A {@link #reference} carries the row's generation.
 */
final class WorkerTable {

    /** It has asked the queue and awaits the answer. */
    static final int ASKING = 0;
    /** Its receive waits at the empty queue. */
    static final int WAITING = 1;
    /** It rests after an empty answer. */
    static final int RESTING = 2;
    /** It works on a message. */
    static final int WORKING = 3;
    /** Its pod stops: it asks no more. */
    static final int STOPPED = 4;

    private static final int HELD = Server.Worker.MOST_OF_A_RECEIVE;
    private static final int ROWS = 16;

    /** Threads whose receives wait, by queue, the longest first. */
    final RowLists waiting;
    /** Threads of each pod. */
    final RowLists ofPod = new RowLists(4);

    private long[] keys = new long[ROWS];
    private long[] asked = new long[ROWS];
    private long[] until = new long[ROWS];
    private long[] requests = new long[ROWS];
    private int[] pods = new int[ROWS];
    private int[] states = new int[ROWS];
    private int[] held = new int[ROWS];
    private int[] at = new int[ROWS];
    private long[] messages = new long[HELD * ROWS];
    private long[] messageKeys = new long[HELD * ROWS];
    private int[] receives = new int[HELD * ROWS];
    private final SlotPool slots = new SlotPool(ROWS);

    WorkerTable(int queues) {
        waiting = new RowLists(queues);
        waiting.reserve(ROWS);
        ofPod.reserve(ROWS);
    }

    /** A thread of a pod starts; it holds nothing. */
    int allocate(long key, int pod) {
        int thread = slots.take();
        if (slots.capacity() > keys.length) {
            grow();
        }
        keys[thread] = key;
        asked[thread] = 0;
        requests[thread] = 0;
        pods[thread] = pod;
        states[thread] = ASKING;
        held[thread] = 0;
        at[thread] = 0;
        ofPod.reserveLists(pod + 1);
        ofPod.append(pod, thread);
        return thread;
    }

    private void grow() {
        int rows = slots.capacity();
        keys = Arrays.copyOf(keys, rows);
        asked = Arrays.copyOf(asked, rows);
        until = Arrays.copyOf(until, rows);
        requests = Arrays.copyOf(requests, rows);
        pods = Arrays.copyOf(pods, rows);
        states = Arrays.copyOf(states, rows);
        held = Arrays.copyOf(held, rows);
        at = Arrays.copyOf(at, rows);
        messages = Arrays.copyOf(messages, HELD * rows);
        messageKeys = Arrays.copyOf(messageKeys, HELD * rows);
        receives = Arrays.copyOf(receives, HELD * rows);
        waiting.reserve(rows);
        ofPod.reserve(rows);
    }

    /** A thread ends with its pod. */
    void release(int thread) {
        waiting.remove(thread);
        ofPod.remove(thread);
        slots.release(thread);
    }

    long reference(int thread) {
        return slots.reference(thread);
    }

    /** The row of a reference, or -1 if its thread has ended. */
    int resolve(long reference) {
        return slots.resolve(reference);
    }

    long key(int thread) {
        return keys[thread];
    }

    int pod(int thread) {
        return pods[thread];
    }

    int state(int thread) {
        return states[thread];
    }

    void state(int thread, int state) {
        states[thread] = state;
    }

    /** It asks its queue; returns how often it has asked before. */
    long asks(int thread) {
        return asked[thread]++;
    }

    /** Until when its receive waits. */
    long until(int thread) {
        return until[thread];
    }

    void until(int thread, long time) {
        until[thread] = time;
    }

    /** The row that works on its message, as a reference of the {@link RequestTable}. */
    long request(int thread) {
        return requests[thread];
    }

    void request(int thread, long reference) {
        requests[thread] = reference;
    }

    /** It holds one message more. */
    void take(int thread, long message, long key, int receive) {
        int place = HELD * thread + held[thread]++;
        messages[place] = message;
        messageKeys[place] = key;
        receives[place] = receive;
    }

    /** It has done with the message at hand. */
    void next(int thread) {
        at[thread]++;
        if (at[thread] == held[thread]) {
            at[thread] = 0;
            held[thread] = 0;
        }
    }

    /** Messages that it has not done with, the one at hand included. */
    int left(int thread) {
        return held[thread] - at[thread];
    }

    /** The message at hand. */
    long message(int thread) {
        return messages[HELD * thread + at[thread]];
    }

    /** Its key, even if the message is gone. */
    long messageKey(int thread) {
        return messageKeys[HELD * thread + at[thread]];
    }

    /** Which receive of the message brought it here, from 1. */
    int receive(int thread) {
        return receives[HELD * thread + at[thread]];
    }

    /** Makes this table equal to another. */
    void copyFrom(WorkerTable other) {
        waiting.copyFrom(other.waiting);
        ofPod.copyFrom(other.ofPod);
        keys = Copies.of(other.keys, keys);
        asked = Copies.of(other.asked, asked);
        until = Copies.of(other.until, until);
        requests = Copies.of(other.requests, requests);
        pods = Copies.of(other.pods, pods);
        states = Copies.of(other.states, states);
        held = Copies.of(other.held, held);
        at = Copies.of(other.at, at);
        messages = Copies.of(other.messages, messages);
        messageKeys = Copies.of(other.messageKeys, messageKeys);
        receives = Copies.of(other.receives, receives);
        slots.copyFrom(other.slots);
    }
}
