package dev.windtunnel.model.compute.cluster;

import dev.windtunnel.model.compute.pod.PodSecurityLevel;
import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import org.jspecify.annotations.Nullable;

/** Pod Security Admission of a namespace (S30); without labels everything goes. */
@Doc("Pod Security Admission: privileged, baseline or restricted")
public record PodSecurity(
        @Doc("Standard below which pods are refused") @Default("privileged")
        PodSecurityLevel enforce,

        @Doc("Standard below which the author is warned; absent means none") @Nullable PodSecurityLevel warn,

        @Doc("Standard below which the audit log says so; absent means none") @Nullable PodSecurityLevel audit) {}
