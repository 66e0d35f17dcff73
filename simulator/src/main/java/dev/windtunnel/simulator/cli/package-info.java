/**
 * The command line: reads arguments, runs one {@link dev.windtunnel.simulator.cli.Simulation}, says what came of it.
 *
 * <p>The outermost room and a thin one: nothing here computes a result. Only here may anything be printed, the wall clock
 * be read and any exception be caught. Start with {@link dev.windtunnel.simulator.cli.Main}, then {@code RunCommand}.
 */
@NullMarked
package dev.windtunnel.simulator.cli;

import org.jspecify.annotations.NullMarked;
