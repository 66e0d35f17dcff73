package dev.windtunnel.simulator.diagram;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.organization.Account;
import dev.windtunnel.model.organization.AccountBudget;
import dev.windtunnel.model.organization.ControlTower;
import dev.windtunnel.model.organization.IdentityCenter;
import dev.windtunnel.model.organization.LogShipping;
import dev.windtunnel.model.organization.Organization;
import dev.windtunnel.model.organization.OrganizationalUnit;
import dev.windtunnel.model.organization.ServiceControlPolicy;
import dev.windtunnel.model.security.Security;
import dev.windtunnel.simulator.diagram.Diagram.Arrangement;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What governs accounts: units around them, policies at their units, Control Tower, Identity Center, and what each account
 * tells the security account (S05, S07, S48, S49, S63, S75).
 *
 * <p>Ids: {@code unit.<name>}, {@code control-tower}, {@code policies.root}, {@code identity-center}.
 */
final class OrganizationalUnits {

    private final Architecture architecture;
    private final Organization organization;

    OrganizationalUnits(Architecture architecture) {
        this.architecture = architecture;
        this.organization = architecture.organization();
    }

    /** Whatever rules over all accounts; none where nothing does. */
    List<Element> governance() {
        List<Element> nodes = new ArrayList<>();
        ControlTower tower = organization.controlTower();
        if (tower != null) {
            List<String> lines = new ArrayList<>(List.of("Control Tower"));
            lines.add(EnvironmentParts.counted(tower.guardrails().size(), "guardrail"));
            ControlTower.AccountFactory factory = tower.accountFactory();
            if (factory != null) {
                lines.add("account factory: " + Words.of(factory.method()));
            }
            nodes.add(new Node("control-tower", NodeKind.GOVERNANCE, lines));
        }
        List<String> root = policiesAt(Organization.ROOT);
        if (!root.isEmpty()) {
            nodes.add(new Node(
                    "policies.root",
                    NodeKind.ADMISSION,
                    List.of("Service control policies", "at the root: " + Words.list(root, "policy"))));
        }
        IdentityCenter center = organization.identityCenter();
        if (center != null && !isHeld(center)) {
            List<String> lines = new ArrayList<>(List.of("IAM Identity Center"));
            lines.addAll(facts(center));
            nodes.add(new Node("identity-center", NodeKind.SHARED_SERVICE, lines));
        }
        return nodes;
    }

    private boolean isHeld(IdentityCenter center) {
        return organization.accounts().stream()
                .filter(account -> account.name().equals(center.administrator()))
                .flatMap(account -> account.holds().stream())
                .anyMatch(OrganizationalUnits::isIdentityCenter);
    }

    private static boolean isIdentityCenter(String word) {
        return word.toLowerCase(Locale.ROOT).contains("identity center");
    }

    private static List<String> facts(IdentityCenter center) {
        return List.of(
                EnvironmentParts.counted(center.permissionSets().size(), "permission set"),
                "MFA " + Words.of(center.mfa()));
    }

    /** A held thing with what the organization says of it. */
    Node explained(Account account, Node held) {
        IdentityCenter center = organization.identityCenter();
        if (center == null
                || !account.name().equals(center.administrator())
                || !isIdentityCenter(held.lines().getFirst())) {
            return held;
        }
        List<String> lines = new ArrayList<>(held.lines());
        lines.addAll(facts(center));
        return new Node(held.id(), held.kind(), lines);
    }

    private List<String> policiesAt(String unit) {
        return organization.serviceControlPolicies().stream()
                .filter(policy -> policy.attachedTo().contains(unit))
                .map(ServiceControlPolicy::name)
                .toList();
    }

    /** The second half of an account's heading: its budget and policies of its own. */
    String accountDetail(Account account) {
        List<String> parts = new ArrayList<>(List.of("account"));
        AccountBudget budget = account.budget();
        if (budget != null) {
            parts.add("budget " + budget.monthly() + " a month");
        }
        List<String> own = policiesAt(account.name());
        if (!own.isEmpty()) {
            parts.add("policies " + Words.list(own, "policy"));
        }
        return String.join(", ", parts);
    }

    /** Accounts inside of their units, units inside of theirs; without units the accounts alone. */
    List<Element> grouped(List<Account> accounts, Function<Account, Element> draw) {
        Map<String, List<Element>> content = new LinkedHashMap<>();
        List<Element> outside = new ArrayList<>();
        for (Account account : accounts) {
            String unit = account.organizationalUnit();
            List<Element> home = unit == null || find(unit).isEmpty() ? outside : children(content, unit);
            home.add(draw.apply(account));
        }
        // Inner units first: they stand in outer ones.
        List<String> open = new ArrayList<>(content.keySet());
        while (!open.isEmpty()) {
            String unit = open.stream()
                    .filter(each -> open.stream().noneMatch(other -> isInside(other, each)))
                    .findFirst()
                    .orElse(open.getFirst());
            open.remove(unit);
            Element group = group(unit, content.getOrDefault(unit, List.of()), accounts);
            String parent = find(unit).map(OrganizationalUnit::parent).orElse(null);
            if (parent == null || find(parent).isEmpty()) {
                outside.add(group);
            } else {
                if (!content.containsKey(parent)) {
                    open.add(parent);
                }
                children(content, parent).add(group);
            }
        }
        return outside;
    }

    private static List<Element> children(Map<String, List<Element>> content, String unit) {
        return content.computeIfAbsent(unit, name -> new ArrayList<>());
    }

    private Optional<OrganizationalUnit> find(String name) {
        return organization.organizationalUnits().stream()
                .filter(unit -> unit.name().equals(name))
                .findFirst();
    }

    private boolean isInside(String inner, String outer) {
        String parent = find(inner).map(OrganizationalUnit::parent).orElse(null);
        return parent != null && (parent.equals(outer) || isInside(parent, outer));
    }

    /** Accounts of several purposes may share a unit, which is drawn once in each row then. */
    private Element group(String unit, List<Element> children, List<Account> row) {
        List<String> policies = policiesAt(unit);
        String detail = policies.isEmpty()
                ? "organizational unit"
                : "organizational unit, policies " + Words.list(policies, "policy");
        Arrangement arrangement = children.size() > 6 ? Arrangement.GRID : Arrangement.ROW;
        return new Group(id(unit, row), GroupKind.UNIT, unit, detail, arrangement, children);
    }

    private String id(String unit, List<Account> row) {
        Account.Purpose first = organization.accounts().stream()
                .filter(account -> organization.above(account).contains(unit))
                .map(Account::purpose)
                .sorted()
                .findFirst()
                .orElse(row.getFirst().purpose());
        Account.Purpose own = row.getFirst().purpose();
        return own == first ? "unit." + unit : "unit." + unit + "." + Words.of(own);
    }

    /** What an account sends to the security account. */
    String told(Account account) {
        LogShipping logs = account.logs();
        Security security = architecture.security();
        List<String> told = new ArrayList<>();
        addIf(told, logs.cloudTrail() != null, "CloudTrail");
        addIf(told, logs.flowLogs() != null, "flow logs");
        addIf(told, logs.albLogs() != null, "ALB logs");
        if (told.isEmpty()) {
            return "findings, logs";
        }
        boolean finds = security.guardDuty() != null || security.securityHub() != null || security.config() != null;
        addIf(told, finds, "findings");
        return String.join(", ", told);
    }

    private static void addIf(List<String> to, boolean isSo, String word) {
        if (isSo) {
            to.add(word);
        }
    }
}
