/**
 * The state of the running system: tables of pods, nodes, targets, DNS and database, and {@link
 * dev.windtunnel.simulator.world.state.Plant}, the seam between control and traffic.
 *
 * <p>Mutable, alive only during a run. Controllers and faults write here; a plant reads. Start with {@link
 * dev.windtunnel.simulator.world.state.WorldState}.
 */
@NullMarked
package dev.windtunnel.simulator.world.state;

import org.jspecify.annotations.NullMarked;
