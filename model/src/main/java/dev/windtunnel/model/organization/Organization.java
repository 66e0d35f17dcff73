package dev.windtunnel.model.organization;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An AWS Organization: its accounts, and what is laid down for all of them (S05 to S10, S48, S49, S63, S75). */
@Doc("The AWS Organization and its accounts")
public record Organization(
        @Doc("The organization's name") String name,
        @Doc("The accounts, by name") List<Account> accounts,

        @Doc("Organizational units, by name; without any all accounts stand below the root") @Default("{}")
        List<OrganizationalUnit> organizationalUnits,

        @Doc("Service control policies, by name (S49)") @Default("{}")
        List<ServiceControlPolicy> serviceControlPolicies,

        @Doc("AWS Control Tower; absent means none (S75)") @Nullable ControlTower controlTower,

        @Doc("IAM Identity Center, by which people get in; absent means that they get in some other way (S48)")
        @Nullable IdentityCenter identityCenter,

        @Doc("Who pays, and how costs are watched (S05, S63)") @Default("{}")
        CostManagement costManagement) {

    /** The word by which a policy is attached to the root, above all units and accounts. */
    public static final String ROOT = "root";

    /** Units below the root may be nested this deep (Organizations User Guide, quotas). */
    public static final int DEEPEST_UNIT = 5;

    /** @throws IllegalArgumentException without accounts, or with units that stand in a circle or too deep */
    public Organization {
        accounts = List.copyOf(accounts);
        organizationalUnits = List.copyOf(organizationalUnits);
        serviceControlPolicies = List.copyOf(serviceControlPolicies);
        if (accounts.isEmpty()) {
            throw new IllegalArgumentException("an organization has at least one account");
        }
        for (OrganizationalUnit unit : organizationalUnits) {
            if (unit.name().equals(ROOT)) {
                throw new IllegalArgumentException("organizationalUnits: 'root' is what stands above all units");
            }
            depthIsAllowed(unit, organizationalUnits);
        }
    }

    /** An organization that says no more than its accounts. */
    public Organization(String name, List<Account> accounts) {
        this(name, accounts, List.of(), List.of(), null, null, new CostManagement());
    }

    private static void depthIsAllowed(OrganizationalUnit unit, List<OrganizationalUnit> units) {
        List<String> way = wayUp(unit.name(), units);
        String parent = unit.parent();
        if (parent != null && wayUp(parent, units).contains(unit.name())) {
            throw new IllegalArgumentException("organizationalUnits." + unit.name() + ".parent leads back to it: "
                    + String.join(" -> ", way) + " -> " + unit.name());
        }
        if (way.size() > DEEPEST_UNIT) {
            throw new IllegalArgumentException("organizationalUnits." + unit.name() + ".parent leads " + way.size()
                    + " units deep, and " + DEEPEST_UNIT + " are allowed: " + String.join(" -> ", way));
        }
    }

    /** The unit of this name and those above it, nearest first; each once, should they stand in a circle. */
    private static List<String> wayUp(@Nullable String name, List<OrganizationalUnit> units) {
        Set<String> way = new LinkedHashSet<>();
        String next = name;
        while (next != null && way.add(next)) {
            String current = next;
            next = units.stream()
                    .filter(unit -> unit.name().equals(current))
                    .findFirst()
                    .map(OrganizationalUnit::parent)
                    .orElse(null);
        }
        return List.copyOf(way);
    }

    /** The account of this name. */
    public Optional<Account> account(String name) {
        return accounts.stream().filter(account -> account.name().equals(name)).findFirst();
    }

    /** What an account stands below, nearest first: its units, then the root. */
    public List<String> above(Account account) {
        List<String> above = new ArrayList<>(wayUp(account.organizationalUnit(), organizationalUnits));
        above.add(ROOT);
        return List.copyOf(above);
    }

    /**
     * The service control policies that bind an account: its own and those of all it stands below. None binds the account that
     * pays (Organizations User Guide, "SCPs").
     */
    public List<ServiceControlPolicy> policiesOf(Account account) {
        if (account.name().equals(costManagement.payer())) {
            return List.of();
        }
        List<String> above = above(account);
        return serviceControlPolicies.stream()
                .filter(policy -> policy.attachedTo().contains(account.name())
                        || policy.attachedTo().stream().anyMatch(above::contains))
                .toList();
    }

    /** The guardrails that bind an account: those of its units, if Control Tower stands over them (S75). */
    public List<Guardrail> guardrailsOf(Account account) {
        ControlTower tower = controlTower;
        if (tower == null || account.organizationalUnit() == null) {
            return List.of();
        }
        List<String> above = above(account);
        return tower.guardrails().stream()
                .filter(guardrail -> guardrail.units().isEmpty()
                        || guardrail.units().stream().anyMatch(above::contains))
                .toList();
    }
}
