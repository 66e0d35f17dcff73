/**
 * Rules about the database: copies of it, backups, storage, and when it is worked on.
 *
 * <p>One class for each rule. Start with {@link dev.windtunnel.model.rule.database.DatabaseRules}.
 */
@NullMarked
package dev.windtunnel.model.rule.database;

import org.jspecify.annotations.NullMarked;
