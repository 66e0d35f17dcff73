package dev.windtunnel.model.network;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A way to an AWS service that does not leave Amazon's network (S16, EP-01, EP-02). */
@Doc("A VPC endpoint, by service: ecr.api, ecr.dkr, sts, secretsmanager, kms, logs, ec2, elasticloadbalancing, s3, ...")
public record VpcEndpoint(
        @Named String service,

        @Doc(
                "interface (billed by zone and byte) or gateway (free; s3 and dynamodb only); absent means gateway for these two and interface for all others (EP-01, EP-02)")
        @Nullable Type type,

        @Doc("Zones in which an interface endpoint has an address; empty means all of the VPC's") @Default("[]")
        List<String> zones,

        @Doc("Whether the service's usual name leads to it; interface endpoints only") @Default("true")
        boolean privateDns,

        @Doc("Security groups of an interface endpoint; empty means the VPC's default group") @Default("[]")
        List<String> securityGroups) {

    /** How an endpoint stands in the VPC. */
    public enum Type {
        /** An address in each zone chosen (EP-01). */
        INTERFACE,
        /** A route of the VPC's tables (EP-02). */
        GATEWAY
    }

    private static final List<String> WITH_GATEWAY = List.of("s3", "dynamodb");

    /** Services whose short names are known; any other is written in full, {@code com.amazonaws.us-east-1.NAME}. */
    public static final List<String> KNOWN_SERVICES = List.of(
            "acm-pca",
            "airflow.api",
            "aps",
            "aps-workspaces",
            "athena",
            "autoscaling",
            "cloudformation",
            "cloudtrail",
            "codebuild",
            "config",
            "dynamodb",
            "ebs",
            "ec2",
            "ec2messages",
            "ecr.api",
            "ecr.dkr",
            "eks",
            "eks-auth",
            "elasticache",
            "elasticfilesystem",
            "elasticloadbalancing",
            "email-smtp",
            "events",
            "execute-api",
            "fis",
            "glue",
            "grafana",
            "grafana-workspace",
            "guardduty-data",
            "kinesis-firehose",
            "kinesis-streams",
            "kms",
            "lambda",
            "logs",
            "monitoring",
            "rds",
            "rds-data",
            "s3",
            "secretsmanager",
            "securityhub",
            "sns",
            "sqs",
            "ssm",
            "ssmmessages",
            "states",
            "sts",
            "synthetics",
            "xray");

    /** @throws IllegalArgumentException if the service has no such endpoint */
    public VpcEndpoint {
        zones = List.copyOf(zones);
        securityGroups = List.copyOf(securityGroups);
        if (type == Type.GATEWAY && !WITH_GATEWAY.contains(service)) {
            throw new IllegalArgumentException(
                    "type: gateway is there for s3 and dynamodb only, found it for " + service);
        }
        boolean isGateway = type == Type.GATEWAY || (type == null && WITH_GATEWAY.contains(service));
        if (isGateway && !(zones.isEmpty() && securityGroups.isEmpty())) {
            throw new IllegalArgumentException((zones.isEmpty() ? "securityGroups" : "zones")
                    + " needs type: interface; a gateway endpoint is a route");
        }
    }

    /** Gateway or interface, said or not. */
    public Type kind() {
        if (type != null) {
            return type;
        }
        return WITH_GATEWAY.contains(service) ? Type.GATEWAY : Type.INTERFACE;
    }
}
