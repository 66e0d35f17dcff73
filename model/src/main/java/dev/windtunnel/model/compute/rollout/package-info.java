/**
 * How a new version takes the place of the old one, and how it is taken back.
 *
 * <p>Only what is said of releases of one workload enters; pipelines are the delivery room's.
 *
 * <p>Start with {@link dev.windtunnel.model.compute.rollout.Rollout}.
 */
@NullMarked
package dev.windtunnel.model.compute.rollout;

import org.jspecify.annotations.NullMarked;
