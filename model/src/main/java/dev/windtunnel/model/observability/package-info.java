/**
 * Metrics, logs, traces and alarms: what is collected, where it goes and who is woken.
 *
 * <p>Sinks and routes; no values. Start with {@link dev.windtunnel.model.observability.Observability}.
 */
@NullMarked
package dev.windtunnel.model.observability;

import org.jspecify.annotations.NullMarked;
