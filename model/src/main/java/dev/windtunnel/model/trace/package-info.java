/**
 * Recorded traffic: counts per interval, and their reader.
 *
 * <p>Start with {@link dev.windtunnel.model.trace.CountTrace}.
 */
@NullMarked
package dev.windtunnel.model.trace;

import org.jspecify.annotations.NullMarked;
