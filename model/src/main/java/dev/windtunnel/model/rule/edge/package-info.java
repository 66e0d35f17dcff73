/**
 * Rules about what stands between users and pods: names, certificates, web ACLs, the load balancer.
 *
 * <p>One class for each rule. Start with {@link dev.windtunnel.model.rule.edge.EdgeRules}.
 */
@NullMarked
package dev.windtunnel.model.rule.edge;

import org.jspecify.annotations.NullMarked;
