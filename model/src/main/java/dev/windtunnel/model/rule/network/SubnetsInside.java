package dev.windtunnel.model.rule.network;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.network.AvailabilityZone;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.unit.Cidr;
import java.util.ArrayList;
import java.util.List;

/** Subnets lie in their VPC and apart from each other. */
final class SubnetsInside implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-NET-02",
            Severity.ERROR,
            "AWS refuses a subnet outside its VPC's block, or one that overlaps another",
            List.of("S11", "S12"),
            "VPC-01",
            "choose blocks inside vpc.cidr that share no address");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    private record Subnet(String path, Cidr block) {}

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : design.environments()) {
            List<Subnet> seen = new ArrayList<>();
            for (Subnet subnet : subnets(environment)) {
                if (!environment.vpc().cidr().contains(subnet.block)) {
                    findings.at(
                            subnet.path,
                            subnet.block + " lies outside " + environment.vpc().cidr());
                }
                seen.stream()
                        .filter(other -> other.block.overlaps(subnet.block))
                        .forEach(other -> findings.at(
                                subnet.path, subnet.block + " overlaps " + other.block + " at " + other.path));
                seen.add(subnet);
            }
        }
    }

    private static List<Subnet> subnets(Environment environment) {
        List<Subnet> subnets = new ArrayList<>();
        for (AvailabilityZone zone : environment.vpc().zones()) {
            String path = Design.path(environment, "vpc.zones." + zone.name());
            subnets.add(new Subnet(path + ".public", zone.publicSubnet()));
            subnets.add(new Subnet(path + ".private", zone.privateSubnet()));
            subnets.add(new Subnet(path + ".isolated", zone.isolatedSubnet()));
        }
        return subnets;
    }
}
