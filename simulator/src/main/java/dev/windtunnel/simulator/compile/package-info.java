/**
 * Turns a scenario's names into numbers, once: the only translator between the domain's dialect and the engine's.
 *
 * <p>Everything is resolved here (instance types, prices for offerings, distributions, clock times, effects of faults), so
 * that the world looks nothing up. Names are sorted before they are numbered: the order of declaration changes no byte of a
 * result. Start with {@link dev.windtunnel.simulator.compile.CompiledScenario}.
 */
@NullMarked
package dev.windtunnel.simulator.compile;

import org.jspecify.annotations.NullMarked;
