/**
 * AWS Organizations: the organization and its accounts.
 *
 * <p>Who owns what and who is billed. Start with {@link dev.windtunnel.model.organization.Organization}.
 */
@NullMarked
package dev.windtunnel.model.organization;

import org.jspecify.annotations.NullMarked;
