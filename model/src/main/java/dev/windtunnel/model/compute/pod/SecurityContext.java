package dev.windtunnel.model.compute.pod;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;

/** What pods may do to their node (S30, S53); Kubernetes' defaults, which the restricted standard refuses. */
@Doc("What the pods may do to their node")
public record SecurityContext(
        @Doc("Whether containers that run as root are refused") @Default("false")
        boolean runAsNonRoot,

        @Doc("System calls that are filtered: unconfined, runtime-default or localhost") @Default("unconfined")
        Seccomp seccomp,

        @Doc("Whether a process may gain more privileges than its parent") @Default("true")
        boolean allowPrivilegeEscalation,

        @Doc("Whether all Linux capabilities are dropped") @Default("false")
        boolean dropAllCapabilities,

        @Doc("Whether the root file system is read only") @Default("false")
        boolean readOnlyRootFilesystem,

        @Doc("Whether a container is root on the node") @Default("false")
        boolean privileged,

        @Doc("Whether pods use the node's network") @Default("false")
        boolean hostNetwork,

        @Doc("Paths of the node that are mounted") @Default("[]")
        List<String> hostPath) {

    /** Filters of system calls. */
    public enum Seccomp {
        /** None. */
        UNCONFINED,
        /** The container runtime's. */
        RUNTIME_DEFAULT,
        /** One that lies on the node. */
        LOCALHOST
    }

    /** @throws IllegalArgumentException if a path is none of a node */
    public SecurityContext {
        hostPath = List.copyOf(hostPath);
        for (String path : hostPath) {
            if (!path.startsWith("/")) {
                throw new IllegalArgumentException("hostPath holds absolute paths, found '" + path + "'");
            }
        }
    }

    /** What Kubernetes does if nothing is said. */
    public static SecurityContext ofDefaults() {
        return new SecurityContext(false, Seccomp.UNCONFINED, true, false, false, false, false, List.of());
    }

    /** The strictest Pod Security Standard that lets such pods in. */
    public PodSecurityLevel level() {
        if (privileged || hostNetwork || !hostPath.isEmpty()) {
            return PodSecurityLevel.PRIVILEGED;
        }
        boolean isRestricted =
                runAsNonRoot && seccomp != Seccomp.UNCONFINED && !allowPrivilegeEscalation && dropAllCapabilities;
        return isRestricted ? PodSecurityLevel.RESTRICTED : PodSecurityLevel.BASELINE;
    }
}
