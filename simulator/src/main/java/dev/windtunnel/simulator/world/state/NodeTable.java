package dev.windtunnel.simulator.world.state;

import dev.windtunnel.simulator.compile.CompiledCluster.CompiledPool;
import dev.windtunnel.simulator.compile.CompiledCluster.CompiledType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The nodes, and the metered time of those that are gone. */
public final class NodeTable {

    private final List<@Nullable Node> slots = new ArrayList<>();
    private final Map<String, Integer> created = new TreeMap<>();
    private final Map<String, Long> usedNanos = new TreeMap<>();
    private final Map<Long, Long> volumeNanos = new TreeMap<>();

    /** Asks for a node. */
    public Node create(CompiledPool pool, CompiledType type, int zone, long now) {
        int ordinal = created.merge(pool.name(), 1, Integer::sum) - 1;
        Node node = new Node(slots.size(), ordinal, pool, type, zone, now);
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
        meter(node, now);
        slots.set(node.slot, null);
    }

    private void meter(Node node, long now) {
        long nanos = now - Math.max(0, node.launchedNanos);
        usedNanos.merge(node.type.name() + "/" + (node.pool.spot() ? "spot" : "on-demand"), nanos, Long::sum);
        volumeNanos.merge(node.pool.rootVolumeGib(), nanos, Long::sum);
    }

    /** At the end of the run: meters those that still stand. */
    public void meterAll(long now) {
        for (Node node : all()) {
            meter(node, now);
        }
    }

    /** Metered time by {@code type/capacity}. */
    public Map<String, Long> usedNanos() {
        return usedNanos;
    }

    /** Metered time of root volumes by their size in GiB. */
    public Map<Long, Long> volumeNanos() {
        return volumeNanos;
    }
}
