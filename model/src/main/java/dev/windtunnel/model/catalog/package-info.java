/**
 * Instance types, database classes and prices: embedded CSV with provenance.
 *
 * <p>Start with {@link dev.windtunnel.model.catalog.Catalog}.
 */
@NullMarked
package dev.windtunnel.model.catalog;

import org.jspecify.annotations.NullMarked;
