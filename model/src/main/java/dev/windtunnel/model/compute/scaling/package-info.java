/**
 * How the number of pods follows the load: metrics and pace of the HorizontalPodAutoscaler, and KEDA.
 *
 * <p>Only what is said of scaling pods enters; nodes are another room.
 *
 * <p>Start with {@link dev.windtunnel.model.compute.scaling.ScaledObject}.
 */
@NullMarked
package dev.windtunnel.model.compute.scaling;

import org.jspecify.annotations.NullMarked;
