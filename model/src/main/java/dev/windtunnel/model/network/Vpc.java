package dev.windtunnel.model.network;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Cidr;
import java.util.List;
import java.util.Optional;

/** A VPC, its zones and its NAT gateways. */
@Doc("The environment's VPC")
public record Vpc(
        @Doc("Address block of the VPC") Cidr cidr,

        @Doc("Availability zones in use, by short name (a, b, c)")
        List<AvailabilityZone> zones,

        @Doc("NAT gateways: per-zone, single (in the first zone) or none") @Default("per-zone")
        NatPlacement nat) {

    /** @throws IllegalArgumentException without zones */
    public Vpc {
        zones = List.copyOf(zones);
        if (zones.isEmpty()) {
            throw new IllegalArgumentException("a VPC uses at least one availability zone");
        }
    }

    /** The zone of this name. */
    public Optional<AvailabilityZone> zone(String name) {
        return zones.stream().filter(zone -> zone.name().equals(name)).findFirst();
    }

    /** How many NAT gateways stand in the VPC. */
    public int natGateways() {
        return switch (nat) {
            case PER_ZONE -> zones.size();
            case SINGLE -> 1;
            case NONE -> 0;
        };
    }
}
