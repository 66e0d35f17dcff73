package dev.windtunnel.model.workload;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Share;
import java.time.Duration;

/**
 * A row that many writers want, such as a stock counter: one at a time, first come first served. The lock is held for
 * {@code hold} and then until the commit is durable, so the row carries at most {@code 1 / (hold + commit wait)} writes a
 * second.
 */
@Doc("A row that writers lock one after the other")
public record HotRow(
        @Doc("Share of the endpoint's requests that write this row") @Default("100%")
        Share share,

        @Doc("Time from the lock to the commit; the commit wait comes on top") @Default("0s")
        Duration hold) {}
