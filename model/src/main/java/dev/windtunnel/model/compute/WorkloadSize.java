package dev.windtunnel.model.compute;

import dev.windtunnel.model.compute.node.ResourceAmount;
import dev.windtunnel.model.compute.pod.ExtraContainer;
import dev.windtunnel.model.compute.pod.InitContainer;
import dev.windtunnel.model.compute.scaling.ScaledObject;
import dev.windtunnel.model.compute.scaling.Trigger;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.CpuQuantity;
import dev.windtunnel.model.unit.Share;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How many pods a workload may have, and what each of them takes: what quotas, limits of pools and connection limits are held
 * against.
 *
 * @param fewest pods that the autoscaler leaves; 0 for a KEDA workload that may go to zero
 * @param most pods that the autoscaler wants; as many as fewest without one
 * @param beside pods of a new version that stand beside {@code most} old ones during a release
 * @param requests of a pod, with its sidecars, or of its largest init container if that is more (Kubernetes sheet, section 6)
 * @param limits of a pod; containers that say none do not count
 * @param target share of the requested CPU at which the autoscaler keeps the pods; null if it does not look at CPU
 */
public record WorkloadSize(
        int fewest,
        int most,
        int beside,
        Resources requests,
        Resources limits,
        @Nullable Share target) {

    /** Of a workload as it is written. */
    public static WorkloadSize of(Workload workload) {
        ScaledObject scaled = workload.scaledObject();
        int fewest = scaled == null ? workload.replicas().min() : scaled.minReplicaCount();
        int most = fewest;
        Share target = null;
        if (scaled != null) {
            most = scaled.maxReplicaCount();
            target = cpuTrigger(scaled);
        } else if (workload.autoscaling() != null) {
            most = workload.replicas().max();
            target = workload.autoscaling().cpu();
        }
        return new WorkloadSize(
                fewest,
                most,
                workload.rollout().strategy().podsBeside(most),
                requests(workload),
                limits(workload),
                target);
    }

    /** Pods while a release is under way at the highest load. */
    public int mostDuringRelease() {
        return most + beside;
    }

    private static @Nullable Share cpuTrigger(ScaledObject scaled) {
        for (Trigger trigger : scaled.triggers()) {
            if (trigger instanceof Trigger.Cpu cpu) {
                return cpu.utilization();
            }
        }
        return null;
    }

    private static Resources requests(Workload workload) {
        Sidecar proxy = workload.sidecar();
        Resources running = proxy == null ? workload.requests() : sum(workload.requests(), proxy.requests());
        Resources started = none();
        for (ExtraContainer extra : workload.template().sidecars()) {
            running = plus(running, extra.requests());
            started = extra.startsFirst() ? plus(started, extra.requests()) : started;
        }
        return withInit(running, started, workload, InitContainer::requests);
    }

    private static Resources limits(Workload workload) {
        Sidecar proxy = workload.sidecar();
        Resources running = proxy == null ? workload.limits() : sum(workload.limits(), proxy.limits());
        Resources started = none();
        for (ExtraContainer extra : workload.template().sidecars()) {
            running = plus(running, extra.limits());
            started = extra.startsFirst() ? plus(started, extra.limits()) : started;
        }
        return withInit(running, started, workload, InitContainer::limits);
    }

    /** Init containers run one after the other, beside the sidecars that start first and before all others. */
    private static Resources withInit(
            Resources running,
            Resources started,
            Workload workload,
            Function<InitContainer, @Nullable ResourceAmount> amount) {
        Resources most = running;
        for (InitContainer init : workload.template().initContainers()) {
            Resources during = plus(started, amount.apply(init));
            most = new Resources(
                    during.cpu().compareTo(most.cpu()) > 0 ? during.cpu() : most.cpu(),
                    during.memory().compareTo(most.memory()) > 0 ? during.memory() : most.memory());
        }
        return most;
    }

    private static Resources none() {
        return new Resources(new CpuQuantity(0), new ByteSize(0));
    }

    private static Resources plus(Resources sum, @Nullable ResourceAmount amount) {
        if (amount == null) {
            return sum;
        }
        CpuQuantity cpu = amount.cpu();
        ByteSize memory = amount.memory();
        return new Resources(
                cpu == null ? sum.cpu() : new CpuQuantity(sum.cpu().millis() + cpu.millis()),
                memory == null ? sum.memory() : new ByteSize(sum.memory().bytes() + memory.bytes()));
    }

    private static Resources sum(Resources one, Resources other) {
        return plus(one, new ResourceAmount(other.cpu(), other.memory()));
    }
}
