package dev.windtunnel.simulator.world.state;

import dev.windtunnel.simulator.compile.CompiledCluster.CompiledPool;
import dev.windtunnel.simulator.compile.CompiledCluster.CompiledType;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The nodes, and the metered time of those that are gone. */
public final class NodeTable {

    private final List<@Nullable Node> slots = new ArrayList<>();
    private final SortedMap<String, Long> usedNanos = new TreeMap<>();
    private final SortedMap<Long, Long> volumeNanos = new TreeMap<>();

    /** Asks for a node. */
    public Node create(CompiledPool pool, CompiledType type, int zone, long now) {
        Node node = new Node(slots.size(), pool, type, zone, now);
        slots.add(node);
        return node;
    }

    /** The node in a slot, or null if it is gone. */
    public @Nullable Node get(int slot) {
        return slots.get(slot);
    }

    /** All nodes that are not gone, by slot. */
    public List<Node> all() {
        List<Node> nodes = new ArrayList<>();
        for (Node node : slots) {
            if (node != null) {
                nodes.add(node);
            }
        }
        return nodes;
    }

    /** The instance is terminated; its time is metered. */
    public void remove(Node node, long now) {
        usedNanos.merge(kind(node), nanos(node, now), Long::sum);
        volumeNanos.merge(node.pool.rootVolumeGib(), nanos(node, now), Long::sum);
        slots.set(node.slot, null);
    }

    private static long nanos(Node node, long now) {
        return now - Math.max(0, node.launchedNanos);
    }

    private static String kind(Node node) {
        return node.type.name() + "/" + (node.pool.spot() ? "spot" : "on-demand");
    }

    /** Metered time until now by {@code type/capacity}, of those that are gone and those that stand. */
    public SortedMap<String, Long> usedNanos(long now) {
        SortedMap<String, Long> metered = new TreeMap<>(usedNanos);
        for (Node node : all()) {
            metered.merge(kind(node), nanos(node, now), Long::sum);
        }
        return metered;
    }

    /** Metered time of root volumes until now by their size in GiB, as above. */
    public SortedMap<Long, Long> volumeNanos(long now) {
        SortedMap<Long, Long> metered = new TreeMap<>(volumeNanos);
        for (Node node : all()) {
            metered.merge(node.pool.rootVolumeGib(), nanos(node, now), Long::sum);
        }
        return metered;
    }

    /** Takes over another's state. */
    void copyFrom(NodeTable other) {
        slots.clear();
        for (Node theirs : other.slots) {
            Node mine = null;
            if (theirs != null) {
                mine = new Node(theirs.slot, theirs.pool, theirs.type, theirs.zone, theirs.launchedNanos);
                mine.copyFrom(theirs);
            }
            slots.add(mine);
        }
        usedNanos.clear();
        usedNanos.putAll(other.usedNanos);
        volumeNanos.clear();
        volumeNanos.putAll(other.volumeNanos);
    }
}
