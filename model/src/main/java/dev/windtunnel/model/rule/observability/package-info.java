/**
 * Rules about what is measured, how long it is kept, and whom it wakes.
 *
 * <p>One class for each rule. Start with {@link dev.windtunnel.model.rule.observability.ObservabilityRules}.
 */
@NullMarked
package dev.windtunnel.model.rule.observability;

import org.jspecify.annotations.NullMarked;
