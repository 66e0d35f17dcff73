package dev.windtunnel.model.compute.node;

import dev.windtunnel.model.notation.Doc;
import org.jspecify.annotations.Nullable;

/** A taint of a node (Kubernetes sheet, section 6). */
@Doc("A taint, which keeps away pods that do not tolerate it")
public record Taint(
        @Doc("Key, such as dedicated") String key,
        @Doc("Value; absent means the key alone") @Nullable String value,

        @Doc("no-schedule, prefer-no-schedule or no-execute")
        TaintEffect effect) {

    /** @throws IllegalArgumentException if the key is empty */
    public Taint {
        if (key.isBlank()) {
            throw new IllegalArgumentException("key is not empty");
        }
    }
}
