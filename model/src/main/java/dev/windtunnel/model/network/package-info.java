/**
 * VPC, availability zones, subnets, routes, endpoints, security groups, network ACLs, firewall, flow logs.
 *
 * <p>Addresses and routes; no traffic. Start with {@link dev.windtunnel.model.network.Vpc}.
 */
@NullMarked
package dev.windtunnel.model.network;

import org.jspecify.annotations.NullMarked;
