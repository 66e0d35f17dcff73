package dev.windtunnel.model.compute.cluster;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Cidr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The control plane that AWS runs (S16, S19, S53; EKS-01, EKS-02). */
@Doc("The control plane that AWS runs")
public record ControlPlane(
        @Doc(
                "Support of the version after its 14 months (EKS-02): standard upgrades it, extended bills for 12 more months, EKS' default")
        @Default("extended")
        Support support,

        @Doc("From where the API is reached") @Default("{}") EndpointAccess endpointAccess,

        @Doc("Logs that are written: api, audit, authenticator, controller-manager, scheduler; EKS writes none")
        @Default("[]")
        List<ControlPlaneLog> logs,

        @Doc("KMS key that Kubernetes secrets are enveloped with, by name; absent means none of yours") @Nullable String secretsEncryptionKey,

        @Doc("Whether ARC may shift the cluster away from a zone (AZ-09)") @Default("false")
        boolean zonalShift) {

    /** What happens at the end of standard support. */
    public enum Support {
        /** The version is upgraded. */
        STANDARD,
        /** It stays, for a higher price per hour. */
        EXTENDED
    }

    /** @throws IllegalArgumentException if a log stands twice */
    public ControlPlane {
        logs = List.copyOf(logs);
        if (logs.stream().distinct().count() != logs.size()) {
            throw new IllegalArgumentException("logs names each log once");
        }
    }

    /** As EKS makes it if nothing is said. */
    public static ControlPlane ofDefaults() {
        return new ControlPlane(
                Support.EXTENDED,
                new EndpointAccess(false, true, List.of(Cidr.parse("0.0.0.0/0"))),
                List.of(),
                null,
                false);
    }
}
