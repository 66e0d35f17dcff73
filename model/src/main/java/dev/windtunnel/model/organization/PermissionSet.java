package dev.windtunnel.model.organization;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A permission set of Identity Center: what a group of people may do in the accounts that it is assigned to (S48). */
@Doc("A permission set")
public record PermissionSet(
        @Named String name,

        @Doc("Whose it is: developer, operator, auditor, administrator or billing; absent means none of these")
        @Nullable Job job,

        @Doc("Who has it where, by group") List<Assignment> assignments,

        @Doc("Policies of AWS: ReadOnlyAccess, SecurityAudit") @Default("[]")
        List<String> managedPolicies,

        @Doc("Statements of its inline policy") @Default("[]")
        List<PolicyStatement> statements,

        @Doc("Policy that bounds what it may ever do; absent means none") @Nullable String permissionsBoundary,

        @Doc("Time that a role is held, 1h to 12h") @Default("1h")
        Duration sessionDuration) {

    /** Kinds of people, as the design tells them apart. */
    public enum Job {
        /** Writes applications. */
        DEVELOPER,
        /** Runs the platform. */
        OPERATOR,
        /** Looks at everything and changes nothing. */
        AUDITOR,
        /** Breaks the glass. */
        ADMINISTRATOR,
        /** Watches the costs. */
        BILLING
    }

    /** Where a group has a permission set. */
    @Doc("Where a group has a permission set")
    public record Assignment(
            @Named String group, @Doc("Accounts") List<String> accounts) {

        /** @throws IllegalArgumentException without accounts */
        public Assignment {
            accounts = List.copyOf(accounts);
            if (accounts.isEmpty()) {
                throw new IllegalArgumentException("accounts names at least one");
            }
        }
    }

    private static final String ADMINISTRATOR_ACCESS = "AdministratorAccess";

    /** @throws IllegalArgumentException if it allows nothing, or for a time that the service does not accept */
    public PermissionSet {
        assignments = List.copyOf(assignments);
        managedPolicies = List.copyOf(managedPolicies);
        statements = List.copyOf(statements);
        if (managedPolicies.isEmpty() && statements.isEmpty()) {
            throw new IllegalArgumentException("a permission set allows something: add managedPolicies or statements");
        }
        if (sessionDuration.compareTo(Duration.ofHours(1)) < 0 || sessionDuration.compareTo(Duration.ofHours(12)) > 0) {
            throw new IllegalArgumentException(
                    "sessionDuration lies between 1h and 12h, found " + Durations.print(sessionDuration));
        }
    }

    /** Whether it allows everything, {@code *:*}, by a statement or by AdministratorAccess (R-ACC-05). */
    public boolean allowsEverything() {
        return managedPolicies.contains(ADMINISTRATOR_ACCESS)
                || statements.stream().anyMatch(PolicyStatement::allowsEverything);
    }

    /** Whether some group has it in an account. */
    public boolean isAssignedIn(String account) {
        return assignments.stream().anyMatch(assignment -> assignment.accounts().contains(account));
    }
}
