package dev.windtunnel.simulator.world.control;

import dev.windtunnel.simulator.compile.CompiledWorkload;
import dev.windtunnel.simulator.result.JournalEntry;
import dev.windtunnel.simulator.world.state.ControlEvent;
import dev.windtunnel.simulator.world.state.Node;
import dev.windtunnel.simulator.world.state.Plant;
import dev.windtunnel.simulator.world.state.Pod;
import dev.windtunnel.simulator.world.state.WorldState;

/**
 * Starts and stops pods on their nodes (Kubernetes sheet, section 4): sandbox, image pull, boot, readiness on a probe; and
 * deregistration, preStop sleep, TERM and KILL.
 */
final class Kubelet {

    /** Sandbox and address from the warm pool (Kubernetes sheet, section 4; estimate). */
    private static final long SANDBOX_NANOS = 1_000_000_000L;

    /** Image pull rate of a node, bytes per second (EC2-04). */
    private static final double PULL_BYTES_PER_SECOND = 35e6;

    /** Back-off before a failed pull is tried again (Kubernetes sheet, section 4). */
    private static final long PULL_BACKOFF_NANOS = 10_000_000_000L;

    private static final long DRAIN_LOOK_NANOS = 1_000_000_000L;

    private final WorldState world;
    private final Plant plant;
    private final TargetController targets;

    Kubelet(WorldState world, Plant plant, TargetController targets) {
        this.world = world;
        this.plant = plant;
        this.targets = targets;
    }

    private CompiledWorkload workload(Pod pod) {
        return world.scenario().workloads().get(pod.workload);
    }

    /** A pod was bound to a node. */
    void start(Pod pod, Node node, long now) {
        world.pods().reincarnate(pod);
        pod.starts++;
        world.pods().bind(pod, node);
        pod.state = Pod.State.STARTING;
        pod.startNanos = now;
        pod.isReady = false;
        pod.readyTransitionNanos = now;
        pod.nominatedNode = Pod.NONE;
        pod.forgetSamples();
        node.emptySinceNanos = Pod.NONE;
        pull(pod, node, now + SANDBOX_NANOS);
    }

    private void pull(Pod pod, Node node, long from) {
        long image = 1L << pod.workload;
        boolean isCached = (node.images & image) != 0;
        if (!isCached && !world.hasEgress(node.zone)) {
            // No way to the registry: ECR is reached through the NAT gateway (NAT-07, NAT-08).
            tellOfImage(pod, node, from);
            world.calendar().at(from + PULL_BACKOFF_NANOS, ControlEvent.PULL_AGAIN, pod.slot, pod.incarnation);
            return;
        }
        long bytes = workload(pod).imageBytes();
        long started = isCached ? from : from + (long) (bytes / PULL_BYTES_PER_SECOND * 1e9);
        if (!isCached) {
            node.images |= image;
            world.pulled(bytes);
        }
        long boot = (long) world.luck()
                .sample(workload(pod).bootNanos(), "pod/boot", workload(pod).name(), pod.startOrdinal());
        world.calendar().at(started + boot, ControlEvent.POD_LISTENS, pod.slot, pod.incarnation);
        long period = workload(pod).readinessPeriodNanos();
        long probes = (boot + period - 1) / period;
        world.calendar().at(started + probes * period, ControlEvent.POD_READY, pod.slot, pod.incarnation);
    }

    /** Once for each start of a pod. */
    private void tellOfImage(Pod pod, Node node, long from) {
        if (from == pod.startNanos + SANDBOX_NANOS) {
            String name = workload(pod).name();
            world.journal()
                    .write(new JournalEntry.PodsPending(
                            pod.startNanos,
                            "kubelet",
                            "a pod of " + name + " on " + node.name() + " waits for its image",
                            "no NAT gateway in reach of zone " + world.zones().get(node.zone),
                            name,
                            1));
        }
    }

    /** A failed pull is tried again. */
    void pullAgain(Pod pod, long now) {
        Node node = world.nodes().get(pod.node);
        if (node != null && pod.state == Pod.State.STARTING) {
            pull(pod, node, now);
        }
    }

    /** The application listens. */
    void listens(Pod pod, long now) {
        if (pod.state == Pod.State.STARTING) {
            pod.state = Pod.State.RUNNING;
            plant.podStarted(pod.slot, pod.workload, pod.node, pod.zone, now);
        }
    }

    /** A readiness probe passed. */
    void ready(Pod pod, long now) {
        if (pod.state == Pod.State.RUNNING && !pod.isReady) {
            pod.isReady = true;
            pod.readyTransitionNanos = now;
            targets.podReady(pod, now);
        }
    }

    /** A pod's deletion is asked for: it leaves the load balancer while it sleeps, then it stops. */
    void delete(Pod pod, long now) {
        pod.deletedNanos = now;
        boolean neverRan = pod.state == Pod.State.PENDING || pod.state == Pod.State.STARTING || pod.isSilent;
        if (neverRan) {
            remove(pod, now);
            return;
        }
        pod.state = Pod.State.TERMINATING;
        pod.isReady = false;
        pod.readyTransitionNanos = now;
        targets.podLeaves(pod, now);
        world.calendar().at(now + workload(pod).preStopNanos(), ControlEvent.POD_TERM, pod.slot, pod.incarnation);
    }

    /** The preStop sleep is over: the server accepts nothing more. */
    void term(Pod pod, long now) {
        plant.podRefuses(pod.slot, now);
        drain(pod, now);
    }

    /** Gone when nothing is left to do, or when the grace period is over. */
    void drain(Pod pod, long now) {
        boolean isOver = now >= pod.deletedNanos + workload(pod).gracePeriodNanos();
        if (isOver || plant.residents(pod.slot) == 0) {
            remove(pod, now);
        } else {
            world.calendar().at(now + DRAIN_LOOK_NANOS, ControlEvent.POD_DRAIN, pod.slot, pod.incarnation);
        }
    }

    /** The pod object goes. */
    void remove(Pod pod, long now) {
        world.targets().deregister(pod.workload, pod.slot);
        if (pod.state == Pod.State.RUNNING || pod.state == Pod.State.TERMINATING) {
            plant.podEnded(pod.slot, pod.isSilent, now);
        }
        world.pods().remove(pod);
        Node node = pod.node == Pod.NONE ? null : world.nodes().get(pod.node);
        if (node != null && world.pods().onNode(node.slot).isEmpty()) {
            node.emptySinceNanos = now;
            world.calendar().at(now, ControlEvent.EMPTINESS, 0);
        }
        world.calendar().at(now, ControlEvent.SCHEDULE, 0);
    }

    /** A zone fell silent: what runs there ends without a word. */
    void silence(Pod pod, long now) {
        pod.isSilent = true;
        if (pod.state == Pod.State.RUNNING || pod.state == Pod.State.TERMINATING) {
            plant.podEnded(pod.slot, true, now);
        }
        if (pod.state == Pod.State.TERMINATING) {
            remove(pod, now);
        } else {
            // Whatever was planned for it will not come.
            world.pods().reincarnate(pod);
        }
    }

    /** Its node is back: containers of pods that were not evicted start again. */
    void restart(Pod pod, Node node, long now) {
        pod.isSilent = false;
        start(pod, node, now);
    }
}
