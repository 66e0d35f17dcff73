package dev.windtunnel.model.compute.cluster;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Traffic that a network policy lets through, to pods of the namespace or from them (S32, S54). */
@Doc("Traffic that is let through")
public record NetworkRule(
        @Doc("Workload of the namespace whose pods it holds for; absent means all") @Nullable String workload,

        @Doc("Who may send; absent if 'to' is written") @Nullable NetworkPeer from,

        @Doc("Who may be reached; absent if 'from' is written") @Nullable NetworkPeer to,

        @Doc("Ports, 1 to 65535; empty means all") @Default("[]")
        List<Integer> ports) {

    /** @throws IllegalArgumentException unless exactly one of from and to is there */
    public NetworkRule {
        ports = List.copyOf(ports);
        if ((from == null) == (to == null)) {
            throw new IllegalArgumentException("from or to is written, found " + (from == null ? "neither" : "both"));
        }
        for (int port : ports) {
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("ports lie between 1 and 65535, found " + port);
            }
        }
    }
}
