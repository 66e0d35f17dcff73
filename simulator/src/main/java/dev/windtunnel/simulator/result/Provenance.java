package dev.windtunnel.simulator.result;

import java.util.List;

/**
 * What a result is a result of.
 *
 * @param schemaVersion of the stored form
 * @param version of Windtunnel
 * @param inputHash SHA-256 over everything that was read, hexadecimal
 * @param requestDigest commutative sum over all requests' outcomes, hexadecimal: equal digests mean equal runs
 * @param notSimulated what the design has and this run does not show
 * @param estimates assumptions without a source, each with its value
 */
public record Provenance(
        int schemaVersion,
        String version,
        String scenario,
        String architecture,
        String environment,
        String account,
        String region,
        long seed,
        String inputHash,
        String requestDigest,
        List<String> notSimulated,
        List<String> estimates) {

    /** Copies. */
    public Provenance {
        notSimulated = List.copyOf(notSimulated);
        estimates = List.copyOf(estimates);
    }
}
