package dev.windtunnel.simulator.world.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pod objects. Slots are used again, lowest first, so that they stay few. Who stands where, and in which order they came, is
 * kept rather than looked for: a large fleet is asked for its pods node by node, every few seconds.
 */
public final class PodTable {

    private final int zones;
    private final List<@Nullable Pod> slots = new ArrayList<>();
    private final BitSet taken = new BitSet();

    /** All of them, oldest first. */
    private final List<Pod> oldestFirst = new ArrayList<>();

    /** Those bound to a node, by its slot, oldest first. */
    private final List<List<Pod>> byNode = new ArrayList<>();

    private int[] created = new int[8];
    private long nextUid = 1;

    /** No pods. */
    public PodTable(int zones) {
        this.zones = zones;
    }

    /** A new pod, pending. */
    public Pod create(int workload, long now) {
        int slot = taken.nextClearBit(0);
        if (workload >= created.length) {
            created = Arrays.copyOf(created, 2 * workload);
        }
        Pod pod = new Pod(slot, nextUid++, workload, created[workload]++, zones, now);
        put(pod);
        return pod;
    }

    private void put(Pod pod) {
        while (slots.size() <= pod.slot) {
            slots.add(null);
        }
        slots.set(pod.slot, pod);
        taken.set(pod.slot);
        add(oldestFirst, pod);
        if (pod.node != Pod.NONE) {
            add(at(pod.node), pod);
        }
    }

    /** The pod has a node from now on, for good; kubelet starts it again on the same one. */
    public void bind(Pod pod, Node node) {
        if (pod.node == node.slot) {
            return;
        }
        pod.node = node.slot;
        pod.zone = node.zone;
        add(at(node.slot), pod);
    }

    private List<Pod> at(int node) {
        while (byNode.size() <= node) {
            byNode.add(new ArrayList<>());
        }
        return byNode.get(node);
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
        taken.clear(pod.slot);
        oldestFirst.remove(place(oldestFirst, pod));
        if (pod.node != Pod.NONE) {
            List<Pod> neighbors = at(pod.node);
            neighbors.remove(place(neighbors, pod));
        }
    }

    /** All pods, oldest first, as they are now: what happens to the table later does not change the list. */
    public List<Pod> all() {
        return List.copyOf(oldestFirst);
    }

    /** Pods of a workload whose deletion has not been asked for, oldest first. */
    public List<Pod> alive(int workload) {
        return oldestFirst.stream()
                .filter(pod -> pod.workload == workload && !pod.isDeleted())
                .toList();
    }

    /** Pods bound to a node, oldest first, as they are now. */
    public List<Pod> onNode(int node) {
        return node < byNode.size() ? List.copyOf(byNode.get(node)) : List.of();
    }

    private static void add(List<Pod> pods, Pod pod) {
        pods.add(place(pods, pod), pod);
    }

    /** Where a pod stands in a list by age, or would stand. */
    private static int place(List<Pod> pods, Pod pod) {
        int low = 0;
        int high = pods.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pods.get(middle).uid < pod.uid) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Takes over another's state. */
    void copyFrom(PodTable other) {
        slots.clear();
        taken.clear();
        oldestFirst.clear();
        byNode.clear();
        for (Pod theirs : other.oldestFirst) {
            Pod mine = new Pod(theirs.slot, theirs.uid, theirs.workload, theirs.ordinal, zones, theirs.createdNanos);
            mine.copyFrom(theirs);
            put(mine);
        }
        while (slots.size() < other.slots.size()) {
            slots.add(null);
        }
        if (!other.byNode.isEmpty()) {
            at(other.byNode.size() - 1);
        }
        created = other.created.clone();
        nextUid = other.nextUid;
    }
}
