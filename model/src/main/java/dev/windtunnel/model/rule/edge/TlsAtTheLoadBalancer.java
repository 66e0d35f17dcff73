package dev.windtunnel.model.rule.edge;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.edge.Listener;
import dev.windtunnel.model.edge.Listener.Protocol;
import dev.windtunnel.model.edge.Listener.TlsVersion;
import dev.windtunnel.model.edge.LoadBalancer;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import java.util.List;

/** Users are served on 443 with a certificate of their name and TLS 1.2 or newer; what comes in the clear is only sent on. */
final class TlsAtTheLoadBalancer implements DesignRule {

    private static final int HTTPS = 443;

    /** The policy of a listener that says none, which agrees to TLS 1.0 (ELB API, CreateListener). */
    private static final String POLICY_UNSAID = "ELBSecurityPolicy-2016-08";

    private static final RuleFacts FACTS = new RuleFacts(
            "R-EDG-01",
            Severity.ERROR,
            "what is sent in the clear, or with a broken version of TLS, is read and changed on its way",
            List.of("S15", "S28"),
            "ELB User Guide: Security policies for your Application Load Balancer; RFC 8996",
            "write loadBalancer.listeners: 443 with certificates and tlsPolicy ELBSecurityPolicy-TLS13-1-2-2021-06, 80 with redirect: {}");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : design.environments()) {
            LoadBalancer balancer = environment.loadBalancer();
            List<Listener> listeners = balancer.exposure().listeners();
            if (!balancer.tls()) {
                findings.at(
                        Design.path(environment, listeners.isEmpty() ? "loadBalancer.tls" : "loadBalancer.listeners"),
                        "expected HTTPS on " + HTTPS + ", found HTTP only");
            } else if (listeners.isEmpty()) {
                findings.at(
                        Design.path(environment, "loadBalancer.listeners"),
                        "expected a listener with a policy of TLS 1.2 or newer, found none; one that says nothing has "
                                + POLICY_UNSAID + ", which agrees to TLS 1.0");
            } else {
                isServedWithTls(environment, listeners, findings);
            }
            for (int at = 0; at < listeners.size(); at++) {
                judge(
                        environment,
                        listeners.get(at),
                        Design.path(environment, "loadBalancer.listeners." + at),
                        findings);
            }
        }
    }

    private static void isServedWithTls(Environment environment, List<Listener> listeners, Findings findings) {
        boolean isServed = listeners.stream()
                .anyMatch(listener -> listener.port() == HTTPS && listener.protocol() == Protocol.HTTPS);
        if (!isServed) {
            findings.at(
                    Design.path(environment, "loadBalancer.listeners"),
                    "expected an https listener on " + HTTPS + ", found "
                            + String.join(
                                    ", ",
                                    listeners.stream()
                                            .map(listener -> String.valueOf(listener.port()))
                                            .toList()));
        }
    }

    private static void judge(Environment environment, Listener listener, String path, Findings findings) {
        if (listener.protocol() == Protocol.HTTP
                && !listener.redirectsToHttps()
                && environment.loadBalancer().tls()) {
            findings.at(
                    path,
                    "expected " + listener.port() + " to send clients to HTTPS, found that it "
                            + (listener.redirect() == null ? "serves them in the clear" : "keeps them in the clear"));
        }
        listener.oldestTls()
                .filter(oldest -> oldest.compareTo(TlsVersion.TLS_1_2) < 0)
                .ifPresent(oldest -> findings.at(
                        path + ".tlsPolicy",
                        "expected TLS 1.2 or newer, found " + listener.tlsPolicy() + ", which agrees to "
                                + (oldest == TlsVersion.TLS_1_0 ? "TLS 1.0" : "TLS 1.1")));
        String name = environment.dns().name();
        boolean isCovered = listener.certificates().stream()
                .flatMap(certificate -> environment.edge().certificate(certificate).stream())
                .anyMatch(certificate -> certificate.covers(name));
        if (listener.protocol() == Protocol.HTTPS && listener.port() == HTTPS && !isCovered) {
            findings.at(
                    path + ".certificates",
                    "expected a certificate for " + name + ", found none among "
                            + String.join(", ", listener.certificates()));
        }
    }
}
