package dev.windtunnel.model.rule.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Designs;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ApplicationRulesTest {

    private static final String PROD = "  prod:\n    account: prod";
    private static final String BACKEND = "environments.prod.workloads.backend.";
    private static final String CLIENT = "databaseClient: { poolSize: 4, poolOverflow: 0, prePing: true, recycle: 5m }";

    private static Designs prod(String piece, String by) {
        return Designs.shipped().after(PROD, piece, by);
    }

    @Nested
    class AServer {

        @Test
        void keepsConnectionsForLongerThanTheLoadBalancer() {
            DesignRule rule = new KeepaliveOutlastsBalancer();

            assertEquals(List.of(), Designs.shipped().found(rule));
            assertEquals(
                    List.of(BACKEND + "server.gunicorn.keepalive: expected a keepalive above the load balancer's idle "
                            + "timeout of 1m, found 1m"),
                    prod("keepalive: 75s", "keepalive: 60s").foundInProd(rule));
        }

        @Test
        void closesAfterEachResponseAnywayIfItsWorkersAreSync() {
            assertEquals(
                    List.of(),
                    prod("threads: 4, keepalive: 75s", "keepalive: 2s").found(new KeepaliveOutlastsBalancer()));
        }

        @Test
        void hasThreadsBehindALoadBalancer() {
            DesignRule rule = new SyncBehindBalancer();

            assertEquals(List.of(), Designs.shipped().found(rule));
            assertEquals(
                    List.of(
                            "environments.prod.workloads.api.server.gunicorn.threads: expected more than 1 thread behind a"
                                    + " load balancer, found 2 sync workers, each with one connection at a time"),
                    Designs.minimal().found(rule));
        }
    }

    @Nested
    class Connections {

        private final DesignRule rule = new PoolsWithinLimit();

        @Test
        void stayBelowTheLimit() {
            // (30 + 30) pods x 2 x 4 = 480, below the 844 that a db.m6g.large leaves.
            assertEquals(List.of(), Designs.shipped().found(rule));
        }

        @Test
        void countTheReleaseThatStandsBeside() {
            assertEquals(
                    List.of(BACKEND
                            + "databaseClient.poolSize: (30 + 30) backend pods x 2 processes x 4 = 480 connections"
                            + " exceed 479, the limit of 491 less 12 reserved"),
                    prod("      storage: 100Gi", "      storage: 100Gi\n      maxConnections: 491")
                            .foundInProd(rule));
            assertEquals(
                    List.of(),
                    prod("      storage: 100Gi", "      storage: 100Gi\n      maxConnections: 492")
                            .foundInProd(rule));
        }

        @Test
        void areAtMostOneForEachThread() {
            assertEquals(
                    List.of(),
                    prod("poolSize: 4, poolOverflow: 0", "poolSize: 40, poolOverflow: 40")
                            .foundInProd(rule));
        }

        @Test
        void areHeldAgainstTheClassWhereNothingElseIsSaid() {
            // A db.t4g.small has 2048 - 244 MiB for PostgreSQL: 198 connections.
            assertEquals(
                    List.of(BACKEND
                            + "databaseClient.poolSize: (30 + 30) backend pods x 2 processes x 4 = 480 connections"
                            + " exceed 186, the limit of 198 less 12 reserved"),
                    prod("class: db.m6g.large", "class: db.t4g.small").foundInProd(rule));
        }

        @Test
        void areHeldAgainstTheParameterThatSaysSo() {
            assertEquals(
                    List.of(BACKEND
                            + "databaseClient.poolSize: (30 + 30) backend pods x 2 processes x 4 = 480 connections"
                            + " exceed 388, the limit of 400 less 12 reserved"),
                    prod("{ name: rds.force_ssl, value: \"1\" }", "{ name: max_connections, value: \"400\" }")
                            .foundInProd(rule));
        }

        @Test
        void areTheProxysToShare() {
            assertEquals(
                    List.of(),
                    prod("class: db.m6g.large", "class: db.t4g.small\n      proxy: {}")
                            .foundInProd(rule));
        }
    }

    @Nested
    class ADatabaseClient {

        private final DesignRule rule = new StaleConnectionsFound();

        @Test
        void triesOrReplacesWhatItKeeps() {
            assertEquals(List.of(), Designs.shipped().found(rule));
            assertEquals(
                    List.of(BACKEND + "databaseClient: expected prePing: true or a recycle, found a pool that keeps "
                            + "connections untried"),
                    prod(CLIENT, "databaseClient: { poolSize: 4, poolOverflow: 0 }")
                            .foundInProd(rule));
            assertEquals(
                    List.of(),
                    prod(CLIENT, "databaseClient: { poolSize: 4, poolOverflow: 0, recycle: 5m }")
                            .foundInProd(rule));
        }

        @Test
        void doesNotWaitForLongerThanAFailover() {
            assertEquals(
                    List.of(BACKEND + "databaseClient.socketTimeout: expected at most 1m, as long as a short failover, "
                            + "found 16m"),
                    prod("prePing: true,", "prePing: true, socketTimeout: 16m,").foundInProd(rule));
        }
    }
}
