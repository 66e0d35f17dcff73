package dev.windtunnel.model.catalog;

import dev.windtunnel.model.house.Exempt;
import java.util.Map;

/**
 * Single-thread speed of a family's vCPU, m6i is 1. All of it estimate: ten families are documented (APP-17), every
 * other one takes the figure of its nearest documented neighbor by maker and generation, rather low than high: later
 * generations than the documented ones count as the last documented one.
 *
 * @param basis {@code APP-17}, or {@code as m7g (APP-17)}
 */
@Exempt(from = "hash-order", because = "families are looked up by name and never iterated")
record RelativeSpeed(double factor, String basis) {

    private static final String FACT = "APP-17";

    private static final Map<String, Double> DOCUMENTED = Map.of(
            "t3a", 0.75, "t3", 0.85, "t4g", 0.85, "m5", 0.9, "m6g", 0.95, "c6g", 0.97, "m6i", 1.0, "c7g", 1.2, "m7g",
            1.15, "m7i", 1.15);

    /** @param family {@code m6i}, {@code c7gn}, {@code m7i-flex} */
    static RelativeSpeed of(String family) {
        Double documented = DOCUMENTED.get(family);
        if (documented != null) {
            return new RelativeSpeed(documented, FACT);
        }
        String neighbor = neighbor(family);
        return new RelativeSpeed(
                DOCUMENTED.getOrDefault(neighbor, 1.0), "estimate: as " + neighbor + " (" + FACT + ")");
    }

    /** The letter before the generation is the ratio of memory to CPU, the one after it the maker of the processor. */
    private static String neighbor(String family) {
        boolean wellFormed = family.length() >= 2 && family.charAt(1) >= '1' && family.charAt(1) <= '9';
        if (!wellFormed) {
            return "m6i";
        }
        char kind = family.charAt(0);
        int generation = family.charAt(1) - '0';
        char maker = family.length() > 2 ? family.charAt(2) : 'i';
        return switch (maker) {
            case 'g' -> (kind == 'c' ? "c" : "m") + (generation <= 6 ? "6g" : "7g");
            // The first EPYC is T3a's processor; c5a already has the second.
            case 'a' -> generation <= 5 && kind != 'c' ? "t3a" : intel(generation);
            default -> intel(generation);
        };
    }

    private static String intel(int generation) {
        return switch (generation) {
            case 1, 2, 3, 4, 5 -> "m5";
            case 6 -> "m6i";
            default -> "m7i";
        };
    }
}
