/**
 * What stands between the users and the cluster: DNS, certificates, WAF, Application Load Balancer, and what may stand before it.
 *
 * <p>Start with {@link dev.windtunnel.model.edge.LoadBalancer}.
 */
@NullMarked
package dev.windtunnel.model.edge;

import org.jspecify.annotations.NullMarked;
