/**
 * Speed and memory, measured: queues beside peers, whole runs of scenarios, and the kernel's structures alone.
 *
 * <p>No time is asserted; {@code benchmarks/run} prints one table, each row beside its bar. Start with {@link
 * dev.windtunnel.benchmarks.SpeedTable}.
 */
@NullMarked
package dev.windtunnel.benchmarks;

import org.jspecify.annotations.NullMarked;
