/**
 * What stands in a pod template and around it: containers, probes, placement, identity, security.
 *
 * <p>Only what is said of pods enters.
 *
 * <p>Start with {@link dev.windtunnel.model.compute.pod.PodTemplate}.
 */
@NullMarked
package dev.windtunnel.model.compute.pod;

import org.jspecify.annotations.NullMarked;
