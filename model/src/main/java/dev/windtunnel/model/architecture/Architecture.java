package dev.windtunnel.model.architecture;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Key;
import dev.windtunnel.model.organization.Organization;
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
        List<Cache> caches) {

    /** @throws IllegalArgumentException without environments or endpoints */
    public Architecture {
        environments = List.copyOf(environments);
        endpoints = List.copyOf(endpoints);
        externalServices = List.copyOf(externalServices);
        caches = List.copyOf(caches);
        if (environments.isEmpty()) {
            throw new IllegalArgumentException("an architecture has at least one environment");
        }
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException("an architecture serves at least one endpoint");
        }
    }

    /** An architecture that calls nobody outside and caches nothing. */
    public Architecture(
            String title,
            String region,
            Organization organization,
            List<Environment> environments,
            List<Endpoint> endpoints) {
        this(title, region, organization, environments, endpoints, List.of(), List.of());
    }

    /** The environment of this name. */
    public Optional<Environment> environment(String name) {
        return environments.stream()
                .filter(environment -> environment.name().equals(name))
                .findFirst();
    }
}
