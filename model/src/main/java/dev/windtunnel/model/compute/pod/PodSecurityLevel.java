package dev.windtunnel.model.compute.pod;

/** The Pod Security Standards, from the widest to the strictest (S30). */
public enum PodSecurityLevel {
    /** Everything goes. */
    PRIVILEGED,
    /** No privileged containers, host namespaces or host paths. */
    BASELINE,
    /** Further no root, no privilege escalation, no capabilities, and a seccomp profile. */
    RESTRICTED
}
