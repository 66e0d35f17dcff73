package dev.windtunnel.model.compute;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Distribution;

/**
 * A proxy of a service mesh beside the application's container. It handles each request on its way in, and each call to an
 * external service on its way out; statements and lookups go past it, as databases usually are excluded.
 *
 * <p>Its own time only adds to the latency of both sides; its CPU time is work in a container of its own, so it shares the
 * node, can be throttled by its own limit, and counts for the pod's utilization. Defaults are Istio's: resources of its
 * injector, 0.35 vCPU for 1,000 requests a second and 2.65 ms at the 90th percentile for two proxies (Istio 1.12 to 1.16,
 * performance summary; the shape is an estimate).
 */
@Doc("A service mesh proxy in each pod")
public record Sidecar(
        @Doc("Time that it adds to a request, and again to its response") @Default("lognormal(median 300us, sigma 0.6)")
        Distribution latency,

        @Doc("CPU time per request, both ways together, on the reference vCPU (m6i)") @Default("350us")
        Distribution cpu,

        @Doc("What the scheduler sets aside for it, on top of the workload's requests")
        @Default("{cpu: 100m, memory: 128Mi}")
        Resources requests,

        @Doc("What it may use at most") @Default("{cpu: 2, memory: 1Gi}")
        Resources limits) {

    /** @throws IllegalArgumentException if a limit is below its request */
    public Sidecar {
        if (limits.cpu().compareTo(requests.cpu()) < 0 || limits.memory().compareTo(requests.memory()) < 0) {
            throw new IllegalArgumentException("limits are at least the requests, found limits " + limits.cpu() + ", "
                    + limits.memory() + " and requests " + requests.cpu() + ", " + requests.memory());
        }
        if (limits.cpu().millis() == 0) {
            throw new IllegalArgumentException("limits.cpu is above 0");
        }
    }
}
