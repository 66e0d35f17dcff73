package dev.windtunnel.model.rule;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.organization.Organization;
import java.util.List;

/** Which parts of a design a rule is about. */
public final class Scope {

    private static final String DEVELOPMENT = "dev";

    private Scope() {}

    /** The environments in which a weakness matters before it breaks something: all but the one named dev, unless it is the only one. */
    public static List<Environment> beyondDevelopment(Design design) {
        return design.environments().stream()
                .filter(environment ->
                        design.isProduction(environment) || !environment.name().equals(DEVELOPMENT))
                .toList();
    }

    /** The environment that users depend on, if the design says which it is. */
    public static List<Environment> production(Design design) {
        return design.production().stream().toList();
    }

    /**
     * The environments that say how their cluster is governed: those with declared namespaces, and all of a design of several
     * environments. A sketch of one environment that only says what runs is not held against the customer's house rules.
     */
    public static List<Environment> governed(Design design) {
        return design.environments().stream()
                .filter(environment -> design.environments().size() > 1
                        || !environment.cluster().namespaces().isEmpty())
                .toList();
    }

    /**
     * Whether the design says how accounts are governed: it has several environments, or its organization says more than which
     * accounts there are. A sketch of one environment that only says what runs is not held against rules for organizations.
     */
    public static boolean governsAccounts(Design design) {
        Organization organization = design.architecture().organization();
        return design.environments().size() > 1
                || !organization.organizationalUnits().isEmpty()
                || !organization.serviceControlPolicies().isEmpty()
                || organization.controlTower() != null
                || organization.identityCenter() != null;
    }

    /** The workloads of an environment that answer users. */
    public static List<Workload> serving(Design design, Environment environment) {
        return environment.workloads().stream()
                .filter(workload -> serves(design, workload))
                .toList();
    }

    /** Whether users ask the workload for something. */
    public static boolean serves(Design design, Workload workload) {
        return design.architecture().endpoints().stream()
                .anyMatch(endpoint -> endpoint.workload().equals(workload.name()));
    }

    /** Keys of a workload: {@code environments.prod.workloads.backend.replicas}. */
    public static String path(Environment environment, Workload workload, String keys) {
        return Design.path(environment, "workloads." + workload.name() + (keys.isEmpty() ? "" : "." + keys));
    }
}
