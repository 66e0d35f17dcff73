package dev.windtunnel.model.rule.network;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.edge.Exposure;
import dev.windtunnel.model.network.AvailabilityZone;
import dev.windtunnel.model.network.Subnet;
import dev.windtunnel.model.network.Vpc;
import dev.windtunnel.model.network.VpcEndpoint;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import java.util.List;

/** Private subnets hold the planned nodes and pods with one zone gone; the load balancer's subnets leave it room to grow. */
final class AddressSpace implements DesignRule {

    /** Free addresses for the control plane's interfaces and their replacement: EKS wants 6 and advises 16 (VPC-03). */
    private static final int EKS = 16;

    /** Free addresses that a load balancer wants in each of its subnets (ALB-40). */
    private static final int LOAD_BALANCER = 8;

    /** Longest prefix of a load balancer's subnet (ALB-40). */
    private static final int SMALLEST_PREFIX = 27;

    private static final RuleFacts FACTS = new RuleFacts(
            "R-NET-09",
            Severity.ERROR,
            "a subnet cannot be enlarged: when it is full pods hang in ContainerCreating and no autoscaler sees why",
            List.of("S02", "S12"),
            "VPC-01, VPC-03, VPC-05, ALB-40",
            "choose larger blocks below vpc.zones before anything stands in them, or keep fewer addresses ready with"
                    + " cluster.addOns.vpc-cni.warmIpTarget");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : design.environments()) {
            AddressPlan plan = AddressPlan.of(design.catalog(), environment);
            for (AvailabilityZone zone : environment.vpc().zones()) {
                holdsNodes(environment, zone, plan, findings);
            }
            Exposure exposure = environment.loadBalancer().exposure();
            environment.vpc().subnetsOf(exposure.subnetWords()).stream()
                    .filter(subnet ->
                            exposure.zones().isEmpty() || exposure.zones().contains(subnet.zone()))
                    .forEach(subnet -> holdsLoadBalancer(environment, subnet, findings));
        }
    }

    private static void holdsNodes(
            Environment environment, AvailabilityZone zone, AddressPlan plan, Findings findings) {
        long endpoints = interfaceEndpoints(environment.vpc(), zone.name());
        boolean isShared = environment.loadBalancer().exposure().scheme() == Exposure.Scheme.INTERNAL;
        long needed = plan.perZone() + endpoints + EKS + (isShared ? LOAD_BALANCER : 0);
        long usable = zone.privateSubnet().usableInSubnet();
        if (needed <= usable) {
            return;
        }
        int zones = environment.vpc().zones().size();
        String when = zones > 1 ? "with one of " + zones + " zones gone " : "";
        findings.at(
                Design.path(environment, "vpc.zones." + zone.name() + ".private"),
                zone.privateSubnet() + " has " + usable + " addresses to give; " + when + plan.pods() + " pods on "
                        + plan.described() + ", " + endpoints + " of endpoints, "
                        + (isShared ? LOAD_BALANCER + " for the load balancer " : "") + "and " + EKS + " for EKS make "
                        + needed);
    }

    private static long interfaceEndpoints(Vpc vpc, String zone) {
        return vpc.endpoints().stream()
                .filter(endpoint -> endpoint.kind() == VpcEndpoint.Type.INTERFACE)
                .filter(endpoint -> vpc.zonesOf(endpoint).contains(zone))
                .count();
    }

    /** Of a /27 a NAT gateway and a firewall's endpoint leave far more than the free addresses that are asked for. */
    private static void holdsLoadBalancer(Environment environment, Subnet subnet, Findings findings) {
        if (subnet.cidr().prefixLength() > SMALLEST_PREFIX) {
            findings.at(
                    Subnets.path(environment, subnet),
                    "expected at least /" + SMALLEST_PREFIX + " with " + LOAD_BALANCER
                            + " free addresses for the load balancer, found " + subnet.cidr());
        }
    }
}
