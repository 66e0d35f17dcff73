/**
 * Rules about clusters and their nodes: versions, purchase, processors, Spot, quotas.
 *
 * <p>One class for each rule. Start with {@link dev.windtunnel.model.rule.compute.ComputeRules}.
 */
@NullMarked
package dev.windtunnel.model.rule.compute;

import org.jspecify.annotations.NullMarked;
