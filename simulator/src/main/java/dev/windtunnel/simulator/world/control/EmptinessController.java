package dev.windtunnel.simulator.world.control;

import dev.windtunnel.simulator.compile.CompiledCluster.CompiledPool;
import dev.windtunnel.simulator.policy.provisioning.EmptinessDecision;
import dev.windtunnel.simulator.policy.provisioning.EmptinessPolicy;
import dev.windtunnel.simulator.policy.provisioning.EmptinessSettings;
import dev.windtunnel.simulator.policy.provisioning.NodeOccupancy;
import dev.windtunnel.simulator.result.JournalEntry;
import dev.windtunnel.simulator.world.state.ControlEvent;
import dev.windtunnel.simulator.world.state.Node;
import dev.windtunnel.simulator.world.state.Pod;
import dev.windtunnel.simulator.world.state.WorldState;
import java.util.ArrayList;
import java.util.List;

/** Karpenter's emptiness: nodes without pods go, after a wait and a second look. Asked only while a node is empty. */
final class EmptinessController {

    private final WorldState world;
    private long nextLook = -1;

    EmptinessController(WorldState world) {
        this.world = world;
    }

    /** One pass of the disruption loop. */
    void look(long now) {
        if (now < nextLook) {
            return; // Another look is on the calendar already.
        }
        long next = EmptinessDecision.NOTHING_DUE;
        for (CompiledPool pool : world.scenario().cluster().pools()) {
            EmptinessDecision decision = decide(pool, now);
            next = Math.min(next, decision.nextNanos());
            for (EmptinessDecision.Removal removal : decision.removals()) {
                world.calendar()
                        .at(
                                now + EmptinessPolicy.VALIDATION_NANOS,
                                ControlEvent.EMPTINESS_VALIDATION,
                                removal.node(),
                                removal.node());
            }
            if (!decision.removals().isEmpty()) {
                next = Math.min(next, now + EmptinessPolicy.VALIDATION_NANOS + EmptinessPolicy.LOOP_NANOS);
            }
        }
        if (next != EmptinessDecision.NOTHING_DUE) {
            nextLook = Math.max(next, now + EmptinessPolicy.LOOP_NANOS);
            world.calendar().at(nextLook, ControlEvent.EMPTINESS, 0);
        }
    }

    private EmptinessDecision decide(CompiledPool pool, long now) {
        List<NodeOccupancy> nodes = new ArrayList<>();
        for (Node node : world.nodes().all()) {
            if (node.pool.equals(pool)) {
                boolean takesPart = node.state == Node.State.JOINED && node.isReady && !node.isSilent;
                nodes.add(new NodeOccupancy(
                        node.slot,
                        node.name(),
                        world.zones().get(node.zone),
                        takesPart,
                        node.emptySinceNanos == Pod.NONE ? NodeOccupancy.NOT_EMPTY : node.emptySinceNanos,
                        node.nominatedUntilNanos));
            }
        }
        return EmptinessPolicy.decide(
                EmptinessSettings.withDefaults(pool.consolidateAfterNanos(), pool.minPerZone()), nodes, now);
    }

    /** The second look: still empty, so it goes. */
    void validate(Node node, long now) {
        boolean isStillEmpty = node.isReady && !node.isSilent && node.emptySinceNanos != Pod.NONE;
        if (!isStillEmpty || now < node.nominatedUntilNanos) {
            return;
        }
        EmptinessDecision decision = decide(node.pool, now);
        for (EmptinessDecision.Removal removal : decision.removals()) {
            if (removal.node() == node.slot) {
                world.nodes().remove(node, now);
                world.journal()
                        .write(new JournalEntry.NodeRemoved(
                                now,
                                "karpenter",
                                node.name() + " is terminated",
                                removal.reason(),
                                node.type.name(),
                                world.zones().get(node.zone)));
                return;
            }
        }
    }

    /** Takes over another's state. */
    void copyFrom(EmptinessController other) {
        nextLook = other.nextLook;
    }
}
