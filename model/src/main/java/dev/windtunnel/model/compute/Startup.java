package dev.windtunnel.model.compute;

import dev.windtunnel.model.compute.pod.Probe;
import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.Distribution;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** From a pod bound to a node to a pod that answers (Kubernetes sheet, section 4). */
@Doc("How a pod starts")
public record Startup(
        @Doc("Compressed image size, pulled once per node (EC2-04, ECR-02)") @Default("60MB")
        ByteSize image,

        @Doc("Time from container start to the first answer: imports, pools (APP-10, estimate)")
        @Default("lognormal(median 2.5s, sigma 0.4)")
        Distribution boot,

        @Doc("Period of the readiness probe; a pod gets ready on a probe, not before") @Default("10s")
        Duration readinessPeriod) {

    /** @throws IllegalArgumentException if the period is zero */
    public Startup {
        if (readinessPeriod.isZero()) {
            throw new IllegalArgumentException("readinessPeriod is longer than 0s");
        }
    }

    /** The same start with the period of this readiness probe, if it says one. */
    Startup withReadiness(@Nullable Probe readiness) {
        return readiness == null || readiness.period() == null ? this : new Startup(image, boot, readiness.period());
    }
}
