package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Tournament;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The CPUs of the nodes, by slot. */
final class NodeCpus {

    private final Tournament sources;
    private final int firstSource;
    private @Nullable NodeCpu[] nodes = new NodeCpu[4];

    NodeCpus(Tournament sources, int firstSource) {
        this.sources = sources;
        this.firstSource = firstSource;
        sources.grow(firstSource + nodes.length);
    }

    /** A node joins. */
    void add(int node, int capacityMillis, double speed) {
        if (node >= nodes.length) {
            nodes = Arrays.copyOf(nodes, Math.max(node + 1, 2 * nodes.length));
            sources.grow(firstSource + nodes.length);
        }
        nodes[node] = new NodeCpu(firstSource + node, capacityMillis, speed);
    }

    /** The node in a slot. */
    NodeCpu get(int node) {
        NodeCpu cpu = node < nodes.length ? nodes[node] : null;
        if (cpu == null) {
            throw new IllegalStateException("node " + node + " has no CPU\nMaybe it was not added");
        }
        return cpu;
    }

    /**
     * Takes over another's nodes, with new stations on them.
     *
     * @param stations by pod: each new station is put into its pod's place
     */
    void copyFrom(NodeCpus other, @Nullable PodStation[] stations) {
        nodes = new NodeCpu[other.nodes.length];
        for (int node = 0; node < nodes.length; node++) {
            NodeCpu theirs = other.nodes[node];
            if (theirs != null) {
                NodeCpu mine = new NodeCpu(theirs.source, theirs.capacityMillis, theirs.speed);
                mine.copyFrom(theirs);
                // A container's sidecar comes after it.
                for (int i = 0; i < mine.podCount; i++) {
                    PodStation container = mine.pods[i];
                    PodStation application = stations[container.pod];
                    if (container.isProxy && application != null) {
                        application.proxy = container;
                    } else {
                        stations[container.pod] = container;
                    }
                }
                nodes[node] = mine;
            }
        }
    }
}
