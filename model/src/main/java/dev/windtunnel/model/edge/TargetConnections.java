package dev.windtunnel.model.edge;

/** How the connections between a load balancer's nodes and their targets are simulated. */
public enum TargetConnections {
    /** As one number for each target: a request takes a kept one if there is any; none is closed at a bad moment. */
    COUNTED,
    /**
     * Each for itself, by node and target: whichever side's idle timeout is shorter closes it, and a request that a node sends
     * while the target's closing is under way to it is answered 502 (APP-08).
     */
    TRACKED
}
