package dev.windtunnel.model.compute.cluster;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;

/** A class of pods that go before others (Kubernetes sheet, section 6). */
@Doc("A PriorityClass")
public record PriorityClass(
        @Named String name,

        @Doc("Priority; the higher goes first, at most 1000000000")
        int value,

        @Doc("Whether pods with a lower priority are removed to make room") @Default("true")
        boolean preempts) {

    private static final int MOST = 1_000_000_000;

    /** @throws IllegalArgumentException if the value is beyond what users may give */
    public PriorityClass {
        if (value < -MOST || value > MOST) {
            throw new IllegalArgumentException("value lies between -1000000000 and 1000000000, found " + value);
        }
    }
}
