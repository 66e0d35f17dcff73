/**
 * VPC, availability zones, subnets, NAT gateways.
 *
 * <p>Addresses and routes; no traffic. Start with {@link dev.windtunnel.model.network.Vpc}.
 */
@NullMarked
package dev.windtunnel.model.network;

import org.jspecify.annotations.NullMarked;
