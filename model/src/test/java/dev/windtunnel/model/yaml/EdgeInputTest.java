package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.edge.AliasTarget;
import dev.windtunnel.model.edge.Certificate;
import dev.windtunnel.model.edge.Edge;
import dev.windtunnel.model.edge.Exposure;
import dev.windtunnel.model.edge.Listener;
import dev.windtunnel.model.edge.RoutingPolicy;
import dev.windtunnel.model.edge.WebAcl;
import dev.windtunnel.model.unit.Share;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Listeners, certificates, web ACLs, DNS and what stands before the load balancer, and what is said of those that cannot be. */
final class EdgeInputTest {

    private static final String DNS = "    dns: { name: shop.example }\n";
    private static final String CERTIFIED = "edge: { certificates: { app: { domain: shop.example } } }";

    @TempDir
    private Path folder = Path.of("");

    /** The keys stand beside the environment's own, a line each. */
    private Draft with(String keys) {
        return Draft.in(folder).architecture(DNS, DNS + "    " + keys.replace("; ", "\n    ") + "\n");
    }

    private Draft dns(String keys) {
        return Draft.in(folder).architecture(DNS, "    dns: { name: shop.example, " + keys + " }\n");
    }

    private Environment environment(String keys) {
        return with(keys).read().environment();
    }

    @Test
    void standsOpenAndUnguardedUnlessToldOtherwise() {
        Environment plain = Draft.in(folder).read().environment();

        assertEquals(new Exposure(), plain.loadBalancer().exposure());
        assertEquals(List.of("public"), plain.loadBalancer().exposure().subnetWords());
        assertEquals(new Edge(), plain.edge());
        assertEquals(AliasTarget.LOAD_BALANCER, plain.dns().alias());
        assertNull(plain.dns().managedBy());
    }

    @Test
    void readsListenersAndKnowsTheOldestTlsOfAPolicy() {
        Exposure exposure = environment(
                        CERTIFIED
                                + "; loadBalancer: { scheme: internal, listeners: [ { port: 443, protocol: https, certificates: [app],"
                                + " tlsPolicy: ELBSecurityPolicy-TLS13-1-3-2021-06 }, { port: 80, protocol: http, redirect: {} } ] }")
                .loadBalancer()
                .exposure();

        assertEquals(
                Listener.TlsVersion.TLS_1_3,
                exposure.listeners().getFirst().oldestTls().orElseThrow());
        assertTrue(exposure.listeners().getLast().redirectsToHttps());
        assertTrue(exposure.listeners().getLast().oldestTls().isEmpty());
        assertEquals(List.of("private"), exposure.subnetWords());
    }

    @ParameterizedTest
    @CsvSource({
        "ELBSecurityPolicy-2016-08, TLS_1_0",
        "ELBSecurityPolicy-FS-2018-06, TLS_1_0",
        "ELBSecurityPolicy-TLS-1-1-2017-01, TLS_1_1",
        "ELBSecurityPolicy-TLS-1-2-Ext-2018-06, TLS_1_2",
        "ELBSecurityPolicy-FS-1-2-Res-2020-10, TLS_1_2",
        "ELBSecurityPolicy-TLS13-1-0-2021-06, TLS_1_0",
        "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04, TLS_1_2",
    })
    void readsTheVersionOutOfThePolicysName(String policy, Listener.TlsVersion oldest) {
        Listener listener = new Listener(443, Listener.Protocol.HTTPS, List.of("app"), policy, null);

        assertEquals(oldest, listener.oldestTls().orElseThrow());
    }

    @Test
    void renewsOnlyWhatAcmMadeAndCanProve() {
        List<Certificate> certificates = environment("edge: { certificates: { app: { domain: '*.shop.example' },"
                        + " mailed: { domain: shop.example, validation: email },"
                        + " bought: { domain: shop.example, issuer: imported, expires: 2027-01-31T00:00:00Z } } }")
                .edge()
                .certificates();

        assertEquals(
                List.of(true, false, false),
                certificates.stream().map(Certificate::renewsItself).toList());
        assertTrue(certificates.getFirst().covers("www.shop.example"));
        assertFalse(certificates.getFirst().covers("shop.example"));
        assertFalse(certificates.getFirst().covers("a.b.shop.example"));
    }

    @Test
    void addsUpTheCapacityOfAWebAcl() {
        WebAcl acl = environment("edge: { webAcls: { public: { managedRuleGroups: { AWSManagedRulesCommonRuleSet: {},"
                        + " theirs: { vendor: Someone, capacity: 300 } }, rateRules: { all: { limit: 100, window: 1m } },"
                        + " blockedCountries: [KP], blockedShare: 3% } } }")
                .edge()
                .webAcl("public")
                .orElseThrow();

        assertEquals(700 + 300 + 2 + 1, acl.capacityUnits());
        assertEquals(Share.parse("3%"), acl.blockedShare());
        assertEquals(Share.parse("0.02%"), acl.falsePositives());
        assertEquals(8192, acl.bodyInspection().bytes());
    }

    @Test
    void readsWhatMayStandBeforeTheLoadBalancer() {
        Edge edge = environment("edge: { cloudFront: { origins: { api: { loadBalancer: true } }, behaviors: [ { path:"
                        + " /static/*, origin: api, hitRatio: 90% }, { origin: api } ] },"
                        + " globalAccelerator: { endpointGroups: { us-east-1: {}, eu-central-1: { trafficDial: 0% } } },"
                        + " apiGateway: { kind: rest, usagePlans: { partners: { throttle: { rate: 10/s, burst: 20 }, quota: 100000 } } },"
                        + " shieldAdvanced: {} }")
                .edge();

        assertEquals(
                "*",
                Objects.requireNonNull(edge.cloudFront()).behaviors().getLast().path());
        assertEquals(
                Share.NONE,
                Objects.requireNonNull(edge.globalAccelerator())
                        .endpointGroups()
                        .getLast()
                        .trafficDial());
        var api = Objects.requireNonNull(edge.apiGateway());
        assertEquals(10_000.0, api.throttle().rate().perSecond());
        assertEquals(Duration.ofSeconds(29), api.integrationTimeout());
        assertEquals(100_000L, api.usagePlans().getFirst().quota());
        assertEquals(1, Objects.requireNonNull(edge.shieldAdvanced()).protects().size());
    }

    @Test
    void readsRecordsWithTheirRouting() {
        var dns = dns("managedBy: external-dns, routing: { policy: weighted, weight: 90 }, records: { blue: { host:"
                        + " shop.example, alias: load-balancer, routing: { policy: weighted, weight: 10 }, healthCheck: up },"
                        + " eu: { alias: load-balancer, region: eu-central-1, routing: { policy: latency, region: eu-central-1 } },"
                        + " rest.shop.example: { values: [192.0.2.1], routing: { policy: geolocation } } },"
                        + " healthChecks: { up: { failureThreshold: 2 } }")
                .read()
                .environment()
                .dns();

        assertEquals(new RoutingPolicy.Weighted(90), dns.routing());
        assertEquals("shop.example", dns.records().getFirst().answersTo());
        assertEquals(new RoutingPolicy.Geolocation("*"), dns.records().getLast().routing());
        assertEquals(Duration.ofMinutes(5), dns.records().getLast().ttl());
        assertEquals(Duration.ofMinutes(1), dns.healthChecks().getFirst().detection());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "loadBalancer: { listeners: [ { port: 443, protocol: https, certificates: [ap] } ] }; edge: { certificates: { app: { domain: x } } } | did you mean 'app'?",
                "loadBalancer: { listeners: [ { port: 443, protocol: https } ] } | certificates of an https listener has at least one",
                "loadBalancer: { listeners: [ { port: 80, protocol: http } ] } | listeners has no https one; write tls: false too",
                "loadBalancer: { tls: false, listeners: [ { port: 443, protocol: https, certificates: [app] } ] }; edge: { certificates: { app: { domain: x } } } | listeners has an https one",
                "loadBalancer: { tls: false, listeners: [ { port: 80, protocol: http }, { port: 80, protocol: http } ] } | listeners has each port once",
                "loadBalancer: { tls: false, listeners: [ { port: 80, protocol: http, tlsPolicy: strong } ] } | tlsPolicy is a security policy of Elastic Load Balancing",
                "loadBalancer: { tls: false, listeners: [ { port: 80, protocol: http, redirect: { statusCode: 307 } } ] } | statusCode is 301 or 302, found 307",
                "loadBalancer: { webAcl: public } | unknown web ACL 'public'",
                "loadBalancer: { webAcl: far }; edge: { webAcls: { far: { scope: cloudfront } } } | web ACL 'far' is of scope cloudfront, here stands one of scope regional",
                "loadBalancer: { accessLogs: { bucket: logs } } | unknown bucket 'logs'",
                "loadBalancer: { zones: [a, x] } | unknown zone 'x'",
                "loadBalancer: { subnets: [pubic] } | did you mean 'public' or",
                "loadBalancer: { securityGroups: [alb] } | unknown security group 'alb'",
                "loadBalancer: { lcuReservation: 5 } | lcuReservation is at least 100, found 5",
                "edge: { certificates: { app: { domain: x, issuer: imported } } } | expires is needed for issuer: imported",
                "edge: { webAcls: { w: { bodyInspection: 1Mi } } } | bodyInspection lies between 8Ki and 64Ki, found 1Mi",
                "edge: { webAcls: { w: { rateRules: { r: { limit: 5 } } } } } | limit lies between 10 and 2000000000, found 5",
                "edge: { webAcls: { w: { rateRules: { r: { limit: 500, window: 3m } } } } } | window is 1m, 2m, 5m or 10m, found 3m",
                "edge: { webAcls: { w: { managedRuleGroups: { g: { capacity: 5001 } } } } } | take at most 5000 capacity units, found 5001",
                "edge: { webAcls: { w: { blockedCountries: [kp] } } } | blockedCountries holds codes of two capital letters",
                "edge: { cloudFront: { origins: { api: {} }, behaviors: [ { origin: api } ] } } | an origin is one of bucket, loadBalancer: true and domain",
                "edge: { cloudFront: { origins: { api: { domain: x } }, behaviors: [ { origin: apo } ] } } | did you mean 'api'?",
                "edge: { cloudFront: { origins: { api: { domain: x } }, behaviors: [ { path: /a, origin: api } ] } } | behaviors holds one for path \"*\"",
                "edge: { globalAccelerator: { endpointGroups: { mars-1: {} } } } | unknown region 'mars-1'",
                "edge: { apiGateway: { webAcl: w }, webAcls: { w: {} } } | webAcl needs kind: rest",
                "edge: { apiGateway: { integrationTimeout: 31s } } | integrationTimeout lies between 50ms and 30s, found 31s",
                "edge: { shieldAdvanced: { protects: [] } } | protects names at least one",
            })
    void saysWhatIsWrong(String keys, String expected) {
        String problem = with(keys).onlyProblemWithAdvice();

        assertTrue(problem.startsWith("architecture.yaml:") && problem.contains(expected), problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zone: { name: other.example } | zone other.example does not hold shop.example",
                "alias: cloudfront | an alias of 'cloudfront' leads nowhere",
                "healthCheck: up | unknown health check 'up'",
                "routing: { policy: weighted, weight: 300 } | weight lies between 0 and 255, found 300",
                "routing: { policy: latency, region: mars } | unknown region 'mars'",
                "records: { x: {} } | values or alias is needed",
                "records: { x: { alias: load-balancer, values: [192.0.2.1] } } | values and alias exclude each other",
                "records: { x: { type: B, values: [y] } } | type is one of A, AAAA",
                "healthChecks: { up: { interval: 20s } } | interval is 10s or 30s, found 20s",
                "healthChecks: { up: { failureThreshold: 0 } } | failureThreshold lies between 1 and 10, found 0",
            })
    void saysWhatIsWrongWithDns(String keys, String expected) {
        String problem = dns(keys).onlyProblemWithAdvice();

        assertTrue(problem.startsWith("architecture.yaml:") && problem.contains(expected), problem);
    }
}
