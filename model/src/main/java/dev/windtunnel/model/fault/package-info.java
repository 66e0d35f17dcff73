/**
 * What is broken on purpose.
 *
 * <p>A sealed family; the simulator lowers each to effects. Start with {@link dev.windtunnel.model.fault.Fault}.
 */
@NullMarked
package dev.windtunnel.model.fault;

import org.jspecify.annotations.NullMarked;
