package dev.windtunnel.model.compute.pod;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who a pod is, to Kubernetes and to AWS (S31, IRSA; SEC-04). */
@Doc("Service account of the pods, and what they ask of AWS")
public record ServiceAccount(
        @Doc("Name of the Kubernetes service account; absent means the workload's name") @Nullable String name,

        @Doc("IAM role that it assumes (IRSA); absent means that calls go by the node's role") @Nullable String role,

        @Doc("What it asks of AWS") @Default("[]") List<AwsCall> calls) {

    /** Copies the list. */
    public ServiceAccount {
        calls = List.copyOf(calls);
    }
}
