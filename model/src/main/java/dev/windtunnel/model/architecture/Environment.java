package dev.windtunnel.model.architecture;

import dev.windtunnel.model.compute.Cluster;
import dev.windtunnel.model.compute.CronJob;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.database.Database;
import dev.windtunnel.model.edge.DnsName;
import dev.windtunnel.model.edge.Edge;
import dev.windtunnel.model.edge.LoadBalancer;
import dev.windtunnel.model.messaging.Queue;
import dev.windtunnel.model.network.Vpc;
import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.observability.Observability;
import dev.windtunnel.model.resilience.Recovery;
import dev.windtunnel.model.security.Key;
import dev.windtunnel.model.security.Secret;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One running copy of the application: its network, its edge, its cluster, its database. */
@Doc("One running copy of the application")
public record Environment(
        @Named String name,
        @Doc("Account it lives in") String account,
        @Doc("Its VPC") Vpc vpc,
        @Doc("Name that users type") DnsName dns,
        @Doc("Load balancer") @Default("{}") LoadBalancer loadBalancer,
        @Doc("EKS cluster") Cluster cluster,
        @Doc("Workloads, by name") List<Workload> workloads,
        @Doc("Database") Database database,
        @Doc("SQS queues, by name") @Default("{}") List<Queue> queues,

        @Doc("CloudFront, Global Accelerator and API Gateway") @Default("{}")
        Edge edge,

        @Doc("CronJobs, by name") @Default("{}") List<CronJob> cronJobs,
        @Doc("KMS keys, by name") @Default("{}") List<Key> keys,

        @Doc("Secrets in Secrets Manager, by name") @Default("{}")
        List<Secret> secrets,

        @Doc("Metrics, logs, traces and alarms") @Default("{}")
        Observability observability,

        @Doc("Recovery in another region; absent means that none is planned") @Nullable Recovery recovery) {

    /** @throws IllegalArgumentException without workloads */
    public Environment {
        workloads = List.copyOf(workloads);
        queues = List.copyOf(queues);
        cronJobs = List.copyOf(cronJobs);
        keys = List.copyOf(keys);
        secrets = List.copyOf(secrets);
        if (workloads.isEmpty()) {
            throw new IllegalArgumentException("an environment has at least one workload");
        }
    }

    /** An environment that says no more than what serves. */
    public Environment(
            String name,
            String account,
            Vpc vpc,
            DnsName dns,
            LoadBalancer loadBalancer,
            Cluster cluster,
            List<Workload> workloads,
            Database database) {
        this(
                name,
                account,
                vpc,
                dns,
                loadBalancer,
                cluster,
                workloads,
                database,
                List.of(),
                new Edge(),
                List.of(),
                List.of(),
                List.of(),
                new Observability(),
                null);
    }

    /** The workload of this name. */
    public Optional<Workload> workload(String name) {
        return workloads.stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst();
    }
}
