/**
 * A question asked of an architecture: traffic, timeline, objectives, budget.
 *
 * <p>Start with {@link dev.windtunnel.model.scenario.Scenario}.
 */
@NullMarked
package dev.windtunnel.model.scenario;

import org.jspecify.annotations.NullMarked;
