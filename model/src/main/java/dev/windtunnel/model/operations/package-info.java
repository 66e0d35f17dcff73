/**
 * How people run the design: runbooks, game days, infrastructure as code.
 *
 * <p>What is written down before it is needed. Start with {@link dev.windtunnel.model.operations.Operations}.
 */
@NullMarked
package dev.windtunnel.model.operations;

import org.jspecify.annotations.NullMarked;
