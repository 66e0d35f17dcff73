package dev.windtunnel.model.compute.cluster;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Distribution;
import java.util.List;

/**
 * A service mesh of the cluster (S27, S72). What its proxies cost a pod is said by each workload's {@code sidecar}; this says
 * which mesh it is and what it promises.
 */
@Doc("Service mesh of the cluster; each workload's proxy is its 'sidecar'")
public record Mesh(
        @Doc("istio, linkerd, envoy or app-mesh, whose support ends (R-MESH-01)")
        Kind kind,

        @Doc("Time that the two proxies of a hop add; the default is the shape of Istio's figures (estimate)")
        @Default("lognormal(median 300us, sigma 0.6)")
        Distribution hopLatency,

        @Doc("disabled, permissive (both are taken) or strict; permissive is Istio's default") @Default("permissive")
        MutualTls mutualTls,

        @Doc("Namespaces whose pods get a proxy; empty means all") @Default("[]")
        List<String> namespaces) {

    /** Which mesh. */
    public enum Kind {
        /** Istio. */
        ISTIO,
        /** Linkerd. */
        LINKERD,
        /** Envoy proxies without a mesh's control plane. */
        ENVOY,
        /** AWS App Mesh. */
        APP_MESH
    }

    /** Whether services prove to each other who they are. */
    public enum MutualTls {
        /** They do not. */
        DISABLED,
        /** They do where both can. */
        PERMISSIVE,
        /** Always. */
        STRICT
    }

    /** Copies the list. */
    public Mesh {
        namespaces = List.copyOf(namespaces);
    }
}
