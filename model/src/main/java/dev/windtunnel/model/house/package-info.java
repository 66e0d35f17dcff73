/**
 * How code says that a rule of the house does not hold for it, and why.
 *
 * <p>Only annotations enter; every other room may carry them. Start with {@link dev.windtunnel.model.house.Exempt}.
 */
@NullMarked
package dev.windtunnel.model.house;

import org.jspecify.annotations.NullMarked;
