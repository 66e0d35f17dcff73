package dev.windtunnel.model.security;

import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.ByteSize;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A SIEM: where findings and logs of all accounts are searched together (S07). */
@Doc("A SIEM")
public record Siem(
        @Doc("Account that it runs in, or that feeds it") String account,

        @Doc("Which one: Security Lake with OpenSearch, Splunk, Elastic, Sentinel")
        String product,

        @Doc(
                "What it is fed: cloudtrail, flow-logs, alb-logs, waf-logs, dns-logs, eks-audit, guardduty or security-hub")
        List<Source> sources,

        @Doc("Time that it keeps what it was fed; absent means that nobody has said") @Nullable Duration retention,

        @Doc("Bytes that it is fed each day (estimate); absent means that nobody has said") @Nullable ByteSize dailyIngest) {

    /** What a SIEM is fed. */
    public enum Source {
        /** Calls of the API. */
        CLOUDTRAIL,
        /** Connections. */
        FLOW_LOGS,
        /** Requests. */
        ALB_LOGS,
        /** What the web ACL saw. */
        WAF_LOGS,
        /** Queries of names. */
        DNS_LOGS,
        /** Calls of the Kubernetes API. */
        EKS_AUDIT,
        /** Findings of GuardDuty. */
        GUARDDUTY,
        /** Findings of all services. */
        SECURITY_HUB
    }

    /** @throws IllegalArgumentException if it is fed nothing */
    public Siem {
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("sources names at least one");
        }
    }
}
