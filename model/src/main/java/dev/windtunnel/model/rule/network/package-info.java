/**
 * Rules about addresses, zones, routes and who may talk to whom.
 *
 * <p>One class for each rule. Start with {@link dev.windtunnel.model.rule.network.NetworkRules}.
 */
@NullMarked
package dev.windtunnel.model.rule.network;

import org.jspecify.annotations.NullMarked;
