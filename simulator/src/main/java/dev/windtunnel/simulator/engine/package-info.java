/**
 * Runs a compiled scenario and gathers what came of it.
 *
 * <p>Knows when a run is over and what is read out at each minute; decides nothing. Start with {@link
 * dev.windtunnel.simulator.engine.ExactRun}.
 */
@NullMarked
package dev.windtunnel.simulator.engine;

import org.jspecify.annotations.NullMarked;
