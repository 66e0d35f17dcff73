/**
 * What RDS does when the database's zone is lost.
 *
 * <p>Start with {@link dev.windtunnel.simulator.policy.failover.DatabaseFailoverPolicy}.
 */
@NullMarked
package dev.windtunnel.simulator.policy.failover;

import org.jspecify.annotations.NullMarked;
