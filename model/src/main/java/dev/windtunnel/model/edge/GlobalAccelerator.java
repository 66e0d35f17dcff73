package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;

/** Global Accelerator: two anycast addresses, no DNS on the way of a failover (S77, DNS-09). */
@Doc("Global Accelerator")
public record GlobalAccelerator(
        @Doc("Endpoint groups, by region") List<EndpointGroup> endpointGroups,

        @Doc("Ports that it listens on") @Default("[443]") List<Integer> ports,

        @Doc("Whether a client's connections stay with one endpoint") @Default("false")
        boolean clientAffinity,

        @Doc("Whether its flows are logged") @Default("false")
        boolean flowLogs) {

    /** @throws IllegalArgumentException if there is nowhere to go */
    public GlobalAccelerator {
        endpointGroups = List.copyOf(endpointGroups);
        ports = List.copyOf(ports);
        if (endpointGroups.isEmpty()) {
            throw new IllegalArgumentException("endpointGroups holds at least one region");
        }
    }
}
