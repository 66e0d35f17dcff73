package dev.windtunnel.simulator.world.traffic;

/**
 * Sees each request come to and leave the line and the workers of a workload's pods, as it happens. It changes nothing: with
 * or without one a run has the same digest. Times are nanoseconds since the start of the scenario.
 */
public interface StationProbe {

    /** A request comes to a pod of the workload, whether or not there is room for it. */
    void came(int workload, long now);

    /** It found no room: the backlog was full. */
    void refused(int workload, long now);

    /** It gets a worker after waiting so long, 0 if one was free. */
    void started(int workload, long waitedNanos, long now);

    /** It leaves the line before its turn: its patience was at its end, its client canceled it, or its pod ended. */
    void leftLine(int workload, long waitedNanos, long now);

    /** It leaves its worker, done or not; so long after it came, wait included. */
    void left(int workload, long sojournNanos, long now);

    /** A request's outcome is known to its client, at a latency from its intended start without the network's share. */
    void answered(int endpoint, boolean good, long latencyNanos, long now);
}
