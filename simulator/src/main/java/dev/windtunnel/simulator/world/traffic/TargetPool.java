package dev.windtunnel.simulator.world.traffic;

/**
 * The targets that a load balancer node chooses from, by one algorithm. Nothing here allocates for a request; arrays grow
 * when targets come.
 *
 * <p>What is outstanding at each pod stands in an {@link OutstandingCounts} that the pool reads and its owner writes: the
 * owner tells the pool of every change right after it was made.
 */
sealed interface TargetPool
        permits RoundRobinPool, RandomPool, TwoChoicesPool, LeastOutstandingPool, WeightedRandomPool {

    /** From now on these pods are the targets: the first {@code count} of the array, which stays the caller's. */
    void members(int[] pods, int count, long now);

    /** How many targets there are. */
    int size();

    /** The target for a request with the given key; there is one at least. */
    int pick(long key, long now);

    /** One more request is outstanding at a pod, where so many were; the pod may have left the pool. */
    default void sent(int pod, int before) {}

    /**
     * One request less is outstanding at a pod, where so many were; the pod may have left the pool.
     *
     * @param status what the load balancer logged, or 0 if the client left or nothing is known
     */
    default void ended(int pod, int before, int status, long now) {}

    /** A pod's slot serves a new pod: what was known of its predecessor is void. The targets are told anew afterwards. */
    default void started(int pod) {}

    /** Takes over the state of another pool, which follows the same algorithm. The counts that it reads are its owner's. */
    void copyFrom(TargetPool other);
}
