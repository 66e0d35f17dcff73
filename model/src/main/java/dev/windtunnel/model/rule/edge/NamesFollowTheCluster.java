package dev.windtunnel.model.rule.edge;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.cluster.ExternalDns;
import dev.windtunnel.model.edge.DnsName;
import dev.windtunnel.model.edge.DnsRecord;
import dev.windtunnel.model.edge.RecordOwner;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Names that lead users to the cluster are written by external-dns, and forgotten within a minute. */
final class NamesFollowTheCluster implements DesignRule {

    /** Longest time to live of a record that users are led by: that of a load balancer's own name (DNS-01). */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** Types of records that lead to an address; others (CAA, TXT, MX) may live as long as they like. */
    private static final List<String> LEADING = List.of("A", "AAAA", "CNAME");

    private static final RuleFacts FACTS = new RuleFacts(
            "R-EDG-06",
            Severity.WARNING,
            "a record written by hand leads to a load balancer that is gone, and a long time to live keeps users there",
            List.of("S26"),
            "DNS-01, DNS-07",
            "write dns.managedBy: external-dns, cluster.addOns.external-dns: { ttl: 60s }, and aliases or ttl: 60s below dns.records");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        List<Environment> governed = Scope.governed(design);
        for (Environment environment : Scope.beyondDevelopment(design)) {
            owner(environment, governed.contains(environment), findings);
            timeToLive(environment, findings);
            for (DnsRecord record : environment.dns().records()) {
                if (LEADING.contains(record.type())) {
                    judge(environment, record, findings);
                }
            }
        }
    }

    private static void owner(Environment environment, boolean isGoverned, Findings findings) {
        RecordOwner owner = environment.dns().managedBy();
        String path = Design.path(environment, "dns.managedBy");
        String expected = "expected external-dns to write " + environment.dns().name() + ", found ";
        if (owner == null && isGoverned) {
            findings.at(path, expected + "no word of who does");
        } else if (owner != null && owner != RecordOwner.EXTERNAL_DNS) {
            findings.at(path, expected + owner.name().toLowerCase(Locale.ROOT));
        } else if (owner == RecordOwner.EXTERNAL_DNS
                && environment.cluster().addOns().externalDns() == null) {
            findings.at(
                    Design.path(environment, "cluster.addOns.external-dns"),
                    expected + "that it is not installed in the cluster");
        }
    }

    private static void timeToLive(Environment environment, Findings findings) {
        DnsName dns = environment.dns();
        if (dns.ttl().compareTo(LONGEST) > 0) {
            findings.at(Design.path(environment, "dns.ttl"), tooLong(dns.name(), dns.ttl()));
        }
        ExternalDns externalDns = environment.cluster().addOns().externalDns();
        if (externalDns != null && externalDns.ttl().compareTo(LONGEST) > 0) {
            findings.at(
                    Design.path(environment, "cluster.addOns.external-dns.ttl"),
                    tooLong("what external-dns writes", externalDns.ttl()));
        }
    }

    /** The plan for another region is written beforehand, while no cluster is there to write it. */
    private static void judge(Environment environment, DnsRecord record, Findings findings) {
        String path = Design.path(environment, "dns.records." + record.name());
        if (record.managedBy() == RecordOwner.HAND) {
            findings.at(
                    path + ".managedBy",
                    "expected external-dns or the infrastructure code to write " + record.answersTo() + ", found hand");
        }
        if (record.alias() == null && record.ttl().compareTo(LONGEST) > 0) {
            findings.at(path + ".ttl", tooLong(record.answersTo(), record.ttl()));
        }
    }

    private static String tooLong(String name, Duration found) {
        return "expected " + name + " to be forgotten after at most " + Durations.print(LONGEST) + ", found "
                + Durations.print(found);
    }
}
