package dev.windtunnel.model.scenario;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Share;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A service level objective: the share of requests that must be good. Without a latency a good request is one that
 * succeeded; with one it also answered in time, counted from the intended arrival.
 */
@Doc("A service level objective")
public record Objective(
        @Doc("Its name in reports") String name,
        @Doc("The share of requests that must be good") Share good,

        @Doc("Time within which a good request is answered; absent asks for availability only") @Nullable Duration latency,

        @Doc("Endpoint it is about; absent means all") @Nullable String endpoint,

        @Doc(
                "Where it is measured: client (as users feel it) or load-balancer (attempts as its log would show; those that clients gave up before an answer, 460, are bad)")
        @Default("client")
        View measured,

        @Doc("met, or missed where the scenario shows that the design fails") @Default("met")
        Expectation expect) {

    /** Where a request is measured. */
    public enum View {
        /** From the intended arrival to the last byte in the browser, lost connections included. */
        CLIENT,
        /**
         * Request, target and response processing time, and the status in the access log. A 460, whose client left before the
         * answer, is no good answer and counts as bad, though it is none of the load balancer's own 5xx (ALB-23).
         */
        LOAD_BALANCER
    }

    /** What the author of the scenario expects. */
    public enum Expectation {
        /** The objective holds. */
        MET,
        /** The objective does not hold, and the scenario is there to show it. */
        MISSED
    }

    /** @throws IllegalArgumentException if the latency is zero */
    public Objective {
        if (latency != null && latency.isZero()) {
            throw new IllegalArgumentException("latency is longer than 0s");
        }
    }
}
