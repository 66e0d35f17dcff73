package dev.windtunnel.model.operations;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to do when something is broken; a failed drill names it (S69). */
@Doc("What to do when something is broken")
public record Runbook(
        @Named String name,

        @Doc("What it is for, in words") String title,

        @Doc("Where it is found; absent means that it is all here") @Nullable String url,

        @Doc("Faults that it is for, such as az-loss; empty means none that is simulated") @Default("[]")
        List<String> faults,

        @Doc("What to do, in order") @Default("[]") List<String> steps,

        @Doc("Who keeps it true; absent means nobody") @Nullable String owner) {

    /** @throws IllegalArgumentException if it neither says what to do nor where that is written */
    public Runbook {
        faults = List.copyOf(faults);
        steps = List.copyOf(steps);
        if (url == null && steps.isEmpty()) {
            throw new IllegalArgumentException("steps or url say what to do, found neither");
        }
    }
}
