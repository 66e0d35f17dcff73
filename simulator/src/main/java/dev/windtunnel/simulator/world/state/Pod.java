package dev.windtunnel.simulator.world.state;

/**
 * A row of the {@link PodTable}: one pod object. Controllers write the fields that their docstrings name.
 */
public final class Pod {

    /** Not there. */
    public static final int NONE = -1;

    /** How far it is. */
    public enum State {
        /** Without a node. */
        PENDING,
        /** Bound; image, container and application are on their way. */
        STARTING,
        /** Its application listens. */
        RUNNING,
        /** Deleted, and working off what it has. */
        TERMINATING
    }

    /** Its slot; used again by another pod after this one is gone. */
    public final int slot;

    /** Never used again. */
    public final long uid;

    /** Index of its workload. */
    public final int workload;

    /** Its number among all pods that its workload ever had, from 0. */
    public final int ordinal;

    /** When it was created. */
    public final long createdNanos;

    /** How far it is; written by kubelet and the replica set controller. */
    public State state = State.PENDING;

    /** Slot of its node; written by {@link PodTable#bind}. */
    public int node = NONE;

    /** Zone of its node; written by {@link PodTable#bind}. */
    public int zone = NONE;

    /** Counts starts and restarts: events for an earlier incarnation are void. */
    public long incarnation;

    /** How often kubelet took it up. */
    public int starts;

    /** When kubelet took it up, or {@link #NONE}. */
    public long startNanos = NONE;

    /** The Ready condition; written by kubelet and the node lifecycle controller. */
    public boolean isReady;

    /** When the Ready condition last changed, or {@link #NONE}. */
    public long readyTransitionNanos = NONE;

    /** Whether it fell silent with its zone. */
    public boolean isSilent;

    /** Whether it has received traffic before. */
    public boolean hasServed;

    /** When it was deleted, or {@link #NONE}. */
    public long deletedNanos = NONE;

    /** Node on its way that was launched for it, or {@link #NONE}; written by the provisioner. */
    public int nominatedNode = NONE;

    /** Whether a failed attempt to place it was told. */
    public boolean isKnownUnschedulable;

    /** CPU used until kubelet's latest sample, and its time; {@link #NONE} without one. */
    public double sampledCoreNanos;

    /** See above. */
    public long sampledNanos = NONE;

    /** The sample that metrics-server holds, and the one before; {@link #NONE} without one. */
    public double scrapedCoreNanos;

    /** See above. */
    public long scrapedNanos = NONE;

    /** See above. */
    public double previousCoreNanos;

    /** See above. */
    public long previousNanos = NONE;

    /** For each load balancer node, the number of its latest planned verdict. */
    public final int[] verdicts;

    Pod(int slot, long uid, int workload, int ordinal, int zones, long createdNanos) {
        this.slot = slot;
        this.uid = uid;
        this.workload = workload;
        this.ordinal = ordinal;
        this.createdNanos = createdNanos;
        this.verdicts = new int[zones];
    }

    /** The number that its present start has among all starts of its workload's pods: what its draws belong to. */
    public long startOrdinal() {
        return (long) ordinal << Integer.SIZE | starts;
    }

    /** Whether its deletion has been asked for. */
    public boolean isDeleted() {
        return deletedNanos != NONE;
    }

    /** Forgets its samples, as a restarted container has none. */
    public void forgetSamples() {
        sampledNanos = NONE;
        scrapedNanos = NONE;
        previousNanos = NONE;
    }

    /** Takes over another's state. */
    void copyFrom(Pod other) {
        state = other.state;
        node = other.node;
        zone = other.zone;
        incarnation = other.incarnation;
        starts = other.starts;
        startNanos = other.startNanos;
        isReady = other.isReady;
        readyTransitionNanos = other.readyTransitionNanos;
        isSilent = other.isSilent;
        hasServed = other.hasServed;
        deletedNanos = other.deletedNanos;
        nominatedNode = other.nominatedNode;
        isKnownUnschedulable = other.isKnownUnschedulable;
        sampledCoreNanos = other.sampledCoreNanos;
        sampledNanos = other.sampledNanos;
        scrapedCoreNanos = other.scrapedCoreNanos;
        scrapedNanos = other.scrapedNanos;
        previousCoreNanos = other.previousCoreNanos;
        previousNanos = other.previousNanos;
        System.arraycopy(other.verdicts, 0, verdicts, 0, verdicts.length);
    }
}
