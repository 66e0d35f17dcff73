package dev.windtunnel.model.workload;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Share;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A cache in front of the database's reads: on a hit a request's reading statements are not sent.
 *
 * <p>What is modeled: a warm cache hits with a fixed probability, expiry and eviction included. A cold one hits nothing; each
 * miss that a warm cache would have answered brings its entry back once its statements have succeeded, so the hit ratio
 * comes back as {@code hitRatio (1 - exp(-lookups / warmUp))}, and does not come back while the database fails. The single
 * rate stands for the mixture of rates that a skewed popularity has: popular keys return sooner, rare ones later. Not
 * modeled: several requests that miss the same key at once, cooling by expiry in quiet hours, and replicas of a node: one in a
 * lost zone is gone until the zone is back, and is then empty.
 */
@Doc("A cache in front of the database's reads")
public record Cache(
        @Named String name,

        @Doc("node: an ElastiCache node that all pods share; process: memory of each worker process") @Default("node")
        CachePlace in,

        @Doc("Share of lookups that a warm cache answers") Share hitRatio,

        @Doc("Lookups after which an empty cache has 63% of its hit ratio back; of each process where it is in process")
        @Default("10000")
        int warmUp,

        @Doc("Whether it is empty at the start of the scenario") @Default("false")
        boolean cold,

        @Doc("The node's own time for a lookup, without the way to it") @Default("lognormal(median 300us, sigma 0.4)")
        Distribution latency,

        @Doc("Zone of the node; absent means the database's primary zone") @Nullable String zone,

        @Doc("Time after which a lookup in a node that does not answer counts as a miss") @Default("250ms")
        Duration timeout,

        @Doc("Lookups per second that the node carries; absent means any number") @Nullable Integer operationsPerSecond,

        @Doc("Bytes of a lookup and its answer, which cross zones where pod and node stand apart") @Default("2KB")
        ByteSize lookupSize) {

    /** @throws IllegalArgumentException if a number is below 1, or a cache in process has a zone or a capacity */
    public Cache {
        if (warmUp < 1) {
            throw new IllegalArgumentException("warmUp is at least 1, found " + warmUp);
        }
        if (operationsPerSecond != null && operationsPerSecond < 1) {
            throw new IllegalArgumentException("operationsPerSecond is at least 1, found " + operationsPerSecond);
        }
        if (timeout.isZero()) {
            throw new IllegalArgumentException("timeout is longer than 0s");
        }
        if (in == CachePlace.PROCESS && zone != null) {
            throw new IllegalArgumentException("zone is that of a node, found a cache in process");
        }
        if (in == CachePlace.PROCESS && operationsPerSecond != null) {
            throw new IllegalArgumentException("operationsPerSecond is that of a node, found a cache in process");
        }
    }
}
