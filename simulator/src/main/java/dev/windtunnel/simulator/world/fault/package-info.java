/**
 * Effects of faults on the running system.
 *
 * <p>Knows effects, not faults: {@code compile} has lowered those. Start with {@link
 * dev.windtunnel.simulator.world.fault.FaultController}.
 */
@NullMarked
package dev.windtunnel.simulator.world.fault;

import org.jspecify.annotations.NullMarked;
