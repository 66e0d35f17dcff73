/**
 * What stands between the users and the cluster: DNS name and Application Load Balancer.
 *
 * <p>Start with {@link dev.windtunnel.model.edge.LoadBalancer}.
 */
@NullMarked
package dev.windtunnel.model.edge;

import org.jspecify.annotations.NullMarked;
