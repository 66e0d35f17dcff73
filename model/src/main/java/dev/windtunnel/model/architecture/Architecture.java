package dev.windtunnel.model.architecture;

import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Key;
import dev.windtunnel.model.organization.Organization;
import dev.windtunnel.model.workload.Endpoint;
import java.util.List;
import java.util.Optional;

/** The whole design, written down once. */
@Doc("An AWS architecture")
public record Architecture(
        @Doc("Name of the system") @Key("architecture") String title,
        @Doc("AWS region") String region,
        @Doc("Organization and accounts") Organization organization,
        @Doc("Environments, by name") List<Environment> environments,
        @Doc("What the application serves, by name") List<Endpoint> endpoints) {

    /** @throws IllegalArgumentException without environments or endpoints */
    public Architecture {
        environments = List.copyOf(environments);
        endpoints = List.copyOf(endpoints);
        if (environments.isEmpty()) {
            throw new IllegalArgumentException("an architecture has at least one environment");
        }
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException("an architecture serves at least one endpoint");
        }
    }

    /** The environment of this name. */
    public Optional<Environment> environment(String name) {
        return environments.stream()
                .filter(environment -> environment.name().equals(name))
                .findFirst();
    }
}
