/**
 * Rules about the servers inside the pods and their way to the database.
 *
 * <p>One class for each rule. Start with {@link dev.windtunnel.model.rule.application.ApplicationRules}.
 */
@NullMarked
package dev.windtunnel.model.rule.application;

import org.jspecify.annotations.NullMarked;
