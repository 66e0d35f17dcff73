/**
 * Rules about what is promised when data, a zone or the region is lost, and about those who have to keep the promise.
 *
 * <p>One class for each rule. Start with {@link dev.windtunnel.model.rule.recovery.RecoveryRules}.
 */
@NullMarked
package dev.windtunnel.model.rule.recovery;

import org.jspecify.annotations.NullMarked;
