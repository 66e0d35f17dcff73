/**
 * What a finite simulation says about the long run, and how sure it is: intervals, warm-up cuts, stopping rules.
 *
 * <p>Pure functions over arrays of numbers; they know neither requests nor clouds. Special functions come from
 * commons-math3, everything else is here. A result that cannot be given (a run too short, a percentile out of reach of the
 * sample) is a value that says so, not an exception. Start with {@link dev.windtunnel.simulator.statistics.Interval}, then
 * {@link dev.windtunnel.simulator.statistics.Replications}.
 */
@NullMarked
package dev.windtunnel.simulator.statistics;

import org.jspecify.annotations.NullMarked;
