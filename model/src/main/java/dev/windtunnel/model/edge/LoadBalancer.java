package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Inline;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An Application Load Balancer with one node in each zone of the VPC, targets by pod address (S15, S26, S28). */
@Doc("The Application Load Balancer in front of the cluster")
public record LoadBalancer(
        @Doc("Whether a node sends to targets of all zones (ALB-18)") @Default("true")
        boolean crossZone,

        @Doc("Time without bytes after which a connection is given up, 1s to 4000s (ALB-22, ALB-30)") @Default("60s")
        Duration idleTimeout,

        @Doc("Time for a TCP connection to a target, fixed by the service (ALB-22)") @Default("10s")
        Duration connectTimeout,

        @Doc("Time a deregistered target may finish what it has, 0s to 3600s (ALB-31)") @Default("300s")
        Duration deregistrationDelay,

        @Doc("Whether a TLS listener on 443 with an ACM certificate terminates HTTPS") @Default("true")
        boolean tls,

        @Doc("Target health check") @Default("{}") HealthCheck healthCheck,

        @Doc("How a node chooses a target (ALB-17); the last two are other proxies'") @Default("round-robin")
        BalancingAlgorithm algorithm,

        @Doc("Whether weighted-random lowers the weight of targets that answer with errors") @Default("false")
        boolean anomalyMitigation,

        @Doc("Whether a node prefers targets of its zone as far as their share of all targets allows (Envoy's rule)")
        @Default("false")
        boolean zoneAware,

        @Doc("Time over which a new target's share grows, 30s to 900s; 0s is off; round-robin only (ALB-19)")
        @Default("0s")
        Duration slowStart,

        @Doc("Requests let through; absent means all") @Nullable RateLimit rateLimit,

        @Doc("How it speaks to its targets") @Default("{}") TargetGroup targetGroup,

        @Doc(
                "Retries between the load balancer and its targets, as Envoy does them; absent means none, as with an Application Load Balancer")
        @Nullable GatewayRetries retries,

        @Inline Exposure exposure) {

    /** @throws IllegalArgumentException outside the ranges that the service accepts */
    public LoadBalancer {
        if (idleTimeout.toMillis() < 1000 || idleTimeout.toSeconds() > 4000) {
            throw new IllegalArgumentException("idleTimeout lies between 1s and 4000s");
        }
        if (connectTimeout.isZero()) {
            throw new IllegalArgumentException("connectTimeout is longer than 0s");
        }
        if (deregistrationDelay.toSeconds() > 3600) {
            throw new IllegalArgumentException("deregistrationDelay lies between 0s and 3600s");
        }
        if (anomalyMitigation && algorithm != BalancingAlgorithm.WEIGHTED_RANDOM) {
            throw new IllegalArgumentException("anomalyMitigation needs algorithm: weighted-random");
        }
        if (zoneAware && !crossZone) {
            throw new IllegalArgumentException("zoneAware needs crossZone: true; without it a node has one zone only");
        }
        if (!slowStart.isZero() && algorithm != BalancingAlgorithm.ROUND_ROBIN) {
            throw new IllegalArgumentException("slowStart needs algorithm: round-robin");
        }
        if (!slowStart.isZero() && (slowStart.toMillis() < 30_000 || slowStart.toMillis() > 900_000)) {
            throw new IllegalArgumentException(
                    "slowStart is 0s or lies between 30s and 900s, found " + Durations.print(slowStart));
        }
        if (!exposure.listeners().isEmpty() && exposure.forwardsTls() != tls) {
            throw new IllegalArgumentException("listeners has "
                    + (tls ? "no https one; write tls: false too" : "an https one; leave tls: false out"));
        }
        Duration perTry = retries == null ? null : retries.perTryTimeout();
        if (perTry != null && perTry.compareTo(idleTimeout) >= 0) {
            throw new IllegalArgumentException("retries.perTryTimeout is shorter than idleTimeout, which is "
                    + Durations.print(idleTimeout) + ", found " + Durations.print(perTry));
        }
    }

    /** A load balancer that takes turns among all targets and lets everything through. */
    public static LoadBalancer inTurns(
            boolean crossZone,
            Duration idleTimeout,
            Duration connectTimeout,
            Duration deregistrationDelay,
            boolean tls,
            HealthCheck healthCheck) {
        return new LoadBalancer(
                crossZone,
                idleTimeout,
                connectTimeout,
                deregistrationDelay,
                tls,
                healthCheck,
                BalancingAlgorithm.ROUND_ROBIN,
                false,
                false,
                Duration.ZERO,
                null,
                new TargetGroup(TargetProtocol.HTTP, Duration.ZERO, TargetConnections.COUNTED),
                null,
                new Exposure());
    }
}
