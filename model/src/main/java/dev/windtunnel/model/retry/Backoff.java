package dev.windtunnel.model.retry;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;

/** Waits that grow from one retry to the next: {@code min(base x factor^n, cap)} before retry n, the first being 0. */
@Doc("Waits that grow from retry to retry: min(base x factor^n, cap)")
public record Backoff(
        @Doc("Wait before the first retry") @Default("1s") Duration base,

        @Doc("What each further wait is multiplied with, 1 to 10") @Default("2")
        double factor,

        @Doc("Longest wait") @Default("30s") Duration cap) {

    /** @throws IllegalArgumentException unless 1 <= factor <= 10 and base <= cap */
    public Backoff {
        if (!(factor >= 1 && factor <= 10)) {
            throw new IllegalArgumentException("factor lies between 1 and 10, found " + factor);
        }
        if (base.compareTo(cap) > 0) {
            throw new IllegalArgumentException("base is at most as long as cap, found base " + Durations.print(base)
                    + " and cap " + Durations.print(cap));
        }
    }

    /** The whole wait before a retry, the first one being number 0. */
    public Duration before(int retry) {
        double nanos = base.toNanos();
        for (int i = 0; i < retry && nanos < cap.toNanos(); i++) {
            nanos *= factor;
        }
        return Duration.ofNanos(Math.min((long) nanos, cap.toNanos()));
    }
}
