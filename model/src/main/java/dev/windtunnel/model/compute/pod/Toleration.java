package dev.windtunnel.model.compute.pod;

import dev.windtunnel.model.compute.node.Taint;
import dev.windtunnel.model.compute.node.TaintEffect;
import dev.windtunnel.model.notation.Doc;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What lets a pod stand on a tainted node (Kubernetes sheet, section 6). */
@Doc("A taint that the pod tolerates")
public record Toleration(
        @Doc("Key of the taint; absent means every taint") @Nullable String key,

        @Doc("Value of the taint; absent means any") @Nullable String value,

        @Doc("Effect of the taint; absent means any") @Nullable TaintEffect effect,

        @Doc("Time that it stays on a node with a no-execute taint; absent means for ever") @Nullable Duration duration) {

    /** @throws IllegalArgumentException if there is a value without a key */
    public Toleration {
        if (key == null && value != null) {
            throw new IllegalArgumentException("value is written with key");
        }
    }

    /** Whether it tolerates the taint. */
    public boolean tolerates(Taint taint) {
        return (key == null || key.equals(taint.key()))
                && (value == null || value.equals(taint.value()))
                && (effect == null || effect == taint.effect());
    }
}
