/**
 * Recorded traffic: counts per interval, requests one by one, and the readers of the files that hold them.
 *
 * <p>Start with {@link dev.windtunnel.model.trace.CountTrace}.
 */
@NullMarked
package dev.windtunnel.model.trace;

import org.jspecify.annotations.NullMarked;
