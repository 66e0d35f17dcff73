package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.network.FlowLogs;
import dev.windtunnel.model.network.NetworkFirewall;
import dev.windtunnel.model.network.Route;
import dev.windtunnel.model.network.RouteTarget;
import dev.windtunnel.model.network.SecurityGroup;
import dev.windtunnel.model.network.Subnet;
import dev.windtunnel.model.network.Vpc;
import dev.windtunnel.model.network.VpcEndpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Subnets, routes, endpoints, security groups and what else a VPC says, and what is said of those that cannot be. */
final class NetworkInputTest {

    private static final String CIDR = "      cidr: 10.30.0.0/16\n";

    @TempDir
    private Path folder = Path.of("");

    private Draft with(String keys) {
        return Draft.in(folder).architecture(CIDR, CIDR + "      " + keys + "\n");
    }

    private Vpc vpc(String keys) {
        return with(keys).read().environment().vpc();
    }

    private static Subnet subnet(Vpc vpc, String name) {
        return vpc.subnetsOf(List.of(name)).getFirst();
    }

    /** Default routes of a subnet as {@code 0.0.0.0/0 nat a}. */
    private static List<String> wayOut(Vpc vpc, String subnet) {
        return vpc.routesOf(subnet(vpc, subnet)).stream()
                .filter(Route::isDefault)
                .map(route ->
                        route.destination() + " " + route.target() + (route.zone() == null ? "" : " " + route.zone()))
                .toList();
    }

    @Test
    void saysNothingBeyondZonesAndNatUnlessToldSo() {
        Vpc vpc = Draft.in(folder).read().environment().vpc();

        assertEquals(new Vpc(vpc.cidr(), vpc.zones(), vpc.nat()), vpc);
        assertEquals(
                List.of("public-a", "private-a", "isolated-a", "public-b", "private-b", "isolated-b"),
                vpc.allSubnets().stream().map(Subnet::name).toList());
        assertNull(vpc.flowLogs());
        assertNull(vpc.networkFirewall());
    }

    @Test
    void routesEachTierAsItsNameSays() {
        Vpc vpc = Draft.in(folder).read().environment().vpc();

        assertEquals(List.of("0.0.0.0/0 INTERNET_GATEWAY"), wayOut(vpc, "public-b"));
        assertEquals(List.of("0.0.0.0/0 NAT b"), wayOut(vpc, "private-b"));
        assertEquals(List.of(), wayOut(vpc, "isolated-b"));
        assertEquals(
                RouteTarget.LOCAL,
                vpc.routesOf(subnet(vpc, "isolated-b")).getFirst().target());
    }

    @Test
    void routesAllZonesThroughTheSingleNat() {
        assertEquals(List.of("0.0.0.0/0 NAT a"), wayOut(vpc("nat: single"), "private-b"));
        assertEquals(List.of(), wayOut(vpc("nat: none"), "private-b"));
    }

    @Test
    void routesIpv6OutOfPrivateSubnetsOnly() {
        Vpc vpc = vpc("ipv6: true");

        assertEquals(List.of("0.0.0.0/0 INTERNET_GATEWAY", "::/0 INTERNET_GATEWAY"), wayOut(vpc, "public-a"));
        assertEquals(List.of("0.0.0.0/0 NAT a", "::/0 EGRESS_ONLY_INTERNET_GATEWAY"), wayOut(vpc, "private-a"));
        assertEquals(List.of(), wayOut(vpc, "isolated-a"));
    }

    @Test
    void letsAWrittenRouteReplaceTheTiersOwn() {
        Vpc leaking = vpc(
                "routeTables: { data: { subnets: [isolated-a], routes: [ { destination: 0.0.0.0/0, target: nat, zone: b } ] } }");
        Vpc closed = vpc("routeTables: { quiet: { subnets: [private], tierRoutes: false } }");

        assertEquals(List.of("0.0.0.0/0 NAT b"), wayOut(leaking, "isolated-a"));
        assertEquals(List.of(), wayOut(leaking, "isolated-b"));
        assertEquals(List.of(), wayOut(closed, "private-a"));
        assertEquals(List.of("0.0.0.0/0 INTERNET_GATEWAY"), wayOut(closed, "public-a"));
    }

    @Test
    void addsSubnetsOfATier() {
        Vpc vpc = vpc("subnets: { cluster-a: { tier: private, zone: a, cidr: 10.30.16.0/28 } }");

        assertEquals(List.of("0.0.0.0/0 NAT a"), wayOut(vpc, "cluster-a"));
        assertEquals(3, vpc.subnetsOf(List.of("private")).size());
        assertFalse(subnet(vpc, "cluster-a").mapPublicIpOnLaunch());
    }

    @Test
    void takesS3ForAGatewayAndEverythingElseForAnInterface() {
        Vpc vpc = vpc("endpoints: { s3: {}, kms: { zones: [b] }, com.amazonaws.vpce.us-east-1.vpce-svc-1: {} }");

        assertEquals(VpcEndpoint.Type.GATEWAY, vpc.endpoint("s3").orElseThrow().kind());
        assertEquals(List.of("b"), vpc.zonesOf(vpc.endpoint("kms").orElseThrow()));
        assertEquals(
                List.of("pl-s3"),
                vpc.routesOf(subnet(vpc, "isolated-a")).stream()
                        .filter(route -> route.target() == RouteTarget.GATEWAY_ENDPOINT)
                        .map(Route::destination)
                        .toList());
    }

    @Test
    void hasTheDefaultGroupThatComesWithAVpc() {
        SecurityGroup asItComes = Draft.in(folder)
                .read()
                .environment()
                .vpc()
                .securityGroup("default")
                .orElseThrow();
        SecurityGroup written = vpc("securityGroups: { default: { egress: [] } }")
                .securityGroup("default")
                .orElseThrow();

        assertFalse(asItComes.isClosed());
        assertTrue(written.isClosed());
    }

    @Test
    void readsRangesOfPortsAndLetsEverythingOut() {
        SecurityGroup group =
                vpc("securityGroups: { nodes: { ingress: [ { group: nodes, port: 30000, toPort: 32767 } ] } }")
                        .securityGroup("nodes")
                        .orElseThrow();

        assertTrue(group.ingress().getFirst().ports().coversTcp(31000));
        assertFalse(group.ingress().getFirst().ports().coversTcp(443));
        assertTrue(group.egress().getFirst().isAnywhere());
        assertTrue(group.egress().getFirst().ports().coversTcp(443));
    }

    @Test
    void readsFirewallFlowLogsAndConnections() {
        Vpc vpc = vpc("""
                networkFirewall: { ruleGroups: { packages: { action: pass, domains: [.pypi.org] } } }
                      flowLogs: { aggregationInterval: 1m, retention: 90d }
                      connections: { office: { kind: vpn, destinations: [192.168.0.0/16] } }""");

        NetworkFirewall firewall = Objects.requireNonNull(vpc.networkFirewall());
        assertEquals(NetworkFirewall.StreamExceptionPolicy.DROP, firewall.streamExceptionPolicy());
        FlowLogs logs = Objects.requireNonNull(vpc.flowLogs());
        assertEquals(FlowLogs.TrafficType.ALL, logs.trafficType());
        assertEquals(Duration.ofMinutes(1), logs.aggregationInterval());
        assertTrue(
                vpc.routesOf(subnet(vpc, "private-a")).stream().anyMatch(route -> "office".equals(route.connection())));
        assertTrue(vpc.routesOf(subnet(vpc, "isolated-a")).stream().allMatch(route -> route.connection() == null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "subnets: { x: { tier: private, zone: q, cidr: 10.30.16.0/28 } } | unknown zone 'q'",
                "subnets: { x: { tier: private, zone: a, cidr: 10.31.16.0/28 } } | lies outside its VPC",
                "subnets: { x: { tier: private, zone: a, cidr: 10.30.32.0/24 } } | overlaps 10.30.32.0/19",
                "subnets: { private-a: { tier: private, zone: a, cidr: 10.30.16.0/28 } } | is already the name of a zone's subnet",
                "subnets: { x: { tier: hidden, zone: a, cidr: 10.30.16.0/28 } } | expected one of public, private, isolated",
                "internetGateway: false | internetGateway: false needs nat: none",
                "routeTables: { t: { subnets: [privat] } } | did you mean 'private' or",
                "routeTables: { t: { subnets: [] } } | subnets names at least one",
                "routeTables: { t: { subnets: [private] }, u: { subnets: [private-a] } } | subnet 'private-a' has route table 't' already",
                "routeTables: { t: { subnets: [private], routes: [ { destination: 10.0.0.0, target: nat } ] } } | destination: expected a CIDR block",
                "routeTables: { t: { subnets: [private], routes: [ { destination: 0.0.0.0/0, target: nat, zone: z } ] } } | unknown zone 'z'",
                "routeTables: { t: { subnets: [private], routes: [ { destination: 10.9.0.0/16, target: connection } ] } } | target: connection needs 'connection'",
                "routeTables: { t: { subnets: [private], routes: [ { destination: 10.9.0.0/16, target: connection, connection: hub } ] } } | unknown connection 'hub'",
                "endpoints: { ecr-api: {} } | did you mean 'ecr.api'",
                "endpoints: { kms: { zones: [d] } } | unknown zone 'd'",
                "endpoints: { kms: { type: gateway } } | type: gateway is there for s3 and dynamodb only",
                "endpoints: { s3: { zones: [a] } } | zones needs type: interface",
                "endpoints: { kms: { securityGroups: [vpce] } } | unknown security group 'vpce'",
                "securityGroups: { db: { ingress: [ { group: node, port: 5432 } ] }, nodes: {} } | did you mean 'nodes'?",
                "securityGroups: { db: { ingress: [ { port: 5432 } ] } } | a rule names one of cidr, ipv6Cidr, group and prefixList, found 0",
                "securityGroups: { db: { ingress: [ { cidr: 0.0.0.0/0, group: db } ] } } | found 2 of them",
                "securityGroups: { db: { ingress: [ { group: db, port: 70000 } ] } } | port lies between 0 and 65535, found 70000",
                "securityGroups: { db: { ingress: [ { group: db, port: 90, toPort: 80 } ] } } | toPort lies between port and 65535, found 80",
                "securityGroups: { db: { ingress: [ { group: db, port: 90, protocol: all } ] } } | port needs protocol: tcp or udp",
                "networkAcls: { n: { subnets: [private], ingress: [ { rule: 0, action: deny, cidr: 10.0.0.0/8 } ] } } | rule lies between 1 and 32766, found 0",
                "networkAcls: { n: { subnets: [private] }, m: { subnets: [private] } } | has network ACL 'n' already",
                "networkFirewall: { ruleGroups: {} } | ruleGroups holds at least one",
                "networkFirewall: { zones: [e], ruleGroups: { x: {} } } | unknown zone 'e'",
                "flowLogs: { aggregationInterval: 5m } | aggregationInterval is 1m or 10m, found 5m",
                "flowLogs: { destination: s3 } | destination: s3 and firehose need 'target'",
                "flowLogs: { destination: s3, target: logs } | unknown bucket 'logs'",
                "connections: { c: { kind: peering, environment: stag, destinations: [10.20.0.0/16] } } | unknown environment 'stag'",
                "endpoint: {} | did you mean 'endpoints'?",
            })
    void saysWhatIsWrong(String keys, String expected) {
        String problem = with(keys).onlyProblemWithAdvice();

        assertTrue(problem.startsWith("architecture.yaml:") && problem.contains(expected), problem);
    }
}
