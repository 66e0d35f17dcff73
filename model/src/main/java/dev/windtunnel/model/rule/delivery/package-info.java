/**
 * Rules about the way from a push to a running pod: pipeline, registry, admission, GitOps, and the way back.
 *
 * <p>One class for each rule. Start with {@link dev.windtunnel.model.rule.delivery.DeliveryRules}.
 */
@NullMarked
package dev.windtunnel.model.rule.delivery;

import org.jspecify.annotations.NullMarked;
