package dev.windtunnel.model.compute.pod;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;

/** What a workload asks of an AWS service (S31). */
@Doc("Calls of an AWS service")
public record AwsCall(
        @Doc("Service as IAM names it: s3, sqs, secretsmanager, kms")
        String service,

        @Doc("Actions without the service's name, such as GetSecretValue; * means all")
        List<String> actions,

        @Doc("What they act on: names of buckets, queues, secrets, keys, or ARNs; * means all") @Default("['*']")
        List<String> resources) {

    /** @throws IllegalArgumentException if it names no service or no action */
    public AwsCall {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        if (!service.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("service is an IAM prefix such as sqs, found '" + service + "'");
        }
        if (actions.isEmpty()) {
            throw new IllegalArgumentException("actions holds at least one action");
        }
        if (resources.isEmpty()) {
            throw new IllegalArgumentException("resources holds at least one resource");
        }
    }
}
