package dev.windtunnel.model.compute;

import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a pod turns away with 503 rather than let it wait: a bounded queue, or a queue that drops what has waited too long.
 * gunicorn does neither, a full listen queue drops connections in silence (APP-05); a proxy or a middleware in front of the
 * workers does.
 */
@Doc("What a pod turns away with 503 rather than let it wait")
public record LoadShedding(
        @Doc(
                "Requests that wait for a worker at most; further ones are answered 503 at once. Absent means the server's backlog, which drops connections in silence")
        @Nullable Integer maxQueue,

        @Doc(
                "Longest wait for a worker, after which a request is answered 503 without being worked on; absent means no limit")
        @Nullable Duration maxQueueWait) {

    /** @throws IllegalArgumentException if nothing is bounded or a bound is out of its range */
    public LoadShedding {
        if (maxQueue == null && maxQueueWait == null) {
            throw new IllegalArgumentException("maxQueue, maxQueueWait or both are written, found neither");
        }
        if (maxQueue != null && (maxQueue < 0 || maxQueue > 1_000_000)) {
            throw new IllegalArgumentException("maxQueue lies between 0 and 1000000, found " + maxQueue);
        }
        if (maxQueueWait != null && (maxQueueWait.isZero() || maxQueueWait.compareTo(Duration.ofHours(1)) > 0)) {
            throw new IllegalArgumentException(
                    "maxQueueWait is longer than 0s and at most 1h, found " + Durations.print(maxQueueWait));
        }
    }
}
