/**
 * What came of a run: immutable records, complete enough that every report is a pure function of them.
 *
 * <p>No computation beyond reading out; no clock, no date of the run, no paths. Start with {@link
 * dev.windtunnel.simulator.result.RunResult}.
 */
@NullMarked
package dev.windtunnel.simulator.result;

import org.jspecify.annotations.NullMarked;
