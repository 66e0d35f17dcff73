/**
 * Where requests come from and what each kind of request asks for.
 *
 * <p>Start with {@link dev.windtunnel.model.workload.TrafficSource}.
 */
@NullMarked
package dev.windtunnel.model.workload;

import org.jspecify.annotations.NullMarked;
