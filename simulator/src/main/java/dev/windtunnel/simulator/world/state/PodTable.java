package dev.windtunnel.simulator.world.state;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pod objects. Slots are used again, lowest first, so that they stay few. */
public final class PodTable {

    private final int zones;
    private final List<@Nullable Pod> slots = new ArrayList<>();
    private long nextUid = 1;

    /** No pods. */
    public PodTable(int zones) {
        this.zones = zones;
    }

    /** A new pod, pending. */
    public Pod create(int workload, long now) {
        int slot = slots.indexOf(null);
        if (slot < 0) {
            slot = slots.size();
            slots.add(null);
        }
        Pod pod = new Pod(slot, nextUid++, workload, zones, now);
        slots.set(slot, pod);
        return pod;
    }

    /** The pod in a slot, or null. */
    public @Nullable Pod get(int slot) {
        return slot < slots.size() ? slots.get(slot) : null;
    }

    /** The pod in a slot if it is still in the given incarnation, or null. */
    public @Nullable Pod get(int slot, long incarnation) {
        Pod pod = get(slot);
        return pod != null && pod.incarnation == incarnation ? pod : null;
    }

    /** A number that no other start of any pod has. */
    public void reincarnate(Pod pod) {
        pod.incarnation = nextUid++;
    }

    /** The pod object is gone. */
    public void remove(Pod pod) {
        slots.set(pod.slot, null);
    }

    /** All pods, oldest first. */
    public List<Pod> all() {
        List<Pod> pods = new ArrayList<>();
        for (Pod pod : slots) {
            if (pod != null) {
                pods.add(pod);
            }
        }
        pods.sort((a, b) -> Long.compare(a.uid, b.uid));
        return pods;
    }

    /** Pods of a workload whose deletion has not been asked for, oldest first. */
    public List<Pod> alive(int workload) {
        return all().stream()
                .filter(pod -> pod.workload == workload && !pod.isDeleted())
                .toList();
    }

    /** Pods bound to a node, oldest first. */
    public List<Pod> onNode(int node) {
        return all().stream().filter(pod -> pod.node == node).toList();
    }

    /** Takes over another's state. */
    void copyFrom(PodTable other) {
        slots.clear();
        for (Pod theirs : other.slots) {
            Pod mine = null;
            if (theirs != null) {
                mine = new Pod(theirs.slot, theirs.uid, theirs.workload, zones, theirs.createdNanos);
                mine.copyFrom(theirs);
            }
            slots.add(mine);
        }
        nextUid = other.nextUid;
    }
}
