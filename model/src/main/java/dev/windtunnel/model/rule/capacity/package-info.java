/**
 * Rules about what is left when something is lost, and about limits that growth runs into.
 *
 * <p>One class for each rule; what several rules reckon with stands in classes of its own. Start with
 * {@link dev.windtunnel.model.rule.capacity.CapacityRules}.
 */
@NullMarked
package dev.windtunnel.model.rule.capacity;

import org.jspecify.annotations.NullMarked;
