package dev.windtunnel.model.compute;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.time.Duration;

/** From a pod's deletion to its end (Kubernetes sheet, section 4; ALB-32, ALB-33). */
@Doc("How a pod stops")
public record Shutdown(
        @Doc("preStop sleep, while the load balancer forgets the pod") @Default("0s")
        Duration preStop,

        @Doc("Time from deletion to KILL, the preStop sleep included") @Default("30s")
        Duration gracePeriod) {

    /** @throws IllegalArgumentException if the sleep outlasts the grace period */
    public Shutdown {
        if (preStop.compareTo(gracePeriod) > 0) {
            throw new IllegalArgumentException("preStop is at most gracePeriod");
        }
    }
}
