package dev.windtunnel.model.rule.network;

import static dev.windtunnel.model.rule.Designs.shipped;
import static dev.windtunnel.model.rule.Judged.by;
import static dev.windtunnel.model.rule.Judged.dev;
import static dev.windtunnel.model.rule.Judged.minimal;
import static dev.windtunnel.model.rule.Judged.stage;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.rule.Designs;
import dev.windtunnel.model.rule.Judged;
import dev.windtunnel.model.rule.Severity;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who may connect to what, and what is recorded of it. */
class GuardsTest {

    /** A security group of dev, as it is written there. */
    private static Designs group(String name, String ingress) {
        return dev("    dns:", "      securityGroups: { " + name + ": { ingress: [" + ingress + "] } }\n    dns:");
    }

    @Nested
    class TheControlPlane {

        @Test
        void isReachedFromInsideOnly() {
            Designs design =
                    dev("    cluster:\n", "    cluster:\n      controlPlane: { endpointAccess: { public: true } }\n");

            assertEquals(
                    List.of(
                            "environments.dev.cluster.controlPlane.endpointAccess: expected the Kubernetes API to be reached"
                                    + " from inside the VPC only, found it open to 0.0.0.0/0 too"),
                    by("R-NET-10", design));
        }

        @Test
        void isOpenWhereNothingIsSaid() {
            assertEquals(
                    List.of(
                            "environments.prod.cluster.controlPlane.endpointAccess: expected the Kubernetes API to be reached"
                                    + " from inside the VPC only, found it open to 0.0.0.0/0 and not from inside"),
                    by("R-NET-10", minimal()));
        }

        @Test
        void hasNodesWithoutPublicAddresses() {
            String subnet = "tier: private, zone: a, cidr: 10.10.128.0/24, mapPublicIpOnLaunch: true";
            Designs design = dev("    dns:", "      subnets: { batch: { " + subnet + " } }\n    dns:");

            assertEquals(
                    List.of(
                            "environments.dev.vpc.subnets.batch.mapPublicIpOnLaunch: expected nodes without public addresses,"
                                    + " found that batch gives them"),
                    by("R-NET-10", design));
        }
    }

    @Nested
    class Endpoints {

        @Test
        void areThereInEveryZone() {
            Designs design =
                    stage("nat: single", "nat: single\n      endpoints: { kms: ~, s3: ~, sts: { zones: [a, c] } }");

            assertEquals(
                    List.of(
                            "environments.stage.vpc.endpoints: expected endpoints of kms, s3, found none; calls go through NAT",
                            "environments.stage.vpc.endpoints.sts.zones: expected sts in every zone, found none in b"),
                    by("R-NET-11", design));
            assertEquals(Severity.WARNING, severity(design));
        }

        @Test
        void ofStorageAreFree() {
            Designs design = stage("nat: single", "nat: single\n      endpoints: { s3: { type: interface } }");

            assertEquals(
                    List.of(
                            "environments.stage.vpc.endpoints.s3.type: expected a gateway endpoint of s3, which is free, found"
                                    + " an interface"),
                    by("R-NET-11", design));
        }

        @Test
        void areTheOnlyWayWithoutNat() {
            Designs design = stage("nat: single", "nat: none\n      endpoints: { ecr.dkr: ~ }");

            assertEquals(
                    List.of(
                            "environments.stage.vpc.endpoints: expected endpoints of ecr.dkr, found none; calls go nowhere,"
                                    + " there is no NAT gateway"),
                    by("R-NET-11", design));
            assertEquals(Severity.ERROR, severity(design));
        }

        @Test
        void areNotAskedOfDevNorOfASketch() {
            assertEquals(List.of(), by("R-NET-11", dev("aps-workspaces: ~", "kms: ~, aps-workspaces: ~")));
            assertEquals(List.of(), by("R-NET-11", minimal()));
        }

        private static Severity severity(Designs design) {
            return design.outcome(Judged.rule("R-NET-11")).findings().getFirst().severity();
        }
    }

    @Nested
    class TheInternet {

        @Test
        void reachesTheLoadBalancerOnly() {
            assertEquals(
                    List.of("environments.dev.vpc.securityGroups.nodes.ingress.1: nodes lets the internet in on tcp 22,"
                            + " expected only the load balancer's own group to do so"),
                    by("R-NET-12", group("nodes", "{ group: alb, port: 8000 }, { cidr: 0.0.0.0/0, port: 22 }")));
        }

        @Test
        void reachesItOnItsPortsOnly() {
            assertEquals(
                    List.of(
                            "environments.dev.vpc.securityGroups.alb.ingress.0: alb lets the internet in on tcp 1 to 65535,"
                                    + " expected 443, and 80 for a listener that redirects to HTTPS"),
                    by("R-NET-12", group("alb", "{ ipv6Cidr: \"::/0\", port: 1, toPort: 65535 }")));
            assertEquals(
                    List.of("environments.dev.vpc.securityGroups.alb.ingress.0: alb lets the internet in on every port,"
                            + " expected 443, and 80 for a listener that redirects to HTTPS"),
                    by("R-NET-12", group("alb", "{ cidr: 0.0.0.0/0, protocol: all }")));
        }

        @Test
        void reachesPort80OnlyToBeSentOn() {
            Designs design = dev(
                    "loadBalancer: {",
                    "loadBalancer: { listeners: [{ port: 443, protocol: https, certificates: [app] }],");

            assertEquals(
                    List.of(
                            "environments.dev.vpc.securityGroups.alb.ingress.1: alb lets the internet in on tcp 80, expected"
                                    + " 443 only, since no listener on 80 redirects to HTTPS"),
                    by("R-NET-12", design));
        }

        @Test
        void isNotLetInByAGroupThatNodesCarryToo() {
            Designs design = dev("    dns:", "      securityGroups: { alb: { attachedTo: [nodes] } }\n    dns:");

            assertEquals(2, by("R-NET-12", design).size());
        }

        @Test
        void meetsAGuard() {
            assertEquals(
                    List.of("environments.prod.vpc.securityGroups: expected a Network Firewall, or security groups and"
                            + " network ACLs, found neither"),
                    by("R-NET-12", minimal()));
        }
    }

    @Nested
    class TheDatabase {

        @Test
        void hearsNodesOnItsPortOnly() {
            assertEquals(
                    List.of(
                            "environments.dev.vpc.securityGroups.database.ingress.1: expected the database to let in nodes on"
                                    + " 5432 only, found 10.10.0.0/16",
                            "environments.dev.vpc.securityGroups.database.ingress.2: expected the database to let in nodes on"
                                    + " 5432 only, found alb and other ports than 5432"),
                    by(
                            "R-NET-13",
                            group(
                                    "database",
                                    "{ group: nodes, port: 5432 }, { cidr: 10.10.0.0/16, port: 5432 },"
                                            + " { group: alb, protocol: all }")));
        }

        @Test
        void hearsItsProxyIfItHasOne() {
            String ingress = "{ group: nodes, port: 5432 }, { group: database, port: 5432 }";
            Designs with = group("database", ingress)
                    .after(
                            "  dev:\n    extends: stage",
                            "      class: db.t4g.small",
                            "      proxy: {}\n      class: db.t4g.small");

            assertEquals(List.of(), by("R-NET-13", with));
            assertEquals(
                    List.of(
                            "environments.dev.vpc.securityGroups.database.ingress.1: expected the database to let in nodes on"
                                    + " 5432 only, found database"),
                    by("R-NET-13", group("database", ingress)));
        }

        @Test
        void isReachedByNodes() {
            assertEquals(
                    List.of(
                            "environments.dev.database.access.securityGroups: no rule lets nodes connect to the database on"
                                    + " 5432",
                            "environments.dev.vpc.securityGroups.database.ingress.0: expected the database to let in nodes on"
                                    + " 5432 only, found other ports than 5432"),
                    by("R-NET-13", group("database", "{ group: nodes, port: 5433 }")).stream()
                            .sorted()
                            .toList());
        }

        @Test
        void carriesAGroupOfItsOwn() {
            Designs design =
                    dev("      class: db.t4g.small", "      access: { securityGroups: [] }\n      class: db.t4g.small");

            assertEquals(
                    List.of(
                            "environments.dev.database.access.securityGroups: the database carries the VPC's default group,"
                                    + " expected one of its own that lets in nodes on 5432"),
                    by("R-NET-13", design));
        }

        @Test
        void isBehindNodesThatHearTheLoadBalancer() {
            assertEquals(
                    List.of(
                            "environments.dev.vpc.securityGroups.nodes.ingress: expected nodes to let in alb of the load"
                                    + " balancer, found no such rule"),
                    by("R-NET-13", group("nodes", "{ group: nodes, protocol: all }")));
        }

        @Test
        void isNotJudgedWhereNoGroupIsWritten() {
            assertEquals(List.of(), by("R-NET-13", minimal()));
        }
    }

    @Nested
    class Flows {

        @Test
        void areRecordedInEveryVpc() {
            assertEquals(
                    List.of("environments.dev.vpc.flowLogs: expected flow logs of the VPC of dev, found none"),
                    by("R-NET-14", dev("    dns:", "      flowLogs: ~\n    dns:")));
        }

        @Test
        void areWatchedWhereCopiesLie() {
            Designs design =
                    shipped().after("\n  guardDuty:", "regions: [us-east-1, us-west-2]", "regions: [us-east-1]");

            assertEquals(
                    List.of(
                            "security.guardDuty.regions: expected GuardDuty in us-west-2 for every account, found it off"
                                    + " there"),
                    by("R-NET-14", design));
        }

        @Test
        void areWatchedInEveryAccount() {
            Designs design = shipped()
                    .after("\n  guardDuty:", "    regions: [us-east-1, us-west-2]", "    accounts: [stage, prod]");

            assertEquals(
                    List.of(
                            "security.guardDuty.accounts: expected GuardDuty in us-east-1 for every account, found it off in"
                                    + " shared-services, security, dev",
                            "security.guardDuty.regions: expected GuardDuty in us-west-2 for every account, found it off"
                                    + " there"),
                    by("R-NET-14", design).stream().sorted().toList());
        }

        @Test
        void ofASketchAreRecordedThoughNobodyWatches() {
            assertEquals(
                    List.of("environments.prod.vpc.flowLogs: expected flow logs of the VPC of prod, found none"),
                    by("R-NET-14", minimal()));
        }
    }
}
