package dev.windtunnel.model.compute.node;

import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Inline;
import dev.windtunnel.model.notation.Named;

/** A label of a node or a pod, written {@code team: shop}. */
@Doc("A label")
public record Label(
        @Named String name, @Doc("Its value") @Inline String value) {

    private static final int LONGEST = 63;

    /** @throws IllegalArgumentException if the value is longer than Kubernetes takes */
    public Label {
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a label's value has at most " + LONGEST + " characters, found " + value.length());
        }
    }
}
