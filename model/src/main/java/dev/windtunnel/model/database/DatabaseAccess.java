package dev.windtunnel.model.database;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the database stands in the network, who may reach it, and with which credentials (S12, S14, S47). */
@Doc("Where the database stands, who may reach it, and with which credentials")
public record DatabaseAccess(
        @Doc("Subnets that it stands in: isolated, private or public (S12)") @Default("isolated")
        Tier subnets,

        @Doc("Whether it has a public address") @Default("false")
        boolean publiclyAccessible,

        @Doc("TCP port") @Default("5432") int port,

        @Doc("Security groups that it carries; empty means the VPC's default group") @Default("[]")
        List<String> securityGroups,

        @Doc("Workloads that may connect; empty means those with a databaseClient") @Default("[]")
        List<String> workloads,

        @Doc("Secret that holds its credentials; absent means that they lie elsewhere (S47)") @Nullable String secret,

        @Doc("Whether clients may log in with IAM tokens") @Default("false")
        boolean iamAuthentication) {

    /** A row of the VPC's subnets. */
    public enum Tier {
        /** Routes inside the VPC only. */
        ISOLATED,
        /** A way out through NAT. */
        PRIVATE,
        /** A way in from the internet. */
        PUBLIC
    }

    /** @throws IllegalArgumentException if the port is none that RDS accepts */
    public DatabaseAccess {
        securityGroups = List.copyOf(securityGroups);
        workloads = List.copyOf(workloads);
        if (port < 1150 || port > 65535) {
            throw new IllegalArgumentException("port lies between 1150 and 65535, found " + port);
        }
        if (publiclyAccessible && subnets != Tier.PUBLIC) {
            throw new IllegalArgumentException("publiclyAccessible needs subnets: public");
        }
    }

    /** Isolated, for every workload that has a client. */
    public DatabaseAccess() {
        this(Tier.ISOLATED, false, 5432, List.of(), List.of(), null, false);
    }
}
