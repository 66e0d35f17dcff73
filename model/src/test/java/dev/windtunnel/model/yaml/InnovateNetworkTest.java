package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.edge.Exposure;
import dev.windtunnel.model.edge.Listener;
import dev.windtunnel.model.edge.RecordOwner;
import dev.windtunnel.model.edge.RoutingPolicy;
import dev.windtunnel.model.edge.WebAcl;
import dev.windtunnel.model.network.Route;
import dev.windtunnel.model.network.SecurityGroup;
import dev.windtunnel.model.network.SecurityGroupRule;
import dev.windtunnel.model.network.Subnet;
import dev.windtunnel.model.network.SubnetTier;
import dev.windtunnel.model.network.VpcEndpoint;
import dev.windtunnel.model.resilience.Recovery;
import dev.windtunnel.model.resilience.RecoveryPattern;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The customer's network, edge and recovery in full (S11-S18, S26, S28, S46, S51, S54, S76). */
final class InnovateNetworkTest {

    private static final Architecture DESIGN = ShippedDesign.today();

    private final Environment prod = DESIGN.environment("prod").orElseThrow();

    @Test
    void keepsTheDatabasesSubnetsInsideTheVpc() {
        for (Subnet subnet : prod.vpc().subnetsOf(List.of("isolated"))) {
            assertEquals(SubnetTier.ISOLATED, subnet.tier());
            assertTrue(prod.vpc().routesOf(subnet).stream().noneMatch(Route::isDefault), subnet.name());
        }
    }

    @Test
    void reachesTheServicesOfTheClusterWithoutTheInternetInEveryZone() {
        List<String> needed =
                List.of("ecr.api", "ecr.dkr", "sts", "secretsmanager", "kms", "logs", "ec2", "elasticloadbalancing");

        for (Environment environment : DESIGN.environments()) {
            for (String service : needed) {
                VpcEndpoint endpoint = environment.vpc().endpoint(service).orElseThrow();
                assertEquals(VpcEndpoint.Type.INTERFACE, endpoint.kind());
                assertEquals(List.of("a", "b", "c"), environment.vpc().zonesOf(endpoint));
            }
            assertEquals(
                    VpcEndpoint.Type.GATEWAY,
                    environment.vpc().endpoint("s3").orElseThrow().kind());
        }
    }

    @Test
    void letsNobodyButTheNodesToTheDatabase() {
        SecurityGroup database = prod.vpc().securityGroup("database").orElseThrow();

        assertEquals(
                List.of("nodes"),
                database.ingress().stream().map(SecurityGroupRule::group).toList());
        assertTrue(database.ingress().getFirst().ports().isOnlyTcp(5432));
        assertTrue(database.egress().isEmpty());
        assertTrue(prod.vpc().securityGroup("default").orElseThrow().isClosed());
    }

    @Test
    void opensTheLoadBalancerAloneToTheInternet() {
        List<String> open = prod.vpc().securityGroups().stream()
                .filter(group -> group.ingress().stream().anyMatch(SecurityGroupRule::isAnywhere))
                .map(SecurityGroup::name)
                .toList();

        assertEquals(open, prod.loadBalancer().exposure().securityGroups());
        assertEquals(List.of("alb"), open);
    }

    @Test
    void endsTlsAtTheLoadBalancerWithACertificateThatRenewsItself() {
        Listener https = prod.loadBalancer().exposure().listeners().getFirst();
        Listener http = prod.loadBalancer().exposure().listeners().getLast();

        assertEquals(Listener.TlsVersion.TLS_1_2, https.oldestTls().orElseThrow());
        var certificate =
                prod.edge().certificate(https.certificates().getFirst()).orElseThrow();
        assertTrue(certificate.covers(prod.dns().name()));
        assertTrue(certificate.renewsItself());
        assertTrue(http.redirectsToHttps());
    }

    @Test
    void standsBehindAWebAclWhichMayFail() {
        Exposure exposure = prod.loadBalancer().exposure();
        WebAcl acl =
                prod.edge().webAcl(Objects.requireNonNull(exposure.webAcl())).orElseThrow();

        // 25 + 700 + 200 + 200 of the groups, 2 of the rate rule.
        assertEquals(1127, acl.capacityUnits());
        assertTrue(Objects.requireNonNull(exposure.wafFailOpen()));
        assertTrue(exposure.deletionProtection() && exposure.zonalShift());
        assertEquals(
                "central-logs", Objects.requireNonNull(exposure.accessLogs()).bucket());
    }

    @Test
    void hasItsNameWrittenByExternalDnsWithASecondChoice() {
        assertEquals(RecordOwner.EXTERNAL_DNS, prod.dns().managedBy());
        assertEquals(
                new RoutingPolicy.Failover(RoutingPolicy.Failover.Role.PRIMARY),
                prod.dns().routing());
        assertEquals(prod.dns().name(), prod.dns().records().getFirst().answersTo());
        assertEquals(
                Duration.ofSeconds(30), prod.dns().healthChecks().getFirst().detection());
    }

    @Test
    void statesTargetsForEveryEnvironmentAndWhatIsThereInTheOtherRegion() {
        for (Environment environment : DESIGN.environments()) {
            assertTrue(Objects.requireNonNull(environment.recovery()).statesTargets(), environment.name());
            assertNotNull(environment.vpc().flowLogs(), environment.name());
        }
        Recovery recovery = Objects.requireNonNull(prod.recovery());
        assertEquals(RecoveryPattern.BACKUP_RESTORE, recovery.pattern());
        assertTrue(recovery.regions().getFirst().isStated());
        assertFalse(Objects.requireNonNull(recovery.traffic()).automatic());
    }
}
