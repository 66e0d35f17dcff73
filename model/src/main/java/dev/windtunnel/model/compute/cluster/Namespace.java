package dev.windtunnel.model.compute.cluster;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import org.jspecify.annotations.Nullable;

/** A namespace and what holds for all in it (S20, S30, S32). */
@Doc("A namespace and what holds for all in it")
public record Namespace(
        @Named String name,

        @Doc("Defaults and bounds of containers; absent means none") @Nullable LimitRange limitRange,

        @Doc("Most that the namespace may hold; absent means no bound") @Nullable ResourceQuota resourceQuota,

        @Doc("Pod Security Admission") @Default("{}") PodSecurity podSecurity,

        @Doc("Network policies") @Default("{}") NetworkPolicies networkPolicies,

        @Doc("Whether a pod is ready only when its load balancer target is healthy; for ip targets (ALB-33)")
        @Default("false")
        boolean podReadinessGate) {}
