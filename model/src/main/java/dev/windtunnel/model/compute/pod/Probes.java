package dev.windtunnel.model.compute.pod;

import dev.windtunnel.model.notation.Doc;
import org.jspecify.annotations.Nullable;

/** The probes of the application's container (Kubernetes sheet, section 4). */
@Doc("Probes of the application's container")
public record Probes(
        @Doc("Until it succeeds the other two wait; absent means none") @Nullable Probe startup,

        @Doc(
                "While it fails the pod gets no traffic; absent means one of startup.readinessPeriod with Kubernetes' defaults")
        @Nullable Probe readiness,

        @Doc("When it fails the container is restarted; absent means none") @Nullable Probe liveness) {

    /** @throws IllegalArgumentException if a startup or liveness probe wants more than one success */
    public Probes {
        onceIsEnough("startup", startup);
        onceIsEnough("liveness", liveness);
    }

    private static void onceIsEnough(String key, @Nullable Probe probe) {
        if (probe != null && probe.successThreshold() != 1) {
            throw new IllegalArgumentException(
                    key + ".successThreshold is 1 for startup and liveness, found " + probe.successThreshold());
        }
    }

    /** No probe beside the readiness probe of the pod's start. */
    public static Probes none() {
        return new Probes(null, null, null);
    }
}
