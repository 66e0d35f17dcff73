/**
 * RDS for PostgreSQL.
 *
 * <p>Start with {@link dev.windtunnel.model.database.Database}.
 */
@NullMarked
package dev.windtunnel.model.database;

import org.jspecify.annotations.NullMarked;
