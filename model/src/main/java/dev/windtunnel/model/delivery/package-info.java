/**
 * From a push to a running pod: repositories, pipelines, registry, GitOps.
 *
 * <p>Who builds, checks, signs, stores and deploys what. Start with {@link dev.windtunnel.model.delivery.Delivery}.
 */
@NullMarked
package dev.windtunnel.model.delivery;

import org.jspecify.annotations.NullMarked;
