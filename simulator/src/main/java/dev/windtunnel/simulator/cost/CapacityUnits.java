package dev.windtunnel.simulator.cost;

import dev.windtunnel.simulator.result.Ledger.LoadBalancerHour;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Load balancer capacity units (ALB-35).
 *
 * <p>One unit holds 25 new connections a second, 3,000 active connections a minute, 1 GB an hour of requests and responses,
 * and 1,000 rule evaluations a second. Of each hour the dimension that needs most units is billed. Counts are totals of
 * the hour, so a unit for a whole hour holds 90,000 new connections, 180,000 connection-minutes, 2^30 bytes and 3.6
 * million evaluations, and an hour that was simulated in part needs no further scaling: its totals are of that part.
 *
 * @param quantity in LCU-hours, exact
 * @param boundHours how many hours each dimension bound; hours without load are in none
 * @param hours how many hours there are
 */
record CapacityUnits(Quantity quantity, Map<Dimension, Integer> boundHours, int hours) {

    /** Rules that are evaluated without charge. */
    static final int FREE_RULES = 10;

    /** The least common multiple of what a unit holds per hour over all dimensions: all shares of it are whole. */
    private static final BigInteger PARTS = BigInteger.valueOf((1L << 30) * 28_125);

    /** What is counted, in the order in which ties are named. */
    enum Dimension {
        NEW_CONNECTIONS("new connections", 25L * 3600),
        ACTIVE_CONNECTIONS("active connections", 3000L * 60),
        PROCESSED_BYTES("processed bytes", 1L << 30),
        RULE_EVALUATIONS("rule evaluations", 1000L * 3600);

        private final String label;
        private final long perUnitHour;

        Dimension(String label, long perUnitHour) {
            this.label = label;
            this.perUnitHour = perUnitHour;
        }

        private long count(LoadBalancerHour hour, int rules) {
            return switch (this) {
                case NEW_CONNECTIONS -> hour.newConnections();
                case ACTIVE_CONNECTIONS -> hour.activeConnectionMinutes();
                case PROCESSED_BYTES -> hour.processedBytes();
                case RULE_EVALUATIONS -> Math.multiplyExact(hour.requests(), Math.max(0, rules - FREE_RULES));
            };
        }

        private BigInteger parts(LoadBalancerHour hour, int rules) {
            return BigInteger.valueOf(count(hour, rules)).multiply(PARTS.divide(BigInteger.valueOf(perUnitHour)));
        }
    }

    /**
     * The units of one load balancer over its hours.
     *
     * @param rules of the listener; every request is evaluated against all of them, the first ten are free
     */
    static CapacityUnits of(List<LoadBalancerHour> hours, int rules) {
        BigInteger parts = BigInteger.ZERO;
        Map<Dimension, Integer> bound = new EnumMap<>(Dimension.class);
        for (LoadBalancerHour hour : hours) {
            Dimension binding = Dimension.NEW_CONNECTIONS;
            BigInteger most = binding.parts(hour, rules);
            for (Dimension dimension : Dimension.values()) {
                BigInteger needed = dimension.parts(hour, rules);
                if (needed.compareTo(most) > 0) {
                    binding = dimension;
                    most = needed;
                }
            }
            parts = parts.add(most);
            if (most.signum() > 0) {
                bound.merge(binding, 1, Integer::sum);
            }
        }
        return new CapacityUnits(new Quantity(parts, PARTS), bound, hours.size());
    }

    /** In words: {@code bound by active connections in 20 of 24 hours}, the dimension of most hours first. */
    String binding() {
        if (boundHours.isEmpty()) {
            return "no load";
        }
        return "bound by "
                + boundHours.entrySet().stream()
                        .sorted(Map.Entry.<Dimension, Integer>comparingByValue().reversed())
                        .map(entry -> entry.getKey().label + " in " + entry.getValue() + " of " + hours + " h")
                        .collect(Collectors.joining(", "));
    }
}
