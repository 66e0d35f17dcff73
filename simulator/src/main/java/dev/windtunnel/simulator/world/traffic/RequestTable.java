package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Copies;
import dev.windtunnel.simulator.kernel.SlotPool;
import java.util.Arrays;

/**
 * The requests under way: one slot each, named accessors over two primitive arrays. A slot is used again after its request
 * has ended; a {@link #reference} carries the slot's generation, so that a timeout that outlived its request is recognized.
 */
final class RequestTable {

    /** The client is still dialing. */
    static final int DIALING = 0;
    /** The load balancer is connecting to a target that does not answer. */
    static final int CONNECTING = 1;
    /** In the pod's accept queue. */
    static final int QUEUED = 2;
    /** A worker computes. */
    static final int COMPUTING = 3;
    /** A worker waits for a connection of its pool. */
    static final int AWAITING_CONNECTION = 4;
    /** A worker waits for the database, which works. */
    static final int QUERYING = 5;
    /** A worker waits for a database that does not answer. */
    static final int QUERYING_SILENCE = 6;
    /** Nobody works on it: it was lost, and only a timeout will tell the client. */
    static final int LOST = 7;
    /** A worker waits for an external service. */
    static final int CALLING = 8;
    /** A worker waits for a cache's node. */
    static final int LOOKING_UP = 9;
    /** At its pod's sidecar, on its way to the application. */
    static final int PROXIED = 10;
    /** A gateway holds it, and its tries at targets are rows of their own. */
    static final int AT_GATEWAY = 12;

    /** A worker waits for somebody outside the simulated system. */
    static final int OUTSIDE = 11;

    /** No connection to the database. */
    static final int NO_CONNECTION = -1;

    /** It holds a place in the pool and dials a database that does not answer. */
    static final int DIALING_DATABASE = -2;

    /** Its connection leads to the first read replica; to replica n: this minus n. */
    static final int FIRST_REPLICA = -3;

    static final int LONGS = 16;
    private static final int KEY = 0;
    private static final int INTENDED = 1;
    private static final int SINCE = 2;
    private static final int WORKER_WAIT = 3;
    private static final int COMPUTE = 4;
    private static final int CONNECTION_WAIT = 5;
    private static final int QUERY = 6;
    private static final int DISPATCHED = 7;
    private static final int CPU_DEMAND = 8;
    private static final int QUERY_DEMAND = 9;
    private static final int CLIENT_EXTRA = 10;
    private static final int BALANCER_EXTRA = 11;
    private static final int SESSION = 12;
    private static final int CAME = 13;
    private static final int CALL = 14;
    private static final int SIZES = 15;

    static final int INTS = 12;
    private static final int ENDPOINT = 0;
    private static final int POD = 1;
    private static final int STATE = 2;
    private static final int BALANCER_ZONE = 3;
    private static final int QUERIES_DONE = 4;
    private static final int CONNECTION = 5;
    private static final int BLAME = 6;
    private static final int ANSWERED = 7;
    private static final int PLACE = 8;
    private static final int ORIGIN = 9;
    private static final int LINE_NUMBER = 10;
    private static final int SENT_TO = 11;

    private long[] longs = new long[LONGS * 256];
    private int[] ints = new int[INTS * 256];
    private final SlotPool slots = new SlotPool(256);

    /** Takes a slot; all fields but those given are zero, no pod, no blame, no connection. */
    int allocate(long key, int endpoint, long intended) {
        int slot = slots.take();
        if (slots.capacity() > longs.length / LONGS) {
            grow();
        }
        int l = slot * LONGS;
        Arrays.fill(longs, l, l + LONGS, 0);
        longs[l + KEY] = key;
        longs[l + INTENDED] = intended;
        longs[l + SINCE] = intended;
        int i = slot * INTS;
        ints[i + ENDPOINT] = endpoint;
        ints[i + ORIGIN] = endpoint;
        ints[i + POD] = -1;
        ints[i + STATE] = DIALING;
        ints[i + BALANCER_ZONE] = -1;
        ints[i + QUERIES_DONE] = 0;
        ints[i + CONNECTION] = NO_CONNECTION;
        ints[i + BLAME] = -1;
        ints[i + ANSWERED] = 0;
        ints[i + PLACE] = -1;
        ints[i + SENT_TO] = 0;
        return slot;
    }

    private void grow() {
        int rows = slots.capacity();
        longs = Arrays.copyOf(longs, LONGS * rows);
        ints = Arrays.copyOf(ints, INTS * rows);
    }

    /** Gives a slot back; references to it are dead from now on. */
    void release(int slot) {
        assert sentTo(slot) == 0 : "slot " + slot + " ends, but its load balancer node still counts it as outstanding";
        slots.release(slot);
        ints[slot * INTS + STATE] = -1;
    }

    /** Slots that were ever taken: an upper bound for walking over all. */
    int slots() {
        return slots.everTaken();
    }

    /** Whether the slot holds a request. */
    boolean isLive(int slot) {
        return ints[slot * INTS + STATE] >= 0;
    }

    /** The slot with its generation. */
    long reference(int slot) {
        return slots.reference(slot);
    }

    /** The slot of a reference, or -1 if its request has ended. */
    int resolve(long reference) {
        return slots.resolve(reference);
    }

    long key(int slot) {
        return longs[slot * LONGS + KEY];
    }

    long intended(int slot) {
        return longs[slot * LONGS + INTENDED];
    }

    long since(int slot) {
        return longs[slot * LONGS + SINCE];
    }

    void since(int slot, long time) {
        longs[slot * LONGS + SINCE] = time;
    }

    long workerWait(int slot) {
        return longs[slot * LONGS + WORKER_WAIT];
    }

    void addWorkerWait(int slot, long nanos) {
        longs[slot * LONGS + WORKER_WAIT] += nanos;
    }

    long compute(int slot) {
        return longs[slot * LONGS + COMPUTE];
    }

    void addCompute(int slot, long nanos) {
        longs[slot * LONGS + COMPUTE] += nanos;
    }

    long connectionWait(int slot) {
        return longs[slot * LONGS + CONNECTION_WAIT];
    }

    void addConnectionWait(int slot, long nanos) {
        longs[slot * LONGS + CONNECTION_WAIT] += nanos;
    }

    long query(int slot) {
        return longs[slot * LONGS + QUERY];
    }

    void addQuery(int slot, long nanos) {
        longs[slot * LONGS + QUERY] += nanos;
    }

    long dispatched(int slot) {
        return longs[slot * LONGS + DISPATCHED];
    }

    void dispatched(int slot, long time) {
        longs[slot * LONGS + DISPATCHED] = time;
    }

    long cpuDemand(int slot) {
        return longs[slot * LONGS + CPU_DEMAND];
    }

    void cpuDemand(int slot, long nanos) {
        longs[slot * LONGS + CPU_DEMAND] = nanos;
    }

    long queryDemand(int slot) {
        return longs[slot * LONGS + QUERY_DEMAND];
    }

    void addQueryDemand(int slot, long nanos) {
        longs[slot * LONGS + QUERY_DEMAND] += nanos;
    }

    long clientExtra(int slot) {
        return longs[slot * LONGS + CLIENT_EXTRA];
    }

    void clientExtra(int slot, long nanos) {
        longs[slot * LONGS + CLIENT_EXTRA] = nanos;
    }

    long balancerExtra(int slot) {
        return longs[slot * LONGS + BALANCER_EXTRA];
    }

    void balancerExtra(int slot, long nanos) {
        longs[slot * LONGS + BALANCER_EXTRA] = nanos;
    }

    /** Sizes that were recorded of the request, each plus one in 32 bits, its own in the upper half; 0 is unknown. */
    void recordedSizes(int slot, long sizes) {
        longs[slot * LONGS + SIZES] = sizes;
    }

    long recordedSizes(int slot) {
        return longs[slot * LONGS + SIZES];
    }

    /** Bytes of the request: those recorded, or those usual at its endpoint. */
    long requestBytes(int slot, long usual) {
        long recorded = longs[slot * LONGS + SIZES] >>> 32;
        return recorded == 0 ? usual : recorded - 1;
    }

    /** Bytes of its response: those recorded, or those usual at its endpoint. */
    long responseBytes(int slot, long usual) {
        long recorded = longs[slot * LONGS + SIZES] & 0xFFFF_FFFFL;
        return recorded == 0 ? usual : recorded - 1;
    }

    long session(int slot) {
        return longs[slot * LONGS + SESSION];
    }

    void session(int slot, long session) {
        longs[slot * LONGS + SESSION] = session;
    }

    /** Reference of the user's request that this is an attempt of; 0 where attempts are not kept apart from requests. */
    long call(int slot) {
        return longs[slot * LONGS + CALL];
    }

    void call(int slot, long call) {
        longs[slot * LONGS + CALL] = call;
    }

    /** What it asks for at present. */
    int endpoint(int slot) {
        return ints[slot * INTS + ENDPOINT];
    }

    /** It goes on to another endpoint, where it begins anew. */
    void goesOn(int slot, int endpoint, long key) {
        ints[slot * INTS + ENDPOINT] = endpoint;
        ints[slot * INTS + QUERIES_DONE] = 0;
        longs[slot * LONGS + KEY] = key;
    }

    /** What the client asked for. */
    int origin(int slot) {
        return ints[slot * INTS + ORIGIN];
    }

    /** When it came to its present pod. */
    long came(int slot) {
        return longs[slot * LONGS + CAME];
    }

    void came(int slot, long time) {
        longs[slot * LONGS + CAME] = time;
    }

    /** Its number in the line of its pod, while it waits for a worker. */
    int lineNumber(int slot) {
        return ints[slot * INTS + LINE_NUMBER];
    }

    void lineNumber(int slot, int number) {
        ints[slot * INTS + LINE_NUMBER] = number;
    }

    int pod(int slot) {
        return ints[slot * INTS + POD];
    }

    void pod(int slot, int pod) {
        ints[slot * INTS + POD] = pod;
    }

    int state(int slot) {
        return ints[slot * INTS + STATE];
    }

    void state(int slot, int state) {
        ints[slot * INTS + STATE] = state;
    }

    int balancerZone(int slot) {
        return ints[slot * INTS + BALANCER_ZONE];
    }

    void balancerZone(int slot, int zone) {
        ints[slot * INTS + BALANCER_ZONE] = zone;
    }

    int queriesDone(int slot) {
        return ints[slot * INTS + QUERIES_DONE];
    }

    void queriesDone(int slot, int count) {
        ints[slot * INTS + QUERIES_DONE] = count;
    }

    /** Epoch of the database that its connection leads to, or {@link #NO_CONNECTION}. */
    int connection(int slot) {
        return ints[slot * INTS + CONNECTION];
    }

    void connection(int slot, int epoch) {
        ints[slot * INTS + CONNECTION] = epoch;
    }

    /** Ordinal of the cause that a wait of its is laid to, or -1. */
    int blame(int slot) {
        return ints[slot * INTS + BLAME];
    }

    void blame(int slot, int cause) {
        ints[slot * INTS + BLAME] = cause;
    }

    /** Whether the client has its outcome already, though a server may still work on it. */
    boolean isAnswered(int slot) {
        return ints[slot * INTS + ANSWERED] != 0;
    }

    void answered(int slot) {
        ints[slot * INTS + ANSWERED] = 1;
    }

    /** Place among the residents of its pod's workers, or -1. */
    int place(int slot) {
        return ints[slot * INTS + PLACE];
    }

    void place(int slot, int place) {
        ints[slot * INTS + PLACE] = place;
    }

    /** Start of its pod, counted from 1, if its load balancer node counts it as outstanding there; otherwise 0. */
    int sentTo(int slot) {
        return ints[slot * INTS + SENT_TO];
    }

    void sentTo(int slot, int incarnation) {
        ints[slot * INTS + SENT_TO] = incarnation;
    }

    /** Takes over another's state. */
    void copyFrom(RequestTable other) {
        longs = Copies.of(other.longs, longs);
        ints = Copies.of(other.ints, ints);
        slots.copyFrom(other.slots);
    }
}
