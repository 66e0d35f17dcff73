package dev.windtunnel.model.yaml;

import dev.windtunnel.model.network.Subnet;
import dev.windtunnel.model.network.SubnetTier;
import dev.windtunnel.model.network.VpcEndpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What must hold between the parts of a VPC: zones, subnets, security groups and connections that are named are there. */
final class NetworkChecks {

    private final Place root;
    private final Problems problems;
    private final DeclaredNames names;

    private NetworkChecks(Place root, Problems problems) {
        this.root = root;
        this.problems = problems;
        names = new DeclaredNames(problems);
    }

    static void check(Place root, Problems problems) {
        NetworkChecks checks = new NetworkChecks(root, problems);
        for (Place environment : root.at("environments").children()) {
            Place vpc = environment.at("vpc");
            checks.zonesAreThere(vpc);
            checks.subnetsAreThere(vpc);
            checks.securityGroupsAreThere(vpc, environment);
            checks.servicesAreKnown(vpc.at("endpoints"));
            checks.connectionsLeadSomewhere(vpc);
            checks.logsHaveABucket(vpc.at("flowLogs"));
        }
    }

    private void zonesAreThere(Place vpc) {
        List<String> zones = vpc.at("zones").names();
        vpc.at("subnets").children().forEach(subnet -> isAZone(subnet.at("zone"), zones));
        vpc.at("endpoints").children().forEach(endpoint -> areZones(endpoint.at("zones"), zones));
        areZones(vpc.at("networkFirewall").at("zones"), zones);
        for (Place table : vpc.at("routeTables").children()) {
            table.at("routes").children().forEach(route -> isAZone(route.at("zone"), zones));
        }
    }

    private void isAZone(Place zone, List<String> zones) {
        names.isOne(zone, zones, "zone", "zones");
    }

    private void areZones(Place list, List<String> zones) {
        names.areAll(list, zones, "zone", "zones");
    }

    private void subnetsAreThere(Place vpc) {
        Map<String, String> tiers = tierBySubnet(vpc);
        List<String> words = subnetWords(vpc);
        names.areAll(vpc.at("networkFirewall").at("subnets"), words, "subnet", "subnets");
        for (Place connection : vpc.at("connections").children()) {
            names.areAll(connection.at("subnets"), words, "subnet", "subnets");
        }
        standInOneOnly(vpc.at("routeTables"), "route table", tiers, words);
        standInOneOnly(vpc.at("networkAcls"), "network ACL", tiers, words);
    }

    /** Every subnet's tier: those of the zones first; a further one may not take the name of one of them. */
    private Map<String, String> tierBySubnet(Place vpc) {
        Map<String, String> tiers = new LinkedHashMap<>();
        for (String zone : vpc.at("zones").names()) {
            for (SubnetTier tier : SubnetTier.values()) {
                tiers.put(Subnet.nameOf(tier, zone), Subnet.nameOf(tier));
            }
        }
        List<String> tierNames = tierNames();
        for (Place subnet : vpc.at("subnets").children()) {
            if (tiers.containsKey(subnet.name()) || tierNames.contains(subnet.name())) {
                problems.add(
                        subnet.position(),
                        subnet.path(),
                        "'" + subnet.name() + "' is already the name of a zone's subnet or of a tier");
            }
            tiers.put(subnet.name(), subnet.at("tier").text().orElse(""));
        }
        return tiers;
    }

    private static List<String> tierNames() {
        List<String> tierNames = new ArrayList<>();
        for (SubnetTier tier : SubnetTier.values()) {
            tierNames.add(Subnet.nameOf(tier));
        }
        return tierNames;
    }

    /** What may stand where subnets are named: tiers, the zones' subnets and the further ones. */
    static List<String> subnetWords(Place vpc) {
        List<String> words = tierNames();
        for (String zone : vpc.at("zones").names()) {
            for (SubnetTier tier : SubnetTier.values()) {
                words.add(Subnet.nameOf(tier, zone));
            }
        }
        words.addAll(vpc.at("subnets").names());
        return words;
    }

    /** A subnet has one route table and one network ACL. */
    private void standInOneOnly(Place owners, String what, Map<String, String> tiers, List<String> words) {
        Map<String, String> ownerOf = new LinkedHashMap<>();
        for (Place owner : owners.children()) {
            names.areAll(owner.at("subnets"), words, "subnet", "subnets");
            for (Place word : owner.at("subnets").words()) {
                String meant = word.text().orElse("");
                for (Map.Entry<String, String> subnet : tiers.entrySet()) {
                    boolean isMeant = meant.equals(subnet.getKey()) || meant.equals(subnet.getValue());
                    String earlier = isMeant ? ownerOf.putIfAbsent(subnet.getKey(), owner.name()) : null;
                    if (earlier != null && !earlier.equals(owner.name())) {
                        problems.add(
                                word.position(),
                                word.path(),
                                "subnet '" + subnet.getKey() + "' has " + what + " '" + earlier + "' already");
                        break;
                    }
                }
            }
        }
    }

    private void securityGroupsAreThere(Place vpc, Place environment) {
        List<String> groups = groups(vpc);
        for (Place group : vpc.at("securityGroups").children()) {
            for (String direction : List.of("ingress", "egress")) {
                group.at(direction).children().forEach(rule -> isAGroup(rule.at("group"), groups));
            }
        }
        for (Place endpoint : vpc.at("endpoints").children()) {
            names.areAll(endpoint.at("securityGroups"), groups, "security group", "vpc.securityGroups");
        }
        if (vpc.at("securityGroups").isWritten()) {
            Place access = environment.at("database").at("access");
            names.areAll(access.at("securityGroups"), groups, "security group", "vpc.securityGroups");
        }
    }

    private void isAGroup(Place group, List<String> groups) {
        names.isOne(group, groups, "security group", "vpc.securityGroups");
    }

    /** The written ones, and the one that every VPC has. */
    static List<String> groups(Place vpc) {
        List<String> groups = new ArrayList<>(vpc.at("securityGroups").names());
        if (!groups.contains("default")) {
            groups.add("default");
        }
        return groups;
    }

    private void servicesAreKnown(Place endpoints) {
        for (Place endpoint : endpoints.children()) {
            String service = endpoint.name();
            if (!VpcEndpoint.KNOWN_SERVICES.contains(service) && !service.startsWith("com.amazonaws.")) {
                String nearest = Advice.nearest(service, VpcEndpoint.KNOWN_SERVICES, "services");
                problems.add(
                        endpoint.position(),
                        endpoint.path(),
                        "unknown service '" + Advice.shorten(service) + "'",
                        nearest == null ? "write an unusual one in full, com.amazonaws.REGION.NAME" : nearest);
            }
        }
    }

    private void connectionsLeadSomewhere(Place vpc) {
        List<String> connections = vpc.at("connections").names();
        for (Place connection : vpc.at("connections").children()) {
            names.isOne(connection.at("environment"), root.at("environments").names(), "environment", "environments");
        }
        for (Place table : vpc.at("routeTables").children()) {
            for (Place route : table.at("routes").children()) {
                names.isOne(route.at("connection"), connections, "connection", "vpc.connections");
            }
        }
    }

    private void logsHaveABucket(Place flowLogs) {
        if (flowLogs.at("destination").text().filter("s3"::equals).isPresent()) {
            names.isOne(flowLogs.at("target"), root.at("buckets").names(), "bucket", "buckets");
        }
    }
}
