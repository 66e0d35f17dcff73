package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.retry.Backoff;
import dev.windtunnel.model.retry.Jitter;
import dev.windtunnel.model.retry.RetryWords;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.model.unit.Share;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Retries by the load balancer's nodes, between the client's attempt and the targets. An Application Load Balancer does none
 * (workload sheet, section 8); Envoy does what its route says, and Istio tells it two on connection failures and 503, waits
 * from 25 ms on and other hosts than before.
 *
 * <p>Defaults are Istio's where it has one: max, waits, {@code on} as far as HTTP/1.1 knows it (connect-failure and 503), and
 * no bound, as Istio lifts Envoy's. Envoy's own budget, where one is written without numbers, is 20 % of the active requests
 * and three at least.
 */
@Doc(
        "Retries by the load balancer's nodes, as Envoy or an API gateway does them; an Application Load Balancer does none")
public record GatewayRetries(
        @Doc("Tries of one request beyond its first, 1 to 10") @Default("2")
        int max,

        @Doc("Longest wait for the answer of one target; absent means that only idleTimeout ends it") @Nullable Duration perTryTimeout,

        @Doc(
                "What is tried again: connect-failure (refused, or no connection in time), reset (closed before an answer), timeout (no answer in time), or an answer with status 500, 502, 503 or 504")
        @Default("[connect-failure, 503]")
        List<String> on,

        @Doc("Waits before the retries; absent means from 25ms to 250ms, as Envoy does")
        @Default("{ base: 25ms, factor: 2, cap: 250ms }")
        Backoff backoff,

        @Doc("Which part of a backoff is left to chance: full, none or equal") @Default("full")
        Jitter jitter,

        @Doc("Most retries, as a share of what budgetOf names; absent means no bound") @Nullable Share budget,

        @Doc(
                "What budget is a share of: active (retries at any time, of the requests that are active then, as Envoy counts) or requests (of those of the last 10 s)")
        @Default("active")
        BudgetOf budgetOf,

        @Doc("Retries at a time that budgetOf active allows however few requests there are, 0 to 1000") @Default("3")
        int budgetFloor,

        @Doc("Whether a target stops working for a try that was given up; most servers do not notice") @Default("false")
        boolean cancel) {

    /** What the budget of a gateway is a share of. */
    @Doc("What a budget is a share of")
    public enum BudgetOf {
        /** Retries under way or waiting for their turn, of the requests that the node holds. */
        ACTIVE,
        /** Retries of the last ten seconds, of the requests of the last ten seconds. */
        REQUESTS
    }

    /** A target refused the connection, or did not accept it in time. */
    public static final String CONNECT_FAILURE = "connect-failure";

    /** A target closed the connection before it answered. */
    public static final String RESET = "reset";

    /** A target did not answer in time. */
    public static final String TIMEOUT = "timeout";

    private static final List<String> WORDS = List.of(CONNECT_FAILURE, RESET, TIMEOUT, "500", "502", "503", "504");

    /** @throws IllegalArgumentException if a number is out of its range or {@code on} holds what is unknown */
    public GatewayRetries {
        on = List.copyOf(on);
        RetryWords.check(on, WORDS);
        if (max < 1 || max > 10) {
            throw new IllegalArgumentException(
                    "max lies between 1 and 10, found " + max + "; leave retries out for none");
        }
        if (perTryTimeout != null && perTryTimeout.isZero()) {
            throw new IllegalArgumentException("perTryTimeout is longer than 0s");
        }
        if (perTryTimeout != null && perTryTimeout.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("perTryTimeout is at most 1h, found " + Durations.print(perTryTimeout));
        }
        boolean hasFloor = budgetOf == BudgetOf.ACTIVE && budgetFloor > 0;
        if (budget != null && budget.value() == 0 && !hasFloor) {
            throw new IllegalArgumentException(
                    "budget is above 0%, or budgetFloor is with budgetOf active; leave retries" + " out for none");
        }
        if (budgetFloor < 0 || budgetFloor > 1000) {
            throw new IllegalArgumentException("budgetFloor lies between 0 and 1000, found " + budgetFloor);
        }
    }
}
