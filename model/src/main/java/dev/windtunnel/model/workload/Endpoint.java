package dev.windtunnel.model.workload;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Share;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kind of request: who answers it, what work it is, how many bytes it moves. */
@Doc("A kind of request that the application serves")
public record Endpoint(
        @Named String name,
        @Doc("Workload that answers it") String workload,
        @Doc("HTTP method") @Default("GET") String method,
        @Doc("Path, for reports") String path,

        @Doc("Its share of all requests; the shares add up to 100%")
        Share share,

        @Doc("CPU time per request on the reference vCPU (m6i), without waiting (APP-16)")
        Distribution cpu,

        @Doc("SQL statements per request, run one after the other") @Default("0")
        int queries,

        @Doc("Database CPU time per statement (RDS-26)") @Default("0s")
        Distribution queryTime,

        @Doc("Whether the request writes, so that its last statement waits for the commit (RDS-27)") @Default("false")
        boolean writes,

        @Doc("Bytes of a request, headers included") @Default("1KB")
        ByteSize requestSize,

        @Doc("Bytes of a response, headers included") @Default("8KB")
        ByteSize responseSize,

        @Doc(
                "8 KiB pages that each statement reads; those not cached are read from storage where the database has a capacity")
        @Default("0")
        int pagesPerQuery,

        @Doc("primary or replica: which copy answers its statements (RDS-28)") @Default("primary")
        ReadsFrom readsFrom,

        @Doc("A row that its writes lock one after the other; absent means none") @Nullable HotRow hotRow,

        @Doc("Cache that its reads go through, by name; absent means none") @Nullable String cache,

        @Doc("Calls to external services in the course of a request") @Default("[]")
        List<ExternalCall> externalCalls) {

    /** @throws IllegalArgumentException if queries are negative or without time */
    public Endpoint {
        externalCalls = List.copyOf(externalCalls);
        if (cache != null && queries - (writes ? 1 : 0) < 1) {
            throw new IllegalArgumentException("cache needs a statement that reads, found queries " + queries
                    + (writes ? ", of which the last one writes" : ""));
        }
        if (queries < 0 || queries > 50) {
            throw new IllegalArgumentException("queries lies between 0 and 50, found " + queries);
        }
        if (queries > 0 && queryTime.meanSeconds() == 0) {
            throw new IllegalArgumentException("queryTime is needed where queries is above 0");
        }
        if (pagesPerQuery < 0) {
            throw new IllegalArgumentException("pagesPerQuery is not negative, found " + pagesPerQuery);
        }
        if (writes && readsFrom == ReadsFrom.REPLICA) {
            throw new IllegalArgumentException("a request that writes goes to the primary, found readsFrom replica");
        }
        if (hotRow != null && !writes) {
            throw new IllegalArgumentException("a hotRow is locked by writes, found writes false");
        }
        if (writes && queries == 0) {
            throw new IllegalArgumentException("a request that writes has at least one query");
        }
    }

    /** An endpoint whose statements are all sent, and that calls nobody outside. */
    public Endpoint(
            String name,
            String workload,
            String method,
            String path,
            Share share,
            Distribution cpu,
            int queries,
            Distribution queryTime,
            boolean writes,
            ByteSize requestSize,
            ByteSize responseSize,
            int pagesPerQuery,
            ReadsFrom readsFrom,
            @Nullable HotRow hotRow) {
        this(
                name,
                workload,
                method,
                path,
                share,
                cpu,
                queries,
                queryTime,
                writes,
                requestSize,
                responseSize,
                pagesPerQuery,
                readsFrom,
                hotRow,
                null,
                List.of());
    }
}
