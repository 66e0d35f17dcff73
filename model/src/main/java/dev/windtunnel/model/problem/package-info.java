/**
 * What is wrong with the user's input, said so that it can be mended.
 *
 * <p>Start with {@link dev.windtunnel.model.problem.Problem}.
 */
@NullMarked
package dev.windtunnel.model.problem;

import org.jspecify.annotations.NullMarked;
