package dev.windtunnel.model.network;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A VPC: its zones, subnets and routes, what guards it and what it records (S11 to S17). */
@Doc("The environment's VPC")
public record Vpc(
        @Doc("Address block of the VPC") Cidr cidr,

        @Doc("Availability zones in use, by short name (a, b, c)")
        List<AvailabilityZone> zones,

        @Doc("NAT gateways: per-zone, single (in the first zone) or none") @Default("per-zone")
        NatPlacement nat,

        @Doc("Subnets beside those of the zones, which are named public-a, private-a, isolated-a; by name")
        @Default("{}")
        List<Subnet> subnets,

        @Doc("Whether the VPC has an internet gateway") @Default("true")
        boolean internetGateway,

        @Doc("Route tables that differ from what the tiers give, by name") @Default("{}")
        List<RouteTable> routeTables,

        @Doc("Endpoints of AWS services, by service") @Default("{}")
        List<VpcEndpoint> endpoints,

        @Doc(
                "Security groups, by name; the one named default is the VPC's own, which lets in itself and out everything unless it is written here")
        @Default("{}")
        List<SecurityGroup> securityGroups,

        @Doc("Network ACLs, by name; a subnet without one lets everything pass") @Default("{}")
        List<NetworkAcl> networkAcls,

        @Doc("Network Firewall; absent means none (S14)") @Nullable NetworkFirewall networkFirewall,

        @Doc("Flow logs; absent means none (S17)") @Nullable FlowLogs flowLogs,

        @Doc("Peerings, transit gateways and VPNs, by name") @Default("{}")
        List<VpcConnection> connections,

        @Doc(
                "Whether subnets have IPv6 addresses too: public ones routed to the internet gateway, private ones to an egress-only one")
        @Default("false")
        boolean ipv6) {

    /** @throws IllegalArgumentException without zones, or with NAT gateways that have no way to the internet */
    public Vpc {
        zones = List.copyOf(zones);
        subnets = List.copyOf(subnets);
        routeTables = List.copyOf(routeTables);
        endpoints = List.copyOf(endpoints);
        securityGroups = List.copyOf(securityGroups);
        networkAcls = List.copyOf(networkAcls);
        connections = List.copyOf(connections);
        if (zones.isEmpty()) {
            throw new IllegalArgumentException("a VPC uses at least one availability zone");
        }
        if (!internetGateway && nat != NatPlacement.NONE) {
            throw new IllegalArgumentException("internetGateway: false needs nat: none; NAT gateways stand behind it");
        }
    }

    /** Zones and NAT gateways, and nothing said of the rest. */
    public Vpc(Cidr cidr, List<AvailabilityZone> zones, NatPlacement nat) {
        this(
                cidr, zones, nat, List.of(), true, List.of(), List.of(), List.of(), List.of(), null, null, List.of(),
                false);
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

    /** Those of the zones, public first, and then the further ones. */
    public List<Subnet> allSubnets() {
        List<Subnet> all = new ArrayList<>();
        for (AvailabilityZone zone : zones) {
            all.add(Subnet.ofZone(SubnetTier.PUBLIC, zone.name(), zone.publicSubnet()));
            all.add(Subnet.ofZone(SubnetTier.PRIVATE, zone.name(), zone.privateSubnet()));
            all.add(Subnet.ofZone(SubnetTier.ISOLATED, zone.name(), zone.isolatedSubnet()));
        }
        all.addAll(subnets);
        return List.copyOf(all);
    }

    /** Those that these words mean, each a subnet's name or a tier. */
    public List<Subnet> subnetsOf(List<String> words) {
        return allSubnets().stream()
                .filter(subnet -> words.stream().anyMatch(subnet::isMeantBy))
                .toList();
    }

    /** The written table that a subnet uses. */
    public Optional<RouteTable> routeTableOf(Subnet subnet) {
        return routeTables.stream()
                .filter(table -> table.subnets().stream().anyMatch(subnet::isMeantBy))
                .findFirst();
    }

    /** The routes that hold in a subnet, the local one first; one for each destination. */
    public List<Route> routesOf(Subnet subnet) {
        return Routing.of(this, subnet);
    }

    /** The network ACL that guards a subnet. */
    public Optional<NetworkAcl> networkAclOf(Subnet subnet) {
        return networkAcls.stream()
                .filter(acl -> acl.subnets().stream().anyMatch(subnet::isMeantBy))
                .findFirst();
    }

    /** The endpoint of this service. */
    public Optional<VpcEndpoint> endpoint(String service) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.service().equals(service))
                .findFirst();
    }

    /** The zones in which an endpoint can be reached without crossing to another. */
    public List<String> zonesOf(VpcEndpoint endpoint) {
        return endpoint.zones().isEmpty()
                ? zones.stream().map(AvailabilityZone::name).toList()
                : endpoint.zones();
    }

    /** The security group of this name; {@code default} is always there. */
    public Optional<SecurityGroup> securityGroup(String name) {
        Optional<SecurityGroup> written = securityGroups.stream()
                .filter(group -> group.name().equals(name))
                .findFirst();
        return written.isEmpty() && name.equals(SecurityGroup.DEFAULT)
                ? Optional.of(SecurityGroup.ofNewVpc())
                : written;
    }
}
