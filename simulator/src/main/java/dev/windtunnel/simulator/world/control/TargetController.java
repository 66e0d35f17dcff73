package dev.windtunnel.simulator.world.control;

import dev.windtunnel.simulator.compile.CompiledBalancer;
import dev.windtunnel.simulator.policy.health.HealthChange;
import dev.windtunnel.simulator.policy.health.HealthCheckSettings;
import dev.windtunnel.simulator.policy.health.TargetHealthPolicy;
import dev.windtunnel.simulator.result.JournalEntry;
import dev.windtunnel.simulator.world.state.ControlEvent;
import dev.windtunnel.simulator.world.state.Pod;
import dev.windtunnel.simulator.world.state.TargetTable;
import dev.windtunnel.simulator.world.state.WorldState;

/**
 * The AWS Load Balancer Controller and the load balancer's health checks: which pods are targets, and which of them each
 * load balancer node holds healthy. A verdict is planned when a target changes its behavior, not looked for at every check.
 *
 * <p>The payload of a verdict event is: number of the plan in the upper bits, then six bits of zone, then one bit for
 * healthy.
 */
final class TargetController {

    private static final int ZONE_BITS = 6;

    private final WorldState world;
    private final HealthCheckSettings checks;
    private final CompiledBalancer balancer;

    TargetController(WorldState world) {
        this.world = world;
        this.balancer = world.scenario().balancer();
        this.checks = new HealthCheckSettings(
                balancer.checkIntervalNanos(),
                balancer.checkTimeoutNanos(),
                balancer.healthyThreshold(),
                balancer.unhealthyThreshold());
    }

    private TargetTable table() {
        return world.targets();
    }

    private String workload(Pod pod) {
        return world.scenario().workloads().get(pod.workload).name();
    }

    /** A queue worker stands in no target group: nobody sends to it, checks it or waits for it to leave. */
    private boolean hasNoTargetGroup(Pod pod) {
        return world.scenario().queues().isConsumer(pod.workload);
    }

    private long lag(String purpose, Pod pod) {
        return (long) world.luck().sample(balancer.registrationNanos(), purpose, workload(pod), pod.startOrdinal());
    }

    private long checkPhase(int zone, Pod pod) {
        String purpose = "target/check-phase/" + world.zones().get(zone);
        return world.luck().phase(purpose, workload(pod), pod.ordinal, checks.intervalNanos());
    }

    /** At the start: the pod has been serving for long. */
    void startServing(Pod pod) {
        if (hasNoTargetGroup(pod)) {
            return;
        }
        table().register(pod.workload, pod.slot, pod.zone);
        for (int zone = 0; zone < world.zones().size(); zone++) {
            table().setHealthy(zone, pod.workload, pod.slot, true);
        }
        pod.hasServed = true;
    }

    /** A pod is ready: the controller registers it after its reaction time (ALB-34). */
    void podReady(Pod pod, long now) {
        if (hasNoTargetGroup(pod)) {
            return;
        }
        world.calendar()
                .at(now + lag("target/registration", pod), ControlEvent.TARGET_REGISTERED, pod.slot, pod.incarnation);
    }

    /** A pod is deleted or not ready any more: the controller deregisters it after its reaction time. */
    void podLeaves(Pod pod, long now) {
        if (hasNoTargetGroup(pod)) {
            return;
        }
        world.calendar()
                .at(
                        now + lag("target/deregistration", pod),
                        ControlEvent.TARGET_DEREGISTERED,
                        pod.slot,
                        pod.incarnation);
    }

    /** The target is known to the load balancer's nodes, each of which checks it once before it sends (ALB-12). */
    void registered(Pod pod, long now) {
        if (!pod.isReady || pod.isDeleted()) {
            return;
        }
        table().register(pod.workload, pod.slot, pod.zone);
        for (int zone = 0; zone < world.zones().size(); zone++) {
            if (!world.isSilent(zone) && table().isRegistered(zone, pod.workload, pod.slot)) {
                plan(pod, zone, TargetHealthPolicy.registered(checks, checkPhase(zone, pod), now));
            }
        }
    }

    /** The target gets no new requests from now on. */
    void deregistered(Pod pod) {
        table().deregister(pod.workload, pod.slot);
    }

    private void plan(Pod pod, int zone, HealthChange change) {
        pod.verdicts[zone]++;
        long payload = ((long) pod.verdicts[zone] << ZONE_BITS | zone) << 1 | (change.healthy() ? 1 : 0);
        world.calendar().at(change.atNanos(), ControlEvent.TARGET_VERDICT, pod.slot, payload);
    }

    /** A load balancer node's verdict is due. */
    void verdict(Pod pod, long payload, long now) {
        boolean isHealthy = (payload & 1) != 0;
        int zone = (int) (payload >> 1) & ((1 << ZONE_BITS) - 1);
        boolean isCurrent = pod.verdicts[zone] == (int) (payload >> (1 + ZONE_BITS));
        if (!isCurrent || world.isSilent(zone) || !table().setHealthy(zone, pod.workload, pod.slot, isHealthy)) {
            return;
        }
        String workload = workload(pod);
        String node = "load balancer node " + world.zones().get(zone);
        int healthy = table().healthyCount(zone, pod.workload);
        if (!isHealthy) {
            world.journal()
                    .write(new JournalEntry.TargetsChanged(
                            now,
                            "alb",
                            node + " stops sending to a " + workload + " pod in zone "
                                    + world.zones().get(pod.zone) + "; " + healthy + " healthy targets left",
                            checks.unhealthyThreshold() + " health checks in a row went unanswered",
                            world.zones().get(zone),
                            healthy,
                            false));
        } else if (!pod.hasServed) {
            pod.hasServed = true;
            world.journal()
                    .write(new JournalEntry.PodServing(
                            now,
                            "alb",
                            workload + " pod in zone " + world.zones().get(pod.zone) + " receives its first requests",
                            node + " passed its first health check",
                            workload,
                            world.zones().get(pod.zone)));
        }
    }

    /** A target fell silent: each node that still stands will find out by its checks. */
    void targetSilent(Pod pod, long now) {
        for (int zone = 0; zone < world.zones().size(); zone++) {
            boolean isWatching = !world.isSilent(zone) && table().isHealthy(zone, pod.workload, pod.slot);
            if (isWatching) {
                plan(pod, zone, TargetHealthPolicy.silent(checks, checkPhase(zone, pod), now));
            }
        }
    }

    /** A load balancer node stands again and checks all targets as if they were new. */
    void nodeRestored(int zone, long now) {
        for (Pod pod : world.pods().all()) {
            if (!pod.isSilent && table().isRegistered(zone, pod.workload, pod.slot)) {
                plan(pod, zone, TargetHealthPolicy.registered(checks, checkPhase(zone, pod), now));
            }
        }
    }

    /** A load balancer node fell silent with its zone: its verdicts mean nothing any more. */
    void nodeSilent(int zone) {
        for (Pod pod : world.pods().all()) {
            table().setHealthy(zone, pod.workload, pod.slot, false);
        }
    }
}
