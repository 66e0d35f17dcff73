package dev.windtunnel.simulator.analytic;

/**
 * Mean waits where service or arrivals are not exponential. All are infinite at or above full utilization. {@code scv} is a
 * squared coefficient of variation: 0 constant, 1 exponential.
 */
public final class GeneralQueue {

    private GeneralQueue() {}

    /**
     * M/G/1, exact (Pollaczek and Khinchine): rho / (1 - rho) x (1 + scv) / 2 x S.
     *
     * @return seconds in queue
     */
    public static double pollaczekKhinchineWait(double arrivalRate, double meanService, double serviceScv) {
        return allenCunneenWait(arrivalRate, 1, meanService, 1, serviceScv);
    }

    /**
     * G/G/c, approximate (Allen and Cunneen): the wait of M/M/c times (arrival scv + service scv) / 2. Exact for M/M/c and
     * M/G/1; some 10 to 20 % off for lognormal work and several servers.
     *
     * @return seconds in queue
     */
    public static double allenCunneenWait(
            double arrivalRate, int servers, double meanService, double arrivalScv, double serviceScv) {
        return new ErlangC(arrivalRate, servers, meanService).meanWait() * variability(arrivalScv, serviceScv);
    }

    /**
     * G/G/c, approximate and without a recursion (Sakasegawa 1977): rho^(sqrt(2(c+1)) - 1) / (c (1 - rho)) x (arrival scv +
     * service scv) / 2 x S.
     *
     * @return seconds in queue
     */
    public static double sakasegawaWait(
            double arrivalRate, int servers, double meanService, double arrivalScv, double serviceScv) {
        double rho = new ErlangC(arrivalRate, servers, meanService).utilization();
        if (rho >= 1) {
            return Double.POSITIVE_INFINITY;
        }
        double power = StrictMath.pow(rho, Math.sqrt(2 * (servers + 1.0)) - 1);
        return variability(arrivalScv, serviceScv) * power / (servers * (1 - rho)) * meanService;
    }

    private static double variability(double arrivalScv, double serviceScv) {
        return (Check.notNegative("arrival scv", arrivalScv) + Check.notNegative("service scv", serviceScv)) / 2;
    }
}
