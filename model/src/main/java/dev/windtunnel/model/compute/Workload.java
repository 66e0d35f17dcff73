package dev.windtunnel.model.compute;

import dev.windtunnel.model.compute.pod.PodDisruptionBudget;
import dev.windtunnel.model.compute.pod.PodTemplate;
import dev.windtunnel.model.compute.rollout.Rollout;
import dev.windtunnel.model.compute.scaling.ScaledObject;
import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Inline;
import dev.windtunnel.model.notation.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Deployment behind the load balancer, or one that takes messages from a queue (S20, S23, S33). */
@Doc("A Deployment, and its target group unless it works on a queue")
public record Workload(
        @Named String name,
        @Doc("Kubernetes namespace") @Default("default") String namespace,
        @Doc("Bounds of the number of pods") Replicas replicas,

        @Doc("HorizontalPodAutoscaler; absent means always replicas.min pods") @Nullable Autoscaling autoscaling,

        @Doc("What the scheduler sets aside for a pod") Resources requests,
        @Doc("What a pod may use at most") Resources limits,
        @Doc("The server inside the pod") Server server,

        @Doc("Node pools it tolerates, by name; empty means all") @Default("[]")
        List<String> nodePools,

        @Doc("Topology spread over zones, maxSkew 1") @Default("schedule-anyway")
        ZoneSpread zoneSpread,

        @Doc("Database connections; absent if it uses none") @Nullable DatabaseClient databaseClient,

        @Doc("How a pod starts") @Default("{}") Startup startup,
        @Doc("How a pod stops") @Default("{}") Shutdown shutdown,

        @Doc("A service mesh proxy in each pod; absent means none") @Nullable Sidecar sidecar,

        @Doc("smooth: the CPU limit is a slower CPU; periods: the kernel's quota of each 100 ms (APP-04)")
        @Default("smooth")
        CpuThrottling cpuThrottling,

        @Doc("What a pod turns away with 503 rather than let it wait; absent means nothing") @Nullable LoadShedding loadShedding,

        @Inline PodTemplate template,

        @Doc("PodDisruptionBudget; absent means that an eviction asks nobody") @Nullable PodDisruptionBudget disruptionBudget,

        @Doc("critical (never on Spot alone), normal or deferrable") @Default("normal")
        Criticality criticality,

        @Doc("KEDA ScaledObject, instead of autoscaling; absent means none") @Nullable ScaledObject scaledObject,

        @Doc("How a new version is released, and taken back") @Default("{}")
        Rollout rollout) {

    /** @throws IllegalArgumentException if a limit is below its request, no CPU is requested, or two autoscalers contend */
    public Workload {
        nodePools = List.copyOf(nodePools);
        startup = startup.withReadiness(template.probes().readiness());
        if (autoscaling != null && scaledObject != null) {
            throw new IllegalArgumentException(
                    "scaledObject and autoscaling exclude each other: KEDA makes a HorizontalPodAutoscaler of its own");
        }
        if (requests.cpu().millis() == 0) {
            throw new IllegalArgumentException("requests.cpu is above 0: utilization is measured against it");
        }
        if (limits.cpu().compareTo(requests.cpu()) < 0 || limits.memory().compareTo(requests.memory()) < 0) {
            throw new IllegalArgumentException("limits are at least the requests, found limits " + limits.cpu() + ", "
                    + limits.memory() + " and requests " + requests.cpu() + ", " + requests.memory());
        }
        Integer maxQueue = loadShedding == null ? null : loadShedding.maxQueue();
        if (maxQueue != null && maxQueue > server.backlog()) {
            throw new IllegalArgumentException("loadShedding.maxQueue is at most the server's backlog, which is "
                    + server.backlog() + ", found " + maxQueue);
        }
    }

    /** A workload without a sidecar, whose limit is a slower CPU. */
    public Workload(
            String name,
            String namespace,
            Replicas replicas,
            @Nullable Autoscaling autoscaling,
            Resources requests,
            Resources limits,
            Server server,
            List<String> nodePools,
            ZoneSpread zoneSpread,
            @Nullable DatabaseClient databaseClient,
            Startup startup,
            Shutdown shutdown,
            @Nullable LoadShedding loadShedding) {
        this(
                name,
                namespace,
                replicas,
                autoscaling,
                requests,
                limits,
                server,
                nodePools,
                zoneSpread,
                databaseClient,
                startup,
                shutdown,
                null,
                CpuThrottling.SMOOTH,
                loadShedding,
                PodTemplate.ofDefaults(),
                null,
                Criticality.NORMAL,
                null,
                Rollout.ofDefaults());
    }
}
