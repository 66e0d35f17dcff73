package dev.windtunnel.simulator.world.state;

import dev.windtunnel.simulator.compile.CompiledCluster.CompiledPool;
import dev.windtunnel.simulator.compile.CompiledCluster.CompiledType;

/** A row of the {@link NodeTable}: one EC2 instance and its Node object. */
public final class Node {

    /** How far it is. */
    public enum State {
        /** Asked for. */
        LAUNCHING,
        /** Joined. */
        JOINED
    }

    /** Its slot; never used again. */
    public final int slot;

    /** Its pool. */
    public final CompiledPool pool;

    /** Its instance type. */
    public final CompiledType type;

    /** Index of its zone. */
    public final int zone;

    /** When it was asked for. */
    public final long launchedNanos;

    /** How far it is; written by the provisioner. */
    public State state = State.LAUNCHING;

    /** The Ready condition as the control plane sees it; written by the node lifecycle controller. */
    public boolean isReady;

    /** When it was marked not ready, or {@link Pod#NONE}. */
    public long notReadyNanos = Pod.NONE;

    /** Whether its pods have been evicted, or will not be asked for again. */
    public boolean isEvicted;

    /** Whether it fell silent with its zone. */
    public boolean isSilent;

    /** When its last pod left, or {@link Pod#NONE} while it has some. */
    public long emptySinceNanos = Pod.NONE;

    /** Until when it is kept for pods that it was launched for. */
    public long nominatedUntilNanos;

    /** Bit for each workload whose image it holds. */
    public long images;

    Node(int slot, CompiledPool pool, CompiledType type, int zone, long launchedNanos) {
        this.slot = slot;
        this.pool = pool;
        this.type = type;
        this.zone = zone;
        this.launchedNanos = launchedNanos;
    }

    /** Its name: the pool and a number. */
    public String name() {
        return pool.name() + "-" + slot;
    }

    /** Takes over another's state. */
    void copyFrom(Node other) {
        state = other.state;
        isReady = other.isReady;
        notReadyNanos = other.notReadyNanos;
        isEvicted = other.isEvicted;
        isSilent = other.isSilent;
        emptySinceNanos = other.emptySinceNanos;
        nominatedUntilNanos = other.nominatedUntilNanos;
        images = other.images;
    }
}
