package dev.windtunnel.simulator.analytic;

/** M/G/c/c: requests that find all servers busy are turned away. Insensitive to the law of the service time. */
public final class ErlangB {

    private ErlangB() {}

    /**
     * The share of requests turned away. By the recursion B(j) = a B(j-1) / (j + a B(j-1)) from B(0) = 1, which is stable
     * for any number of servers.
     *
     * @param servers c, at least 0
     * @param offeredLoad a, arrival rate times mean service time, erlangs
     */
    public static double blocking(int servers, double offeredLoad) {
        Check.atLeast(0, "servers", servers);
        Check.notNegative("offered load", offeredLoad);
        double blocking = 1;
        for (int j = 1; j <= servers; j++) {
            blocking = offeredLoad * blocking / (j + offeredLoad * blocking);
        }
        return blocking;
    }

    /** Mean number of busy servers: a (1 - B). */
    public static double busyServers(int servers, double offeredLoad) {
        return offeredLoad * (1 - blocking(servers, offeredLoad));
    }

    /** The fewest servers that turn away at most the given share, which must be above 0. */
    public static int serversFor(double offeredLoad, double mostBlocking) {
        Check.notNegative("offered load", offeredLoad);
        Check.positive("most blocking", Check.share("most blocking", mostBlocking));
        double blocking = 1;
        int servers = 0;
        while (blocking > mostBlocking) {
            servers++;
            blocking = offeredLoad * blocking / (servers + offeredLoad * blocking);
        }
        return servers;
    }
}
