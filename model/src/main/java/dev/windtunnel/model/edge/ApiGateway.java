package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API Gateway before the load balancer (S77, DNS-10). */
@Doc("An API Gateway")
public record ApiGateway(
        @Doc("http or rest") @Default("http") Kind kind,

        @Doc("Requests let through; above, 429 (DNS-10)") @Default("{ rate: 10000/s, burst: 5000 }")
        RateLimit throttle,

        @Doc("Time after which it gives up on what stands behind it with 504, 50ms to 30s, to 29s for rest (DNS-10)")
        @Default("29s")
        Duration integrationTimeout,

        @Doc("Largest body; the service takes 10MB at most (DNS-10)") @Default("10MB")
        ByteSize payload,

        @Doc("Who checks callers: none, iam, jwt or lambda") @Default("none")
        Authorizer authorizer,

        @Doc("Whether it reaches the load balancer through a VPC link, so that this may be internal") @Default("false")
        boolean vpcLink,

        @Doc("Usage plans of API keys, by name; rest only") @Default("{}")
        List<UsagePlan> usagePlans,

        @Doc("Web ACL, by name below edge.webAcls; rest only; absent means none") @Nullable String webAcl,

        @Doc("Certificate of its own domain, by name below edge.certificates; absent means that it has none") @Nullable String certificate,

        @Doc("Log group of its access log; absent means none") @Nullable String accessLogs) {

    /** Which of the two services. */
    public enum Kind {
        /** HTTP API: cheaper, fewer features. */
        HTTP,
        /** REST API: usage plans, WAF, caching. */
        REST
    }

    /** Who checks callers. */
    public enum Authorizer {
        /** Nobody. */
        NONE,
        /** Signed requests. */
        IAM,
        /** A token of an identity provider. */
        JWT,
        /** A function of one's own. */
        LAMBDA
    }

    /** @throws IllegalArgumentException beyond what the service takes */
    public ApiGateway {
        usagePlans = List.copyOf(usagePlans);
        int most = kind == Kind.REST ? 29_000 : 30_000;
        if (integrationTimeout.toMillis() < 50 || integrationTimeout.toMillis() > most) {
            throw new IllegalArgumentException("integrationTimeout lies between 50ms and " + most / 1000 + "s, found "
                    + Durations.print(integrationTimeout));
        }
        if (payload.compareTo(ByteSize.parse("10MB")) > 0) {
            throw new IllegalArgumentException("payload is at most 10MB, found " + payload);
        }
        if (kind == Kind.HTTP && !usagePlans.isEmpty()) {
            throw new IllegalArgumentException("usagePlans needs kind: rest");
        }
        if (kind == Kind.HTTP && webAcl != null) {
            throw new IllegalArgumentException("webAcl needs kind: rest");
        }
    }
}
