package dev.windtunnel.model.network;

import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Key;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.Cidr;
import java.util.List;

/** An availability zone as the VPC uses it: one subnet of each tier (S12). */
@Doc("An availability zone with its public, private and isolated subnet")
public record AvailabilityZone(
        @Named String name,

        @Doc("Subnet of the load balancer and the NAT gateway, routed to the internet gateway") @Key("public")
        Cidr publicSubnet,

        @Doc("Subnet of the nodes and pods, routed to a NAT gateway") @Key("private")
        Cidr privateSubnet,

        @Doc("Subnet of the database, not routed outside the VPC") @Key("isolated")
        Cidr isolatedSubnet) {

    /** The three subnets, public first. */
    public List<Cidr> subnets() {
        return List.of(publicSubnet, privateSubnet, isolatedSubnet);
    }
}
