package dev.windtunnel.model.compute.cluster;

import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Cidr;
import org.jspecify.annotations.Nullable;

/** Who is let in or reached by a network policy. */
@Doc("Who is let in or reached: a namespace, a workload, or a block of addresses")
public record NetworkPeer(
        @Doc("Namespace; absent means the policy's own where a workload is named") @Nullable String namespace,

        @Doc("Workload whose pods are meant; absent means all of the namespace") @Nullable String workload,

        @Doc("Block of addresses, instead of pods") @Nullable Cidr cidr) {

    /** @throws IllegalArgumentException if it names nobody, or addresses and pods at once */
    public NetworkPeer {
        boolean namesPods = namespace != null || workload != null;
        if (namesPods == (cidr != null)) {
            throw new IllegalArgumentException(
                    "cidr is written, or namespace and workload, found " + (namesPods ? "both" : "neither"));
        }
    }
}
