package dev.windtunnel.simulator.policy.failover;

/**
 * The luck of one failover: independent uniform draws in [0, 1).
 *
 * @param slow below 0.05 the failover is one of the slow ones (long crash recovery, RDS-02)
 * @param total length of the outage
 * @param detect time until the loss is noticed
 * @param dns time until the endpoint's name leads to the new primary
 * @param rebuild time until a new standby is in step
 * @param recover time until a single-AZ instance serves after its zone is back
 */
public record FailoverDraws(double slow, double total, double detect, double dns, double rebuild, double recover) {

    /** @throws IllegalArgumentException unless all lie in [0, 1) */
    public FailoverDraws {
        unit("slow", slow);
        unit("total", total);
        unit("detect", detect);
        unit("dns", dns);
        unit("rebuild", rebuild);
        unit("recover", recover);
    }

    private static void unit(String name, double draw) {
        if (!(draw >= 0 && draw < 1)) {
            throw new IllegalArgumentException("draw " + name + " lies in [0, 1), found " + draw);
        }
    }
}
