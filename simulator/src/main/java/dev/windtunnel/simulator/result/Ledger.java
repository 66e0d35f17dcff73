package dev.windtunnel.simulator.result;

import java.util.List;

/**
 * What AWS would have metered, in integers. A bill is ledger times price book.
 *
 * @param usages in the order of account, service, item, resource
 * @param loadBalancerHours what capacity units follow from, hour by hour
 */
public record Ledger(List<Usage> usages, List<LoadBalancerHour> loadBalancerHours) {

    /** Copies. */
    public Ledger {
        usages = List.copyOf(usages);
        loadBalancerHours = List.copyOf(loadBalancerHours);
    }

    /** What a quantity counts. */
    public enum Unit {
        /** Nanoseconds of something that is billed by the hour. */
        NANOSECONDS,
        /** Bytes moved. */
        BYTES,
        /** GiB of storage times nanoseconds held; billed by GB-month of 730 hours. */
        GIB_NANOSECONDS,
        /** Pieces. */
        COUNT
    }

    /** What is billed. */
    public enum Item {
        /** EC2 instance; resource is {@code type/capacity}, as {@code m6i.large/on-demand}. */
        INSTANCE,
        /** gp3 volume of a node. */
        NODE_VOLUME,
        /** EKS control plane. */
        CLUSTER,
        /** RDS instance; resource is {@code class/deployment}, as {@code db.m6g.large/multi-az}. */
        DATABASE_INSTANCE,
        /** RDS gp3 storage; resource is the deployment. */
        DATABASE_STORAGE,
        /** Load balancer hours. */
        LOAD_BALANCER,
        /** NAT gateway hours. */
        NAT_GATEWAY,
        /** Bytes through NAT gateways. */
        NAT_BYTES,
        /** Bytes between zones, counted once; AWS bills both directions. */
        CROSS_ZONE_BYTES,
        /** Bytes to the internet. */
        EGRESS_BYTES,
        /** Public IPv4 addresses. */
        PUBLIC_IPV4,
        /** Requests to SQS, each 64 KiB of payload counted as one; resource is the queue's name. */
        QUEUE_REQUESTS
    }

    /**
     * A metered amount.
     *
     * @param account who pays
     * @param resource what exactly, see {@link Item}; empty where the item says it all
     * @param quantity in the unit, never negative
     */
    public record Usage(String account, Item item, String resource, long quantity, Unit unit) {}

    /**
     * One hour of the load balancer (ALB-35).
     *
     * @param hour since the start of the scenario, from 0
     * @param nanos how much of the hour was simulated
     * @param newConnections client connections opened
     * @param activeConnectionMinutes sum over minutes of the connections active in each
     * @param processedBytes requests and responses
     * @param requests requests, each evaluated against the listener's rules
     */
    public record LoadBalancerHour(
            String account,
            int hour,
            long nanos,
            long newConnections,
            long activeConnectionMinutes,
            long processedBytes,
            long requests) {}
}
