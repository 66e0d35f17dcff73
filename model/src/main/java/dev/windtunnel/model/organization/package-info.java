/**
 * AWS Organizations: accounts, units and policies, who gets in, and who pays.
 *
 * <p>Who owns what and who is billed. Start with {@link dev.windtunnel.model.organization.Organization}.
 */
@NullMarked
package dev.windtunnel.model.organization;

import org.jspecify.annotations.NullMarked;
