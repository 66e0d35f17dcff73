package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Copies;
import dev.windtunnel.simulator.kernel.VirtualTimeQueue;
import dev.windtunnel.simulator.result.Cause;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What serves inside one pod: an accept queue, workers, the CPU they share, and their database connections. Fields are read
 * and written by the plant's parts; the invariants are theirs.
 */
final class PodStation {

    /** What a container without a request weighs: cgroups know no smaller number of CPU shares. */
    private static final int LEAST_WEIGHT = 2;

    final int pod;
    final int workload;
    final int zone;
    final NodeCpu node;
    final int capacityMillis;

    /** The same in cores, and its inverse. */
    final double capacityCores;

    final double nanosPerCapacity;
    /** Its request for CPU, and the inverse. */
    final int weight;

    final double perWeight;

    /** False from the end of the preStop sleep on. */
    boolean accepts = true;

    /** Who left the line before its turn. */
    private static final int GONE = -1;

    // Accept queue: a ring of request slots by their numbers in line, which may wrap.
    private int[] line = new int[16];
    private int lineHead;
    private int lineTail;

    /** Requests that wait for a worker. */
    int queued;

    /** Requests that hold a worker; a request knows its place. */
    int[] working = new int[8];

    int busy;

    /** Open connections from the load balancer that no request uses. */
    int idleConnections;

    /** Most requests at once since idle connections were last closed. */
    int peakBusy;

    // CPU: those who compute share it; speed and allotment hold since updatedAt.
    final VirtualTimeQueue cpu = new VirtualTimeQueue(8);
    int demandMillis;
    double allottedCores;
    double workPerNano;
    double nanosPerWork;
    long updatedAt;
    double usedCoreNanos;

    /** Among the pods of its node. */
    int place;

    /** Of a container whose CPU limit is a quota of each period; null otherwise. */
    @Nullable CpuBandwidth bandwidth;

    /** The CPU of the sidecar; null without one. */
    @Nullable PodStation proxy;

    /** Whether this is such a CPU itself. */
    boolean isProxy;

    // Database connections of all processes.
    int poolInUse;
    int poolIdle;
    int poolStale;
    private int[] poolWaiters = new int[8];
    private int poolWaitersHead;
    int poolWaiting;

    /** Ordinal of the cause that filled the queue, or -1; until the queue is empty again. */
    int taint = -1;

    PodStation(int pod, int workload, int zone, NodeCpu node, int capacityMillis, int weight, long now) {
        this.pod = pod;
        this.workload = workload;
        this.zone = zone;
        this.node = node;
        this.capacityMillis = capacityMillis;
        this.capacityCores = capacityMillis / 1000.0;
        this.nanosPerCapacity = 1 / capacityCores;
        this.weight = Math.max(LEAST_WEIGHT, weight);
        this.perWeight = 1.0 / this.weight;
        this.updatedAt = now;
    }

    /** A request joins the line; returns its number there. */
    int enqueue(int request) {
        if (lineTail - lineHead == line.length) {
            growLine();
        }
        line[lineTail & (line.length - 1)] = request;
        queued++;
        return lineTail++;
    }

    /** Numbers keep their meaning: each stands at its remainder in the larger ring. */
    private void growLine() {
        int[] larger = new int[2 * line.length];
        for (int number = lineHead; number != lineTail; number++) {
            larger[number & (larger.length - 1)] = line[number & (line.length - 1)];
        }
        line = larger;
    }

    /** Takes the first in line; only if someone waits. */
    int dequeue() {
        int request = line[lineHead++ & (line.length - 1)];
        while (request == GONE) {
            request = line[lineHead++ & (line.length - 1)];
        }
        queued--;
        return request;
    }

    /** A request leaves the line, wherever it stands. */
    void leaveLine(int number) {
        line[number & (line.length - 1)] = GONE;
        queued--;
        if (queued == 0) {
            lineHead = lineTail;
        }
    }

    /**
     * Why its line is there: what tainted it, or the pool of connections if half of the workers or more are held by
     * requests that wait for one; -1 if the workers are just busy.
     */
    int causeOfLine() {
        return taint >= 0 ? taint : poolWaiting > 0 && 2 * poolWaiting >= busy ? Cause.CONNECTION_POOL.code() : -1;
    }

    void awaitConnection(int request) {
        if (poolWaiting == poolWaiters.length) {
            poolWaiters = unrolled(poolWaiters, poolWaitersHead, poolWaiting);
            poolWaitersHead = 0;
        }
        poolWaiters[(poolWaitersHead + poolWaiting++) & (poolWaiters.length - 1)] = request;
    }

    int nextForConnection() {
        int request = poolWaiters[poolWaitersHead];
        poolWaitersHead = (poolWaitersHead + 1) & (poolWaiters.length - 1);
        poolWaiting--;
        return request;
    }

    /** Takes a waiter out of the line, wherever it stands; those behind it move up. */
    void leaveConnectionLine(int request) {
        int waiting = poolWaiting;
        for (int i = 0; i < waiting; i++) {
            int next = nextForConnection();
            if (next != request) {
                awaitConnection(next);
            }
        }
    }

    private static int[] unrolled(int[] ring, int head, int count) {
        int[] larger = new int[2 * ring.length];
        for (int i = 0; i < count; i++) {
            larger[i] = ring[(head + i) & (ring.length - 1)];
        }
        return larger;
    }

    /** A request takes a worker; returns its place. */
    int hire(int request) {
        if (busy == working.length) {
            working = Arrays.copyOf(working, 2 * busy);
        }
        working[busy] = request;
        return busy++;
    }

    /** Takes over the state of a station in the same place; the node is its own. */
    void copyFrom(PodStation other) {
        accepts = other.accepts;
        line = Copies.of(other.line, line);
        lineHead = other.lineHead;
        lineTail = other.lineTail;
        queued = other.queued;
        working = Copies.of(other.working, working);
        busy = other.busy;
        idleConnections = other.idleConnections;
        peakBusy = other.peakBusy;
        cpu.copyFrom(other.cpu);
        demandMillis = other.demandMillis;
        allottedCores = other.allottedCores;
        workPerNano = other.workPerNano;
        nanosPerWork = other.nanosPerWork;
        updatedAt = other.updatedAt;
        usedCoreNanos = other.usedCoreNanos;
        place = other.place;
        isProxy = other.isProxy;
        poolInUse = other.poolInUse;
        poolIdle = other.poolIdle;
        poolStale = other.poolStale;
        poolWaiters = Copies.of(other.poolWaiters, poolWaiters);
        poolWaitersHead = other.poolWaitersHead;
        poolWaiting = other.poolWaiting;
        taint = other.taint;
    }
}
