package dev.windtunnel.model.compute;

import dev.windtunnel.model.notation.Doc;

/** Bounds of a workload's size. */
@Doc("Bounds of the number of pods")
public record Replicas(
        @Doc("Fewest pods, at least 1") int min,
        @Doc("Most pods") int max) {

    /** @throws IllegalArgumentException unless 1 <= min <= max */
    public Replicas {
        if (min < 1) {
            throw new IllegalArgumentException("min is at least 1, found " + min);
        }
        if (max < min) {
            throw new IllegalArgumentException("max is at least min, found min " + min + " and max " + max);
        }
    }
}
