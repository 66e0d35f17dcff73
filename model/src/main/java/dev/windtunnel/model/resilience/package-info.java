/**
 * What is meant to survive a region: patterns, targets and copies.
 *
 * <p>Promises and plans; what they are worth is the simulator's to say. Start with {@link dev.windtunnel.model.resilience.Recovery}.
 */
@NullMarked
package dev.windtunnel.model.resilience;

import org.jspecify.annotations.NullMarked;
