package dev.windtunnel.model.architecture;

import org.jspecify.annotations.Nullable;

/**
 * A vertex of the {@link ArchitectureGraph}: something that can be lost.
 *
 * @param id stable and unique in the architecture: {@code prod/alb/a}
 * @param kind what it is
 * @param name as people call it, without the environment
 * @param environment the environment that it belongs to; null for users and services outside
 * @param zone the zone that it is lost with; null if it stands in none, or survives any
 * @param path the keys of the YAML that declare it
 */
public record Component(
        String id,
        Kind kind,
        String name,
        @Nullable String environment,
        @Nullable String zone,
        String path) {

    /** What a component is. */
    public enum Kind {
        /** Those who ask. */
        USERS,
        /** The name's hosted zone and its records. */
        DNS,
        /** A node of the load balancer, in one zone. */
        LOAD_BALANCER_NODE,
        /** The pods of a workload in one zone. */
        PODS,
        /** A workload, wherever its pods stand. */
        WORKLOAD,
        /** The instance of a database that writes. */
        DATABASE_PRIMARY,
        /** The synchronous copy that takes over. */
        DATABASE_STANDBY,
        /** An asynchronous copy that answers reads. */
        DATABASE_REPLICA,
        /** The database, whichever instance answers. */
        DATABASE,
        /** A cache node. */
        CACHE,
        /** An SQS queue. */
        QUEUE,
        /** A way to the internet, in one zone. */
        NAT_GATEWAY,
        /** A service on the internet. */
        EXTERNAL_SERVICE;

        /** Whether it is what requests are for: a workload, or something that keeps or does their work. */
        public boolean isGoal() {
            return this == WORKLOAD || this == DATABASE || this == QUEUE || this == EXTERNAL_SERVICE;
        }
    }
}
