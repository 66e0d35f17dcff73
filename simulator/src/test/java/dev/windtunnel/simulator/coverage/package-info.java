/**
 * Whether what the customer writes moves something: each row of {@code docs/coverage.md} that is to change behavior or cost.
 *
 * <p>Start with {@link dev.windtunnel.simulator.coverage.MovingRowsTest}.
 */
@NullMarked
package dev.windtunnel.simulator.coverage;

import org.jspecify.annotations.NullMarked;
