package dev.windtunnel.model.rule.edge;

import static dev.windtunnel.model.rule.Designs.shipped;
import static dev.windtunnel.model.rule.Judged.by;
import static dev.windtunnel.model.rule.Judged.dev;
import static dev.windtunnel.model.rule.Judged.minimal;
import static dev.windtunnel.model.rule.Judged.prod;
import static dev.windtunnel.model.rule.Judged.stage;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.rule.Designs;
import dev.windtunnel.model.rule.Finding;
import dev.windtunnel.model.rule.Judged;
import dev.windtunnel.model.rule.Severity;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EdgeRulesTest {

    static List<String> ids() {
        return EdgeRules.all().stream().map(rule -> rule.facts().id()).toList();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void findNothingInTheShippedCustomer(String id) {
        assertEquals(List.of(), by(id, shipped()));
    }

    /** Dev with more keys of its load balancer. */
    private static Designs balancer(String keys) {
        return dev("loadBalancer: {", "loadBalancer: { " + keys + ",");
    }

    @Nested
    class Tls {

        private static final String HTTPS = "{ port: 443, protocol: https, certificates: [app], tlsPolicy: ";

        @Test
        void isOfThisDecade() {
            assertEquals(
                    List.of("environments.dev.loadBalancer.listeners.0.tlsPolicy: expected TLS 1.2 or newer, found"
                            + " ELBSecurityPolicy-TLS-1-1-2017-01, which agrees to TLS 1.1"),
                    by("R-EDG-01", balancer("listeners: [" + HTTPS + "ELBSecurityPolicy-TLS-1-1-2017-01 }]")));
            assertEquals(
                    List.of(),
                    by("R-EDG-01", balancer("listeners: [" + HTTPS + "ELBSecurityPolicy-TLS-1-2-Ext-2018-06 }]")));
        }

        @Test
        void isOldWhereNothingIsSaid() {
            assertEquals(
                    List.of(
                            "environments.prod.loadBalancer.listeners: expected a listener with a policy of TLS 1.2 or newer,"
                                    + " found none; one that says nothing has ELBSecurityPolicy-2016-08, which agrees to TLS 1.0"),
                    by("R-EDG-01", minimal()));
        }

        @Test
        void isSpokenOn443() {
            Designs odd = balancer("listeners: [{ port: 8443, protocol: https, certificates: [app], tlsPolicy:"
                    + " ELBSecurityPolicy-TLS13-1-2-2021-06 }]");

            assertEquals(
                    List.of("environments.dev.loadBalancer.listeners: expected an https listener on 443, found 8443"),
                    by("R-EDG-01", odd));
        }

        @Test
        void isSpokenAtAll() {
            Designs clear = balancer("tls: false, listeners: [{ port: 80, protocol: http }]");

            assertEquals(
                    List.of("environments.dev.loadBalancer.listeners: expected HTTPS on 443, found HTTP only"),
                    by("R-EDG-01", clear));
        }

        @Test
        void isWhereTheClearLeadsTo() {
            String https = HTTPS + "ELBSecurityPolicy-TLS13-1-2-2021-06 }";

            assertEquals(
                    List.of(
                            "environments.dev.loadBalancer.listeners.1: expected 80 to send clients to HTTPS, found that it"
                                    + " serves them in the clear"),
                    by("R-EDG-01", balancer("listeners: [" + https + ", { port: 80, protocol: http }]")));
            assertEquals(
                    List.of(
                            "environments.dev.loadBalancer.listeners.1: expected 80 to send clients to HTTPS, found that it"
                                    + " keeps them in the clear"),
                    by(
                            "R-EDG-01",
                            balancer("listeners: [" + https
                                    + ", { port: 80, protocol: http, redirect: { protocol: http, port: 8080 } }]")));
        }

        @Test
        void hasACertificateOfTheName() {
            Designs design = dev("domain: dev.innovate.example", "domain: test.innovate.example");
            Designs star = dev("domain: dev.innovate.example", "domain: \"*.innovate.example\"");

            assertEquals(
                    List.of("environments.dev.loadBalancer.listeners.0.certificates: expected a certificate for"
                            + " dev.innovate.example, found none among app"),
                    by("R-EDG-01", design));
            assertEquals(List.of(), by("R-EDG-01", star));
        }
    }

    @Nested
    class AWebAcl {

        @Test
        void standsBeforeAPublicLoadBalancer() {
            assertEquals(
                    List.of(
                            "environments.dev.loadBalancer.webAcl: expected a web ACL before the public load balancer of dev,"
                                    + " found none"),
                    by("R-EDG-02", balancer("webAcl: ~")));
            assertEquals(List.of(), by("R-EDG-02", balancer("webAcl: ~, scheme: internal")));
        }

        @Test
        void mayFailAndSomebodyDecidedHow() {
            assertEquals(
                    List.of(
                            "environments.dev.loadBalancer.wafFailOpen: expected a word on what happens while WAF cannot be"
                                    + " asked, found none; the service answers 500 then"),
                    by("R-EDG-02", balancer("wafFailOpen: ~")));
            assertEquals(List.of(), by("R-EDG-02", balancer("wafFailOpen: false")));
        }

        @Test
        void blocksSomething() {
            String counted =
                    "webAcls: { trial: { managedRuleGroups: { AWSManagedRulesCommonRuleSet: { action: count } } } },";
            Designs design =
                    balancer("webAcl: trial").after("  dev:\n    extends: stage", "edge: {", "edge: { " + counted);

            assertEquals(
                    List.of(
                            "environments.dev.edge.webAcls.trial: trial lets everything pass, expected a rule that blocks"),
                    by("R-EDG-02", design));
        }
    }

    @Nested
    class TheLoadBalancer {

        @Test
        void standsInEveryZone() {
            assertEquals(
                    List.of(
                            "environments.dev.loadBalancer.zones: expected the load balancer in all 3 zones, found no node of"
                                    + " it in b"),
                    by("R-EDG-03", balancer("zones: [a, c]")));
            assertEquals(
                    List.of(
                            "environments.dev.loadBalancer.subnets: expected the load balancer in all 3 zones, found no node of"
                                    + " it in c"),
                    by("R-EDG-03", balancer("subnets: [public-a, public-b]")));
        }

        @Test
        void logsWhatItIsAsked() {
            Designs design = dev("{ accessLogs: { prefix: alb/dev } }", "{ accessLogs: ~ }");

            assertEquals(
                    List.of(
                            "environments.dev.loadBalancer.accessLogs: expected access logs of the load balancer of dev, found"
                                    + " none"),
                    by("R-EDG-03", design));
            assertEquals(Severity.ERROR, first(design).severity());
        }

        @Test
        void isProtectedInProduction() {
            Designs design = prod("      deletionProtection: true\n      zonalShift", "      zonalShift");

            assertEquals(
                    List.of(
                            "environments.prod.loadBalancer.deletionProtection: expected the load balancer of prod to be"
                                    + " protected, found deletionProtection: false"),
                    by("R-EDG-03", design));
            assertEquals(Severity.WARNING, first(design).severity());
        }

        @Test
        void isRefusedByAwsInOneZone() {
            assertEquals(
                    List.of("environments.prod.vpc.zones: AWS wants a load balancer in at least 2 zones, found 1"),
                    by("R-EDG-03", minimal()).stream()
                            .filter(found -> found.contains("vpc.zones"))
                            .toList());
        }

        private static Finding first(Designs design) {
            return design.outcome(Judged.rule("R-EDG-03")).findings().getFirst();
        }
    }

    @Nested
    class AHealthCheck {

        @Test
        void asksForNoPathThatAsksTheDatabase() {
            Designs design = stage("loadBalancer: {", "loadBalancer: { healthCheck: { path: /api/items },");

            assertEquals(
                    List.of(
                            "environments.stage.loadBalancer.healthCheck.path: expected a path that needs no database, found"
                                    + " /api/items, for which endpoint list sends 2 statements"),
                    by("R-EDG-04", design));
        }

        @Test
        void believesWhatAProbeSays() {
            Designs design = stage("loadBalancer: {", "loadBalancer: { healthCheck: { path: /ready },");

            assertEquals(
                    List.of(
                            "environments.stage.loadBalancer.healthCheck.path: expected a path that needs no database, found"
                                    + " /ready, of which a probe of backend says that it does"),
                    by("R-EDG-04", design));
        }

        @Test
        void hearsTheAnswerBeforeItAsksAgain() {
            Designs design = stage("loadBalancer: {", "loadBalancer: { healthCheck: { interval: 10s, timeout: 10s },");

            assertEquals(
                    List.of(
                            "environments.stage.loadBalancer.healthCheck.timeout: expected a timeout below the interval of"
                                    + " 10s, found 10s"),
                    by("R-EDG-04", design));
        }

        @Test
        void mayAskAnythingInDev() {
            assertEquals(List.of(), by("R-EDG-04", balancer("healthCheck: { path: /api/items }")));
        }
    }

    @Nested
    class AZonalShift {

        @Test
        void isOpenToLoadBalancerAndCluster() {
            Designs design = prod("dropInvalidHeaderFields: true", "dropInvalidHeaderFields: true")
                    .after("wafFailOpen: true", "zonalShift: true", "zonalShift: false")
                    .after("secretsEncryptionKey: eks-secrets", "zonalShift: true", "zonalShift: false");

            assertEquals(
                    List.of(
                            "environments.prod.loadBalancer.zonalShift: expected the load balancer of prod to be open to zonal"
                                    + " shifts, found zonalShift: false",
                            "environments.prod.cluster.controlPlane.zonalShift: expected the cluster of prod to be open to"
                                    + " zonal shifts, found zonalShift: false"),
                    by("R-EDG-05", design));
        }

        @Test
        void leadsNowhereFromTheOnlyZone() {
            assertEquals(List.of(), by("R-EDG-05", minimal()));
        }
    }

    @Nested
    class Names {

        @Test
        void areWrittenByTheCluster() {
            assertEquals(
                    List.of(
                            "environments.stage.dns.managedBy: expected external-dns to write stage.innovate.example, found"
                                    + " hand"),
                    by(
                            "R-EDG-06",
                            stage(
                                    "name: stage.innovate.example",
                                    "name: stage.innovate.example\n      managedBy: hand")));
            assertEquals(
                    List.of(
                            "environments.stage.dns.managedBy: expected external-dns to write stage.innovate.example, found no"
                                    + " word of who does"),
                    by(
                            "R-EDG-06",
                            stage("name: stage.innovate.example", "name: stage.innovate.example\n      managedBy: ~")));
        }

        @Test
        void areWrittenBySomethingInstalled() {
            Designs design = stage("    cluster:\n", "    cluster:\n      addOns: { external-dns: ~ }\n");

            assertEquals(
                    List.of("environments.stage.cluster.addOns.external-dns: expected external-dns to write"
                            + " stage.innovate.example, found that it is not installed in the cluster"),
                    by("R-EDG-06", design));
        }

        @Test
        void areForgottenSoon() {
            String records = """
                    records:
                        certificate-authorities: { host: innovate.example, type: CAA, values: ['0 issue "amazon.com"'], ttl: 1h }
                        old: { host: old.innovate.example, type: CNAME, values: [stage.innovate.example], ttl: 1h, managedBy: hand }
                    """.indent(6);
            Designs design = stage("      records: ~\n", records)
                    .after(
                            "  stage:\n    extends: prod",
                            "    cluster:\n",
                            "    cluster:\n      addOns: { external-dns: { ttl: 5m } }\n")
                    .after(
                            "  stage:\n    extends: prod",
                            "name: stage.innovate.example",
                            "name: stage.innovate.example\n      ttl: 2m");

            assertEquals(
                    List.of(
                            "environments.stage.cluster.addOns.external-dns.ttl: expected what external-dns writes to be"
                                    + " forgotten after at most 1m, found 5m",
                            "environments.stage.dns.records.old.managedBy: expected external-dns or the infrastructure code to"
                                    + " write old.innovate.example, found hand",
                            "environments.stage.dns.records.old.ttl: expected old.innovate.example to be forgotten after at"
                                    + " most 1m, found 1h",
                            "environments.stage.dns.ttl: expected stage.innovate.example to be forgotten after at most 1m,"
                                    + " found 2m"),
                    by("R-EDG-06", design).stream().sorted().toList());
        }

        @Test
        void areNobodysBusinessInASketch() {
            assertEquals(List.of(), by("R-EDG-06", minimal()));
        }
    }
}
