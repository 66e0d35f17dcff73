package dev.windtunnel.simulator.world.state;

/**
 * What carries the traffic. Controllers and faults speak to it through this interface only, so that the same ones drive a
 * plant that simulates every request and one that does not.
 *
 * <p>Times are nanoseconds since the start of the scenario and never fall from one call to the next.
 */
public interface Plant {

    /** Processes everything that happens before the given time. */
    void advance(long untilNanos);

    /** A node joins with so much CPU at a speed relative to the reference vCPU. */
    void nodeAdded(int node, int cpuMillis, double speed);

    /** A node's CPUs run at another speed from now on; 0 while they stand still. */
    void speedChanged(int node, double speed, long now);

    /** A pod begins to accept connections. */
    void podStarted(int pod, int workload, int node, int zone, long now);

    /** A pod accepts no further connections; it works on with what it has. */
    void podRefuses(int pod, long now);

    /**
     * A pod ends. What it was working on is lost: refused at once if the process died, unanswered if its zone fell silent.
     */
    void podEnded(int pod, boolean silent, long now);

    /** Requests that a pod works on or that wait at it. */
    int residents(int pod);

    /** CPU that a pod has used since it started, in core-nanoseconds. Computed, never stored. */
    double cpuUsedCoreNanos(int pod, long now);

    /** A zone falls silent: its load balancer node, and what passes through it. Its pods are ended one by one. */
    void zoneSilenced(int zone, long now);

    /** A zone answers again. */
    void zoneRestored(int zone, long now);

    /** A cache loses what it holds: its node was replaced, restarted or flushed. By index among the scenario's caches. */
    void cacheLost(int cache, long now);

    /** The database stops answering. */
    void databaseLost(long now);

    /** A database answers at the endpoint's address; connections to its predecessor are dead. */
    void databaseReachable(int zone, long now);
}
