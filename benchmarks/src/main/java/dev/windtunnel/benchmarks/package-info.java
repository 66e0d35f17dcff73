/**
 * Speed and memory, measured: whole runs of shipped scenarios, and the kernel's structures alone.
 *
 * <p>Nothing here is asserted; {@code benchmarks/run} prints one table. Start with {@link
 * dev.windtunnel.benchmarks.WholeRuns}.
 */
@NullMarked
package dev.windtunnel.benchmarks;

import org.jspecify.annotations.NullMarked;
