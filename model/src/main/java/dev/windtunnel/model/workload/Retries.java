package dev.windtunnel.model.workload;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.retry.Backoff;
import dev.windtunnel.model.retry.Jitter;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Share;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Retries by the client: by its library, or by its user who clicks again. Browsers do none on their own; TanStack Query does
 * three, after 1, 2 and 4 s without jitter; the AWS SDKs two, with full jitter and a budget (workload sheet, section 8).
 *
 * <p>Users who reload are retries too: {@code attemptTimeout: 5s} and {@code retries: {max: 1, delay: uniform(0s, 5s), chance:
 * 40%, on: [timeout]}} is four in ten who click again 5 to 10 s after a click without answer.
 */
@Doc("Retries by the client; none unless written")
public record Retries(
        @Doc("Retries of a request beyond its first attempt, 1 to 20") @Default("3")
        int max,

        @Doc("Waits before the retries") @Default("{}") Backoff backoff,

        @Doc("Which part of a backoff is left to chance: full, none or equal") @Default("full")
        Jitter jitter,

        @Doc("Wait before each retry, instead of backoff and jitter") @Nullable Distribution delay,

        @Doc("Probability that a client who may retry does") @Default("100%")
        Share chance,

        @Doc(
                "Retries and hedges allowed, as a share of the requests of the last 10 s, all clients together; 10% is the SRE book's; absent means no bound")
        @Nullable Share budget,

        @Doc("What is tried again: 5xx (the server answered with an error), timeout (no answer)")
        @Default("[5xx, timeout]")
        List<String> on) {

    /** A retry of an answer of 500 or above. */
    public static final String ERRORS = "5xx";

    /** A retry of an attempt without an answer in time. */
    public static final String TIMEOUTS = "timeout";

    /** @throws IllegalArgumentException if max is out of its range or {@code on} holds an unknown word or none */
    public Retries {
        on = List.copyOf(on);
        if (budget != null && budget.value() == 0) {
            throw new IllegalArgumentException("budget is above 0%; leave retries out for none");
        }
        if (max < 1 || max > 20) {
            throw new IllegalArgumentException("max lies between 1 and 20, found " + max);
        }
        if (on.isEmpty() || !List.of(ERRORS, TIMEOUTS).containsAll(on)) {
            throw new IllegalArgumentException("on holds 5xx, timeout or both, found " + String.join(", ", on));
        }
    }
}
