package dev.windtunnel.simulator.policy.health;

/**
 * The nodes of a zone.
 *
 * @param zone its name
 * @param ready nodes whose Ready condition is true
 * @param notReady nodes whose Ready condition is false or unknown
 */
public record ZoneNodes(String zone, int ready, int notReady) {

    /** @throws IllegalArgumentException if a count is negative */
    public ZoneNodes {
        if (ready < 0 || notReady < 0) {
            throw new IllegalArgumentException(
                    "counts of zone " + zone + " are not negative, found " + ready + " ready and " + notReady + " not");
        }
    }

    /** All of them. */
    public int total() {
        return ready + notReady;
    }
}
