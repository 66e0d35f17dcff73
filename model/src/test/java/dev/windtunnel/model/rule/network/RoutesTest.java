package dev.windtunnel.model.rule.network;

import static dev.windtunnel.model.rule.Designs.shipped;
import static dev.windtunnel.model.rule.Judged.by;
import static dev.windtunnel.model.rule.Judged.dev;
import static dev.windtunnel.model.rule.Judged.prod;
import static dev.windtunnel.model.rule.Judged.stage;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.rule.Designs;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where subnets lead, and what stands in them. */
class RoutesTest {

    static List<String> ids() {
        return NetworkRules.all().stream()
                .map(rule -> rule.facts().id())
                .filter(id -> !id.equals("R-NET-06"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void areAsTheyShouldBeInTheShippedCustomer(String id) {
        assertEquals(List.of(), by(id, shipped()));
    }

    @Test
    void goThroughOneNatInStageWhichItKnows() {
        assertEquals(
                List.of("environments.stage.vpc.nat: the one NAT gateway, in zone a, serves 3 zones"),
                by("R-NET-06", shipped()));
    }

    /** A table of dev that says more than the tier of its subnets. */
    private static Designs table(String subnets, String destination, String target) {
        String routes = "[{ destination: \"" + destination + "\", target: " + target + " }]";
        return dev(
                "    dns:",
                "      routeTables: { odd: { subnets: [" + subnets + "], routes: " + routes + " } }\n    dns:");
    }

    @Nested
    class ToTheInternetGateway {

        @Test
        void leadNoPrivateSubnets() {
            assertEquals(
                    List.of("environments.dev.vpc.routeTables.odd.routes.0: found a route for 0.0.0.0/0 to the internet"
                            + " gateway in private-a, private-b, which should be private"),
                    by("R-NET-04", table("private-a, private-b", "0.0.0.0/0", "internet-gateway")));
        }

        @Test
        void leadNoSubnetByHalfOfTheInternet() {
            assertEquals(
                    List.of(
                            "environments.dev.vpc.routeTables.odd.routes.0: found a route for 128.0.0.0/1 to the internet"
                                    + " gateway in isolated-c, which should be isolated"),
                    by("R-NET-04", table("isolated-c", "128.0.0.0/1", "internet-gateway")));
        }

        @Test
        void leadPublicSubnets() {
            assertEquals(
                    List.of(
                            "environments.dev.vpc.routeTables.odd.routes.0: expected a route of public-a for 0.0.0.0/0 to"
                                    + " the internet gateway, found none"),
                    by("R-NET-04", table("public-a", "0.0.0.0/0", "nat")));
            assertEquals(List.of(), by("R-NET-04", table("public-a", "0.0.0.0/0", "firewall")));
        }

        @Test
        void needTheGateway() {
            Designs design = dev("    dns:", "      nat: none\n      internetGateway: false\n    dns:");

            assertEquals(
                    List.of(
                            "environments.dev.vpc.internetGateway: the load balancer is internet-facing, expected an internet"
                                    + " gateway, found internetGateway: false"),
                    by("R-NET-04", design));
        }
    }

    @Nested
    class OutOfIsolatedSubnets {

        @Test
        void areNone() {
            assertEquals(
                    List.of(
                            "environments.dev.vpc.routeTables.odd.routes.0: expected no way out of isolated-a, isolated-b,"
                                    + " isolated-c, found a route for 0.0.0.0/0 to nat"),
                    by("R-NET-07", table("isolated", "0.0.0.0/0", "nat")));
            assertEquals(
                    List.of(
                            "environments.dev.vpc.routeTables.odd.routes.0: expected no way out of isolated-b, found a route"
                                    + " for ::/0 to egress-only-internet-gateway"),
                    by("R-NET-07", table("isolated-b", "::/0", "egress-only-internet-gateway")));
        }

        @Test
        void mayLeadNowhereOrToANeighbor() {
            assertEquals(List.of(), by("R-NET-07", table("isolated", "0.0.0.0/0", "blackhole")));
            assertEquals(List.of(), by("R-NET-07", table("isolated", "pl-s3", "gateway-endpoint")));
        }
    }

    @Nested
    class ThroughNat {

        private final String toZoneA =
                "      routeTables: { odd: { subnets: [private-b], routes: [{ destination: 0.0.0.0/0, target: nat, zone: a }] } }\n";

        @Test
        void stayInTheirZoneInProduction() {
            Designs design = prod("    dns:", toZoneA + "    dns:");

            assertEquals(
                    List.of(
                            "environments.prod.vpc.routeTables.odd.routes.0: expected private-b to use the NAT gateway of"
                                    + " zone b, found that of zone a"),
                    by("R-NET-05", design));
        }

        @Test
        void mayCrossZonesInStage() {
            assertEquals(List.of(), by("R-NET-05", stage("    dns:", toZoneA + "    dns:")));
        }
    }

    @Nested
    class InTheirTier {

        @Test
        void stayDatabases() {
            Designs design =
                    dev("      class: db.t4g.small", "      access: { subnets: public }\n      class: db.t4g.small");
            Designs open = dev(
                    "      class: db.t4g.small",
                    "      access: { subnets: public, publiclyAccessible: true }\n      class: db.t4g.small");

            assertEquals(
                    List.of(
                            "environments.dev.database.access.subnets: expected the database in isolated subnets, found it in"
                                    + " public ones"),
                    by("R-NET-08", design));
            assertEquals(
                    List.of(
                            "environments.dev.database.access.subnets: expected the database in isolated subnets, found it in"
                                    + " public ones, with a public address"),
                    by("R-NET-08", open));
        }

        @Test
        void standsTheLoadBalancer() {
            Designs mixed = dev("loadBalancer: {", "loadBalancer: { subnets: [public-a, private-b, private-c],");
            Designs internal = dev("loadBalancer: {", "loadBalancer: { scheme: internal,");
            Designs besideTheDatabase =
                    dev("loadBalancer: {", "loadBalancer: { scheme: internal, subnets: [isolated],");

            assertEquals(
                    List.of(
                            "environments.dev.loadBalancer.subnets: expected the load balancer in public subnets, found it in"
                                    + " private-b, private-c"),
                    by("R-NET-08", mixed));
            assertEquals(List.of(), by("R-NET-08", internal));
            assertEquals(
                    List.of(
                            "environments.dev.loadBalancer.subnets: expected the load balancer in private subnets, found it"
                                    + " in isolated-a, isolated-b, isolated-c"),
                    by("R-NET-08", besideTheDatabase));
        }
    }
}
