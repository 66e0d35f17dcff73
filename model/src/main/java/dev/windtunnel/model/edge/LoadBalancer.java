package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.time.Duration;

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

        @Doc("Target health check") @Default("{}") HealthCheck healthCheck) {

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
    }
}
