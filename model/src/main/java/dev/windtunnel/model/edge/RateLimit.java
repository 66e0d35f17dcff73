package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Rate;

/**
 * A token bucket in front of the load balancer, as a gateway or an ingress has one: full at first, refilled continuously;
 * a request that finds no whole token is refused with 429. One bucket for all nodes.
 */
@Doc("Token bucket for all requests; what it refuses is answered with 429")
public record RateLimit(
        @Doc("Tokens that flow in, such as 100/s; more than none, at most 1000000/s")
        Rate rate,

        @Doc("Tokens that the bucket holds, 1 to 1000000") int burst) {

    /** The slowest refill that is told apart, in requests per second. */
    private static final double SLOWEST = 0.001;

    /** @throws IllegalArgumentException if the rate or the burst lets nothing through, or is beyond what is counted exactly */
    public RateLimit {
        if (rate.perSecond() < SLOWEST || rate.perSecond() > 1_000_000) {
            throw new IllegalArgumentException("rate lies between 0.001/s and 1000000/s, found " + rate);
        }
        if (burst < 1 || burst > 1_000_000) {
            throw new IllegalArgumentException("burst lies between 1 and 1000000, found " + burst);
        }
    }
}
