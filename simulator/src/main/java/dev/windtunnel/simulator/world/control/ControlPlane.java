package dev.windtunnel.simulator.world.control;

import dev.windtunnel.simulator.policy.provisioning.NodeClaim;
import dev.windtunnel.simulator.result.JournalEntry;
import dev.windtunnel.simulator.world.state.ControlEvent;
import dev.windtunnel.simulator.world.state.Node;
import dev.windtunnel.simulator.world.state.Plant;
import dev.windtunnel.simulator.world.state.Pod;
import dev.windtunnel.simulator.world.state.WorldState;
import java.util.List;
import java.util.function.ObjLongConsumer;

/** All controllers, and which of them an event is for. */
public final class ControlPlane {

    /** Age of what runs when a scenario starts: long past every warm-up of its controllers. */
    private static final long SINCE_LONG = -3_600_000_000_000L;

    /** Time until a lost or restored zone's address leaves or joins the load balancer's name, seconds (AZ-05, estimate). */
    private static final double DNS_FROM_SECONDS = 30;

    private static final double DNS_TO_SECONDS = 90;

    private final WorldState world;
    private final Plant plant;
    private final TargetController targets;
    private final Kubelet kubelet;
    private final ReplicaSetController replicaSets;
    private final ProvisionerController provisioner;
    private final SchedulerController scheduler;
    private final MetricsPipeline metrics;
    private final AutoscalerController autoscalers;
    private final NodeLifecycleController lifecycle;
    private final EmptinessController emptiness;
    private final DatabaseController database;

    /** Nothing runs yet. */
    public ControlPlane(WorldState world, Plant plant) {
        this.world = world;
        this.plant = plant;
        targets = new TargetController(world);
        kubelet = new Kubelet(world, plant, targets);
        replicaSets = new ReplicaSetController(world, kubelet);
        provisioner = new ProvisionerController(world, plant);
        scheduler = new SchedulerController(world, kubelet, provisioner);
        metrics = new MetricsPipeline(world, plant);
        autoscalers = new AutoscalerController(world, metrics, replicaSets);
        lifecycle = new NodeLifecycleController(world, kubelet, targets, replicaSets);
        emptiness = new EmptinessController(world);
        database = new DatabaseController(world, plant);
    }

    /** The cluster as it stands after running at the first minute's load for long: nodes, pods, targets. */
    public void start() {
        for (var pool : world.scenario().cluster().pools()) {
            for (int zone = 0; zone < world.zones().size(); zone++) {
                for (int i = 0; i < pool.minPerZone(); i++) {
                    join(world.nodes().create(pool, pool.types().getFirst(), zone, 0));
                }
            }
        }
        for (int workload = 0; workload < world.scenario().workloads().size(); workload++) {
            replicaSets.start(
                    workload, world.scenario().workloads().get(workload).initialReplicas());
        }
        scheduler.schedule(0);
        List<Pod> waiting = world.pods().all().stream()
                .filter(pod -> pod.state == Pod.State.PENDING)
                .toList();
        if (!waiting.isEmpty()) {
            for (NodeClaim claim : provisioner.plan(waiting).claims()) {
                join(provisioner.create(claim, 0));
            }
            scheduler.schedule(0);
        }
        world.pods().all().forEach(this::settle);
        metrics.start();
        autoscalers.start();
        world.calendar().at(0, ControlEvent.EMPTINESS, 0);
    }

    private void join(Node node) {
        provisioner.join(node, 0);
        for (int workload = 0; workload < world.scenario().workloads().size(); workload++) {
            node.images |= 1L << workload;
        }
    }

    private void settle(Pod pod) {
        if (pod.state != Pod.State.STARTING) {
            return;
        }
        world.pods().reincarnate(pod);
        pod.startNanos = SINCE_LONG;
        kubelet.listens(pod, 0);
        pod.isReady = true;
        pod.readyTransitionNanos = SINCE_LONG;
        targets.startServing(pod);
    }

    /** A zone is lost until the given time. The plant knows already. */
    public void zoneLost(int zone, long backNanos, long now) {
        world.setSilent(zone, true);
        for (Pod pod : world.pods().all()) {
            if (pod.zone == zone) {
                targets.targetSilent(pod, now);
                kubelet.silence(pod, now);
            }
        }
        targets.nodeSilent(zone);
        lifecycle.zoneSilent(zone, now);
        database.zoneLost(zone, backNanos, now);
        changeDns(zone, false, now);
    }

    /** A zone answers again. The plant knows already. */
    public void zoneBack(int zone, long now) {
        world.setSilent(zone, false);
        targets.nodeRestored(zone, now);
        lifecycle.zoneBack(zone, now);
        changeDns(zone, true, now);
    }

    private void changeDns(int zone, boolean present, long now) {
        double unit = world.luck().unit("dns/" + present, zone + 64L * (now / 1_000_000_000L));
        long delay = (long) ((DNS_FROM_SECONDS + unit * (DNS_TO_SECONDS - DNS_FROM_SECONDS)) * 1e9);
        world.calendar().at(now + delay, ControlEvent.DNS_CHANGE, zone, present ? 1 : 0);
    }

    private void dnsChanges(int zone, boolean present, long now) {
        if (world.isSilent(zone) == present) {
            return; // The zone has changed again since this was planned.
        }
        if (world.dns().isPresent(zone, now) == present) {
            return; // It never left.
        }
        if (!present && !isAnotherPresent(zone, now)) {
            return; // A name keeps its last addresses when no zone is well: fail-open (ALB-15).
        }
        world.dns().set(zone, present, now);
        String name = world.zones().get(zone);
        world.journal()
                .write(new JournalEntry.DnsChanged(
                        now,
                        "alb",
                        "the name "
                                + (present
                                        ? "resolves to zone " + name + " again"
                                        : "no longer resolves to zone " + name),
                        present
                                ? "the zone's load balancer node passes its checks"
                                : "the zone has no healthy targets; clients keep cached answers for the time to live",
                        name,
                        present));
    }

    private boolean isAnotherPresent(int zone, long now) {
        for (int other = 0; other < world.zones().size(); other++) {
            if (other != zone && world.dns().isPresent(other, now)) {
                return true;
            }
        }
        return false;
    }

    /** Handles an event of the calendar; effects are not among them. */
    public void handle(ControlEvent kind, int subject, long payload, long now) {
        switch (kind) {
            case SCHEDULE -> scheduler.schedule(now);
            case BATCH_CLOSES -> provisioner.batchCloses(payload, now);
            case NODE_JOINS -> withNode(subject, now, provisioner::joins);
            case POD_LISTENS -> withPod(subject, payload, now, kubelet::listens);
            case POD_READY -> withPod(subject, payload, now, kubelet::ready);
            case PULL_AGAIN -> withPod(subject, payload, now, kubelet::pullAgain);
            case TARGET_REGISTERED -> withPod(subject, payload, now, targets::registered);
            case TARGET_DEREGISTERED -> withPod(subject, payload, now, (pod, at) -> targets.deregistered(pod));
            case TARGET_VERDICT -> {
                Pod pod = world.pods().get(subject);
                if (pod != null) {
                    targets.verdict(pod, payload, now);
                }
            }
            case POD_TERM -> withPod(subject, payload, now, kubelet::term);
            case POD_DRAIN -> withPod(subject, payload, now, kubelet::drain);
            case CPU_SAMPLE -> withNode(subject, now, metrics::sample);
            case METRICS_SCRAPE -> metrics.scrape(now);
            case AUTOSCALER_SYNC -> autoscalers.sync(subject, now);
            case NODE_NOT_READY -> withNode(subject, now, lifecycle::notReady);
            case EVICTION -> withNode(subject, now, (node, at) -> lifecycle.evict(node, payload, at));
            case NODE_BACK -> withNode(subject, now, lifecycle::back);
            case EMPTINESS -> emptiness.look(now);
            case EMPTINESS_VALIDATION -> withNode(subject, now, emptiness::validate);
            case DATABASE_STEP -> database.step(subject, payload, now);
            case DATABASE_RESOLVED -> database.resolved(subject, payload, now);
            case DNS_CHANGE -> dnsChanges(subject, payload == 1, now);
            case EFFECT_BEGINS, EFFECT_ENDS ->
                throw new IllegalStateException(kind + " is for the fault controller, found it in the control plane");
        }
    }

    private void withPod(int slot, long incarnation, long now, ObjLongConsumer<Pod> action) {
        Pod pod = world.pods().get(slot, incarnation);
        if (pod != null) {
            action.accept(pod, now);
        }
    }

    private void withNode(int slot, long now, ObjLongConsumer<Node> action) {
        Node node = world.nodes().get(slot);
        if (node != null) {
            action.accept(node, now);
        }
    }

    /** Desired size of a workload. */
    public int desired(int workload) {
        return replicaSets.desired(workload);
    }

    /** The plant that the controllers drive. */
    public Plant plant() {
        return plant;
    }

    /** Takes over what the controllers of another run remember. The others remember nothing outside of the world's state. */
    public void copyFrom(ControlPlane other) {
        replicaSets.copyFrom(other.replicaSets);
        provisioner.copyFrom(other.provisioner);
        autoscalers.copyFrom(other.autoscalers);
        lifecycle.copyFrom(other.lifecycle);
        emptiness.copyFrom(other.emptiness);
        database.copyFrom(other.database);
    }
}
