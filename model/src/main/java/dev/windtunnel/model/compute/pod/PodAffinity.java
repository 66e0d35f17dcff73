package dev.windtunnel.model.compute.pod;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;

/** Pods that a pod wants near, or far (Kubernetes sheet, section 6). */
@Doc("Pods of a workload to stand near to, or far from")
public record PodAffinity(
        @Doc("Workload of the same environment whose pods are meant")
        String workload,

        @Doc("Label of the nodes within whose value is near") @Default("kubernetes.io/hostname")
        String topologyKey,

        @Doc("Whether the pod stays Pending where it cannot be met") @Default("false")
        boolean required) {}
