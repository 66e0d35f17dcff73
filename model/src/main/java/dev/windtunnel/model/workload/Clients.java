package dev.windtunnel.model.workload;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.retry.Jitter;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.util.List;
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

        @Doc(
                "Whether the server stops working for a client that has left; most servers do not notice. What becomes of a statement that runs then, says databaseClient.onCancel")
        @Default("false")
        boolean cancel,

        @Doc("Retries; absent means none") @Nullable Retries retries,
        @Doc("Hedged requests; absent means none") @Nullable Hedge hedge) {

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if a count is below 1, a time is zero, or no retry or hedge that is asked for could
     *     ever be sent
     */
    public Clients {
        if (requestsPerSession < 1) {
            throw new IllegalArgumentException("requestsPerSession is at least 1, found " + requestsPerSession);
        }
        if (timeout.isZero() || sessionLength.isZero() || keepalive.isZero()) {
            throw new IllegalArgumentException("timeout, sessionLength and keepalive are longer than 0s");
        }
        if (attemptTimeout != null && (attemptTimeout.isZero() || attemptTimeout.compareTo(timeout) >= 0)) {
            throw new IllegalArgumentException("attemptTimeout is longer than 0s and shorter than timeout, which is "
                    + Durations.print(timeout) + ", found " + Durations.print(attemptTimeout));
        }
        if (retries != null) {
            canRetry(retries, timeout, attemptTimeout);
        }
        if (hedge != null && hedge.after().compareTo(timeout) >= 0) {
            throw new IllegalArgumentException("hedge.after is shorter than timeout, which is "
                    + Durations.print(timeout) + ": no hedge would be sent, found " + Durations.print(hedge.after()));
        }
    }

    private static void canRetry(Retries retries, Duration timeout, @Nullable Duration attemptTimeout) {
        if (attemptTimeout == null && retries.on().equals(List.of(Retries.TIMEOUTS))) {
            throw new IllegalArgumentException("retries.on holds timeout alone and attemptTimeout is absent: the"
                    + " request's own timeout ends its only attempt, so nothing is ever tried again");
        }
        Duration shortest = retries.backoff().base();
        boolean isTooLate = retries.delay() == null
                && retries.jitter() != Jitter.FULL
                && (retries.jitter() == Jitter.EQUAL ? shortest.dividedBy(2) : shortest).compareTo(timeout) >= 0;
        if (isTooLate) {
            throw new IllegalArgumentException("retries.backoff.base waits beyond timeout, which is "
                    + Durations.print(timeout) + ": no retry would be sent, found " + Durations.print(shortest));
        }
    }
}
