package dev.windtunnel.model.observability;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.model.unit.Share;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way that logs take, from what writes them to what keeps them (S56). A source may have several. The volume follows the
 * traffic: {@code bytesPerRequest x requests x share}.
 */
@Doc("A way that logs take")
public record LogRoute(
        @Named String name,

        @Doc("What writes them: application, control-plane, alb, flow, waf, database or dns")
        Source source,

        @Doc("Where they go: cloudwatch-logs, s3, opensearch or elk")
        Destination destination,

        @Doc("What carries them: fluent-bit or vector from the pods, service where AWS delivers them itself")
        @Default("service")
        Agent agent,

        @Doc("Log group, bucket, domain or index; absent means one of the route's name") @Nullable String target,

        @Doc("Time that they are kept; absent means for ever, or as long as the bucket's own rules say") @Nullable Duration retention,

        @Doc("Class of the log group: standard or infrequent-access") @Default("standard")
        GroupClass groupClass,

        @Doc("Bytes for each request (estimate)") @Default("500B")
        ByteSize bytesPerRequest,

        @Doc("Share of the lines that are carried") @Default("100%")
        Share share,

        @Doc(
                "Kinds carried, of a control plane api, audit, authenticator, controllerManager, scheduler; empty means all")
        @Default("[]")
        List<String> kinds,

        @Doc("KMS key that encrypts them; absent means one of the service") @Nullable String key) {

    /** What writes logs. */
    public enum Source {
        /** The containers. */
        APPLICATION,
        /** The EKS control plane, audit logs among them. */
        CONTROL_PLANE,
        /** The load balancer's access logs. */
        ALB,
        /** VPC flow logs. */
        FLOW,
        /** The web ACL. */
        WAF,
        /** PostgreSQL. */
        DATABASE,
        /** Route 53 Resolver's query logs. */
        DNS
    }

    /** What keeps logs. */
    public enum Destination {
        /** CloudWatch Logs. */
        CLOUDWATCH_LOGS,
        /** A bucket. */
        S3,
        /** Amazon OpenSearch Service. */
        OPENSEARCH,
        /** Elasticsearch, Logstash and Kibana of one's own. */
        ELK
    }

    /** What carries logs. */
    public enum Agent {
        /** Fluent Bit, a pod on each node. */
        FLUENT_BIT,
        /** Vector, a pod on each node. */
        VECTOR,
        /** The AWS service that writes them. */
        SERVICE
    }

    /** Class of a log group. */
    public enum GroupClass {
        /** All features. */
        STANDARD,
        /** Half the price of ingestion, fewer features. */
        INFREQUENT_ACCESS
    }

    private static final List<Long> RETENTION_DAYS = List.of(
            1L, 3L, 5L, 7L, 14L, 30L, 60L, 90L, 120L, 150L, 180L, 365L, 400L, 545L, 731L, 1096L, 1827L, 2192L, 2557L,
            2922L, 3288L, 3653L);

    /** @throws IllegalArgumentException if the parts of the way do not fit together */
    public LogRoute {
        kinds = List.copyOf(kinds);
        if (source == Source.APPLICATION && agent == Agent.SERVICE) {
            throw new IllegalArgumentException("agent of application logs is fluent-bit or vector, found service");
        }
        if (source != Source.APPLICATION && agent != Agent.SERVICE && destination == Destination.CLOUDWATCH_LOGS) {
            throw new IllegalArgumentException(
                    "agent is service where AWS delivers logs to CloudWatch itself; only containers need another");
        }
        if (source == Source.ALB && destination == Destination.CLOUDWATCH_LOGS) {
            throw new IllegalArgumentException("destination of ALB access logs is s3, the only one that it offers");
        }
        if (retention != null && destination == Destination.CLOUDWATCH_LOGS && !isOffered(retention)) {
            throw new IllegalArgumentException(
                    "retention is one that CloudWatch Logs offers: 1d, 3d, 5d, 7d, 14d, 30d, 60d, 90d, 120d, 150d, 180d,"
                            + " 365d, 400d, 545d, 731d or longer, found " + Durations.print(retention));
        }
        if (groupClass == GroupClass.INFREQUENT_ACCESS && destination != Destination.CLOUDWATCH_LOGS) {
            throw new IllegalArgumentException("groupClass needs destination: cloudwatch-logs");
        }
    }

    private static boolean isOffered(Duration retention) {
        return retention.equals(Duration.ofDays(retention.toDays())) && RETENTION_DAYS.contains(retention.toDays());
    }

    /** The log group, bucket, domain or index. */
    public String goesTo() {
        return target != null ? target : name;
    }
}
