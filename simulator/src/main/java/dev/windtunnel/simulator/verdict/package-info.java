/**
 * What the numbers mean: objectives met or missed, who was hurt and for how long, what gives way first, what it cost.
 *
 * <p>Pure functions of a result, the scenario that asked, and the bill. No wording for people beyond names of steps: that is
 * the report's. Start with {@link dev.windtunnel.simulator.verdict.Verdict}.
 */
@NullMarked
package dev.windtunnel.simulator.verdict;

import org.jspecify.annotations.NullMarked;
