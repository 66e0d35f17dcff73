/**
 * Rules about what runs in a cluster and how it is governed: namespaces, admission, identity, probes, releases.
 *
 * <p>One class for each rule. Start with {@link dev.windtunnel.model.rule.kubernetes.KubernetesRules}.
 */
@NullMarked
package dev.windtunnel.model.rule.kubernetes;

import org.jspecify.annotations.NullMarked;
