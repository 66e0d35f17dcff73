/**
 * The whole design: organization, environments, and what the application serves.
 *
 * <p>Rules that hold between parts live here, each part's own rules in its room. Start with {@link dev.windtunnel.model.architecture.Architecture}.
 */
@NullMarked
package dev.windtunnel.model.architecture;

import org.jspecify.annotations.NullMarked;
