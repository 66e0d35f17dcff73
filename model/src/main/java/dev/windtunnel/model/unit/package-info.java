/**
 * Quantities with their units: money, shares, rates, sizes, CPU, addresses, clock time, distributions.
 *
 * <p>Only values enter here: immutable, validated when built, parsed from and printed to the notation that users write
 * ({@code 250m}, {@code 512Mi}, {@code 120ms}, {@code 99.9%}). Start with {@link dev.windtunnel.model.unit.Share}.
 */
@NullMarked
package dev.windtunnel.model.unit;

import org.jspecify.annotations.NullMarked;
