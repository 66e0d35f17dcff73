/**
 * Rules about what the design costs and what is done about it.
 *
 * <p>One class for each rule. Start with {@link dev.windtunnel.model.rule.cost.CostRules}.
 */
@NullMarked
package dev.windtunnel.model.rule.cost;

import org.jspecify.annotations.NullMarked;
