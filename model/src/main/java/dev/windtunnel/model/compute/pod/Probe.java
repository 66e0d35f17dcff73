package dev.windtunnel.model.compute.pod;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A probe of kubelet (Kubernetes sheet, section 4, whose defaults these are; APP-13). */
@Doc("A probe of kubelet")
public record Probe(
        @Doc("Path of an HTTP GET; absent means that a connection is enough") @Nullable String path,

        @Doc(
                "Whether the answer needs the database: of a liveness probe it turns a failover into a restart storm (APP-13)")
        @Default("false")
        boolean dependsOnDatabase,

        @Doc("Time between two probes; absent means 10s, for readiness what startup.readinessPeriod says") @Nullable Duration period,

        @Doc("Time after which no answer is a failure; 1s is too short for a pod that saturates its CPU (APP-13)")
        @Default("1s")
        Duration timeout,

        @Doc("Failures in a row that count") @Default("3") int failureThreshold,

        @Doc("Successes in a row that count; 1 for liveness and startup") @Default("1")
        int successThreshold,

        @Doc("Time from the container's start to the first probe") @Default("0s")
        Duration initialDelay) {

    private static final Duration USUAL_PERIOD = Duration.ofSeconds(10);

    /** @throws IllegalArgumentException if a threshold is below 1 or a time is zero */
    public Probe {
        if (path != null && !path.startsWith("/")) {
            throw new IllegalArgumentException("path begins with /, found " + path);
        }
        if (period != null && period.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("period is at least 1s, found " + Durations.print(period));
        }
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("timeout is at least 1s, found " + Durations.print(timeout));
        }
        if (failureThreshold < 1) {
            throw new IllegalArgumentException("failureThreshold is at least 1, found " + failureThreshold);
        }
        if (successThreshold < 1) {
            throw new IllegalArgumentException("successThreshold is at least 1, found " + successThreshold);
        }
    }

    /** Time between two probes, Kubernetes' default if none is said. */
    public Duration periodOrDefault() {
        return period == null ? USUAL_PERIOD : period;
    }

    /** From the first failure to the verdict, at most: each probe but the first after a period, the last one timing out. */
    public Duration detection() {
        return periodOrDefault().multipliedBy(failureThreshold).plus(timeout);
    }
}
