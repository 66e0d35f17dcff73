/**
 * Rules about data: where it may lie, with which key it is encrypted, and how credentials reach those who need them.
 *
 * <p>One class for each rule. Start with {@link dev.windtunnel.model.rule.protection.ProtectionRules}.
 */
@NullMarked
package dev.windtunnel.model.rule.protection;

import org.jspecify.annotations.NullMarked;
