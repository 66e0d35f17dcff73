/**
 * What theory knows without simulating: queues, networks, availability, retries, limits.
 *
 * <p>Pure mathematics in seconds and rates per second unless a parameter says otherwise; no simulation and no cloud. For
 * headroom, strata, previews, and as the other side of the simulator's checks. Everything holds its digits up to 10,000
 * servers: recursions only add what is positive. Start with {@link dev.windtunnel.simulator.analytic.ErlangC}.
 */
@NullMarked
package dev.windtunnel.simulator.analytic;

import org.jspecify.annotations.NullMarked;
