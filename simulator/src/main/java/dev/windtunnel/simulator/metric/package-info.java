/**
 * What is counted while the system runs: latency histograms, time series, per-minute counts.
 *
 * <p>Knows no cloud and no simulation; recording allocates nothing. Start with {@link
 * dev.windtunnel.simulator.metric.LatencyHistogram}.
 */
@NullMarked
package dev.windtunnel.simulator.metric;

import org.jspecify.annotations.NullMarked;
