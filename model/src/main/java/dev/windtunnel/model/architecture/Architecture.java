package dev.windtunnel.model.architecture;

import dev.windtunnel.model.delivery.Delivery;
import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Key;
import dev.windtunnel.model.operations.Operations;
import dev.windtunnel.model.organization.Organization;
import dev.windtunnel.model.security.DataProtection;
import dev.windtunnel.model.security.Security;
import dev.windtunnel.model.storage.Bucket;
import dev.windtunnel.model.workload.Cache;
import dev.windtunnel.model.workload.Endpoint;
import dev.windtunnel.model.workload.ExternalService;
import java.util.List;
import java.util.Optional;

/** The whole design, written down once. */
@Doc("An AWS architecture")
public record Architecture(
        @Doc("Name of the system") @Key("architecture") String title,
        @Doc("AWS region") String region,
        @Doc("Organization and accounts") Organization organization,
        @Doc("Environments, by name") List<Environment> environments,
        @Doc("What the application serves, by name") List<Endpoint> endpoints,

        @Doc("Services on the internet that the application calls, by name") @Default("{}")
        List<ExternalService> externalServices,

        @Doc("Caches in front of the database's reads, by name") @Default("{}")
        List<Cache> caches,

        @Doc("Security services of the organization") @Default("{}")
        Security security,

        @Doc("Classes of data, and where they may lie") @Default("{}")
        DataProtection dataProtection,

        @Doc("S3 buckets, by name") @Default("{}") List<Bucket> buckets,

        @Doc("Repositories, pipelines, registry and GitOps") @Default("{}")
        Delivery delivery,

        @Doc("Runbooks, drills, infrastructure as code") @Default("{}")
        Operations operations,

        @Doc("Findings of design rules that stay, and why") @Default("[]")
        List<Suppression> suppress) {

    /** @throws IllegalArgumentException without environments or endpoints */
    public Architecture {
        environments = List.copyOf(environments);
        endpoints = List.copyOf(endpoints);
        externalServices = List.copyOf(externalServices);
        caches = List.copyOf(caches);
        buckets = List.copyOf(buckets);
        suppress = List.copyOf(suppress);
        if (environments.isEmpty()) {
            throw new IllegalArgumentException("an architecture has at least one environment");
        }
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException("an architecture serves at least one endpoint");
        }
    }

    /** An architecture that calls nobody outside, caches nothing, and says no more than what runs. */
    public Architecture(
            String title,
            String region,
            Organization organization,
            List<Environment> environments,
            List<Endpoint> endpoints) {
        this(
                title,
                region,
                organization,
                environments,
                endpoints,
                List.of(),
                List.of(),
                new Security(),
                new DataProtection(),
                List.of(),
                new Delivery(),
                new Operations(),
                List.of());
    }

    /** The environment of this name. */
    public Optional<Environment> environment(String name) {
        return environments.stream()
                .filter(environment -> environment.name().equals(name))
                .findFirst();
    }
}
