package dev.windtunnel.model.workload;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Distribution;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How browsers behave between the user and the load balancer (APP-25, DNS-05, DNS-06). */
@Doc("How the users' browsers behave")
public record Clients(
        @Doc(
                "Time after which the page gives a request up, counted from the click; browsers themselves wait on, so this is the application's own fetch timeout")
        @Default("30s")
        Duration timeout,

        @Doc("Requests of one visit, used to tell new connections from kept ones where the traffic does not say")
        @Default("20")
        int requestsPerSession,

        @Doc("How long a visit lasts (workload sheet, section 1)") @Default("5m")
        Duration sessionLength,

        @Doc("Idle time after which a browser opens a new connection (APP-25)") @Default("60s")
        Duration keepalive,

        @Doc("Round trip between browser and load balancer; a wide spread of users (estimate)")
        @Default("lognormal(median 30ms, sigma 0.6)")
        Distribution roundTrip,

        @Doc("Silence on one address after which a browser tries the next one (DNS-06, estimate)")
        @Default("uniform(3s, 21s)")
        Distribution fallback,

        @Doc("Longest wait for one attempt of a request; absent means that only timeout ends it") @Nullable Duration attemptTimeout,

        @Doc("Whether the server stops working for a client that has left; most servers do not notice")
        @Default("false")
        boolean cancel,

        @Doc("Retries; absent means none") @Nullable Retries retries,
        @Doc("Hedged requests; absent means none") @Nullable Hedge hedge) {

    /** @throws IllegalArgumentException if a count is below 1 or a time is zero */
    public Clients {
        if (requestsPerSession < 1) {
            throw new IllegalArgumentException("requestsPerSession is at least 1, found " + requestsPerSession);
        }
        if (timeout.isZero() || sessionLength.isZero() || keepalive.isZero()) {
            throw new IllegalArgumentException("timeout, sessionLength and keepalive are longer than 0s");
        }
        if (attemptTimeout != null && attemptTimeout.isZero()) {
            throw new IllegalArgumentException("attemptTimeout is longer than 0s");
        }
    }
}
