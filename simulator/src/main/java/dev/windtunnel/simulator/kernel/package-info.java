/**
 * Order of events, draws without state, distributions as tables, rings and heaps. Knows no cloud: it could simulate a
 * bakery.
 *
 * <p>Engine dialect only: ints and longs over primitive arrays, no allocation per event. Start with {@link
 * dev.windtunnel.simulator.kernel.Tournament}, then {@link dev.windtunnel.simulator.kernel.Keys}.
 */
@NullMarked
package dev.windtunnel.simulator.kernel;

import org.jspecify.annotations.NullMarked;
