/**
 * Rules about accounts: who owns what, who may do what, who pays, and what watches over all of them.
 *
 * <p>One class for each rule. Start with {@link dev.windtunnel.model.rule.account.AccountRules}.
 */
@NullMarked
package dev.windtunnel.model.rule.account;

import org.jspecify.annotations.NullMarked;
