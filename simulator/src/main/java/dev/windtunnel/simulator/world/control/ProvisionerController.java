package dev.windtunnel.simulator.world.control;

import dev.windtunnel.model.compute.CapacityType;
import dev.windtunnel.simulator.compile.CompiledCluster;
import dev.windtunnel.simulator.compile.CompiledCluster.CompiledPool;
import dev.windtunnel.simulator.compile.CompiledCluster.CompiledType;
import dev.windtunnel.simulator.kernel.QuantileTable;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.policy.provisioning.BatchWindow;
import dev.windtunnel.simulator.policy.provisioning.NodeClaim;
import dev.windtunnel.simulator.policy.provisioning.Nomination;
import dev.windtunnel.simulator.policy.provisioning.Offering;
import dev.windtunnel.simulator.policy.provisioning.PoolView;
import dev.windtunnel.simulator.policy.provisioning.ProvisioningPlan;
import dev.windtunnel.simulator.policy.provisioning.ProvisioningPolicy;
import dev.windtunnel.simulator.result.JournalEntry;
import dev.windtunnel.simulator.world.state.ControlEvent;
import dev.windtunnel.simulator.world.state.Node;
import dev.windtunnel.simulator.world.state.Plant;
import dev.windtunnel.simulator.world.state.Pod;
import dev.windtunnel.simulator.world.state.WorldState;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Karpenter's provisioner: gathers unschedulable pods for a moment, then launches the nodes that its policy plans. */
final class ProvisionerController {

    /**
     * NodeClaim to Ready node, seconds: between four measured nodes (36 to 41 s, a bare-metal one 55 s; EC2-03) and the 45 s,
     * give or take 15, that the Kubernetes sheet advises (section 11.2). Estimate.
     */
    private static final QuantileTable TO_READY_SECONDS = Quantiles.logNormal(43, 0.2);

    /** Reconciles and API calls between the batch and the claim (estimate). */
    private static final long REACTION_NANOS = 1_000_000_000L;

    /** Pods that no launch would help are planned for again so often (Karpenter's requeue). */
    private static final long RETRY_NANOS = 10_000_000_000L;

    private final WorldState world;
    private final Plant plant;
    private long firstNoticeNanos = Pod.NONE;
    private long window;
    private String lastRefusal = "";

    ProvisionerController(WorldState world, Plant plant) {
        this.world = world;
        this.plant = plant;
    }

    /** The scheduler could not place a pod: the window opens, or stays open a little longer. */
    void notice(Pod pod, long now) {
        if (firstNoticeNanos == Pod.NONE) {
            firstNoticeNanos = now;
        }
        window++;
        world.calendar().at(BatchWindow.closesAt(firstNoticeNanos, now), ControlEvent.BATCH_CLOSES, pod.slot, window);
    }

    /** The window closes, unless a further pod has kept it open. */
    void batchCloses(long closingWindow, long now) {
        if (closingWindow != window) {
            return;
        }
        firstNoticeNanos = Pod.NONE;
        List<Pod> waiting = new ArrayList<>();
        for (Pod pod : world.pods().all()) {
            if (pod.state == Pod.State.PENDING && pod.nominatedNode == Pod.NONE) {
                waiting.add(pod);
            }
        }
        if (!waiting.isEmpty()) {
            carryOut(plan(waiting), now);
        }
    }

    /** What the policy would launch for these pods now. */
    ProvisioningPlan plan(List<Pod> waiting) {
        CompiledCluster cluster = world.scenario().cluster();
        SortedMap<String, SortedMap<String, Integer>> counts = new TreeMap<>();
        for (int workload = 0; workload < world.scenario().workloads().size(); workload++) {
            counts.put(world.scenario().workloads().get(workload).name(), NodeViews.podsByZone(world, workload));
        }
        return ProvisioningPolicy.plan(
                waiting.stream().map(pod -> NodeViews.need(world, pod)).toList(),
                NodeViews.joinedAndOnTheirWay(world),
                cluster.pools().stream().map(this::view).toList(),
                counts,
                cluster.daemonCpuMillis(),
                cluster.daemonMemoryBytes());
    }

    private PoolView view(CompiledPool pool) {
        long used = world.nodes().all().stream()
                .filter(node -> node.pool.equals(pool))
                .mapToLong(node -> node.type.vcpus() * 1000L)
                .sum();
        List<Offering> offerings = new ArrayList<>();
        for (CompiledType type : pool.types()) {
            for (int zone = 0; zone < world.zones().size(); zone++) {
                offerings.add(new Offering(
                        type.name(),
                        world.zones().get(zone),
                        pool.spot() ? CapacityType.SPOT : CapacityType.ON_DEMAND,
                        type.vcpus(),
                        type.allocatableCpuMillis(),
                        type.allocatableMemoryBytes(),
                        type.maxPods() - NodeViews.DAEMON_PODS,
                        type.priceNanoUsdPerHour(),
                        !world.isSilent(zone)));
            }
        }
        long remaining = pool.cpuLimitMillis() == Long.MAX_VALUE ? PoolView.UNLIMITED : pool.cpuLimitMillis() - used;
        return new PoolView(pool.name(), pool.weight(), remaining, offerings);
    }

    private void carryOut(ProvisioningPlan plan, long now) {
        for (Nomination nomination : plan.nominations()) {
            Node node = world.nodes().get(nomination.node());
            nominate(nomination.pod(), node, now);
        }
        for (NodeClaim claim : plan.claims()) {
            launch(claim, now);
        }
        if (!plan.unplaced().isEmpty()) {
            refuse(plan, now);
        }
    }

    private void nominate(int podSlot, @Nullable Node node, long now) {
        Pod pod = world.pods().get(podSlot);
        if (pod != null && node != null && node.state == Node.State.LAUNCHING) {
            pod.nominatedNode = node.slot;
            node.nominatedUntilNanos = now + ProvisioningPolicy.NOMINATION_NANOS;
        }
    }

    private void launch(NodeClaim claim, long now) {
        Node node = create(claim, now);
        claim.pods().forEach(pod -> nominate(pod, node, now));
        double seconds = world.luck().sample(TO_READY_SECONDS, "node/to-ready", node.slot);
        world.calendar()
                .at(now + REACTION_NANOS + (long) (seconds * 1e9), ControlEvent.NODE_JOINS, node.slot, node.slot);
        world.journal()
                .write(new JournalEntry.NodeLaunched(
                        now,
                        "karpenter",
                        node.name() + ": " + node.type.name() + " in zone "
                                + world.zones().get(node.zone),
                        claim.reason(),
                        node.type.name(),
                        world.zones().get(node.zone),
                        node.pool.spot() ? "spot" : "on-demand"));
    }

    /** The row of a claimed node. */
    Node create(NodeClaim claim, long now) {
        CompiledPool pool = world.scenario().cluster().pools().stream()
                .filter(candidate -> candidate.name().equals(claim.pool()))
                .findFirst()
                .orElseThrow();
        CompiledType type = pool.types().stream()
                .filter(candidate -> candidate.name().equals(claim.offering().instanceType()))
                .findFirst()
                .orElseThrow();
        return world.nodes()
                .create(pool, type, world.zones().indexOf(claim.offering().zone()), now);
    }

    private void refuse(ProvisioningPlan plan, long now) {
        String refusal = plan.reasons().getFirst();
        if (!refusal.equals(lastRefusal)) {
            lastRefusal = refusal;
            Pod pod = world.pods().get(plan.unplaced().getFirst());
            String workload = pod == null
                    ? ""
                    : world.scenario().workloads().get(pod.workload).name();
            world.journal()
                    .write(new JournalEntry.PodsPending(
                            now,
                            "karpenter",
                            plan.unplaced().size() + " pods stay pending: no node would help",
                            refusal,
                            workload,
                            plan.unplaced().size()));
        }
        window++;
        world.calendar().at(now + RETRY_NANOS, ControlEvent.BATCH_CLOSES, 0, window);
    }

    /** A launched node joins the cluster, unless its zone was lost meanwhile: then it never will. */
    void joins(Node node, long now) {
        if (world.isSilent(node.zone)) {
            for (Pod pod : world.pods().all()) {
                if (pod.nominatedNode == node.slot) {
                    pod.nominatedNode = Pod.NONE;
                    notice(pod, now);
                }
            }
            world.nodes().remove(node, now);
            return;
        }
        join(node, now);
        for (Pod pod : world.pods().all()) {
            if (pod.nominatedNode == node.slot) {
                pod.nominatedNode = Pod.NONE;
            }
        }
        world.journal()
                .write(new JournalEntry.NodeReady(
                        now,
                        "karpenter",
                        node.name() + " is Ready",
                        "launched " + (now - node.launchedNanos) / 1_000_000_000L + " s ago",
                        node.type.name(),
                        world.zones().get(node.zone)));
        world.calendar().at(now, ControlEvent.SCHEDULE, 0);
        world.calendar().at(now, ControlEvent.EMPTINESS, 0);
    }

    /** The node takes pods. */
    void join(Node node, long now) {
        node.state = Node.State.JOINED;
        node.isReady = true;
        node.emptySinceNanos = now;
        plant.nodeAdded(node.slot, node.type.vcpus() * 1000, node.type.speed());
        MetricsPipeline.startSampling(world, node, now);
    }

    /** Takes over another's state. */
    void copyFrom(ProvisionerController other) {
        firstNoticeNanos = other.firstNoticeNanos;
        window = other.window;
        lastRefusal = other.lastRefusal;
    }
}
