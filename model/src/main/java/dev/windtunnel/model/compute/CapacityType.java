package dev.windtunnel.model.compute;

/** How an instance is bought. */
public enum CapacityType {
    /** At list price, until terminated. */
    ON_DEMAND,
    /** Spare capacity, cheaper, reclaimed with two minutes' notice. */
    SPOT
}
