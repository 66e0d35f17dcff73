package dev.windtunnel.simulator.diagram;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.organization.Account;
import dev.windtunnel.simulator.diagram.Diagram.Arrangement;
import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * The organization and its accounts: shared services above, environments in the middle, security below, so that deliveries
 * and findings flow downward.
 *
 * <p>Ids: {@code organization}, {@code account.<name>}, {@code held.<account>.<position>}, {@code environment.<name>}; and those of
 * {@link OrganizationalUnits}.
 */
final class AccountsDiagram {

    private final Architecture architecture;
    private final OrganizationalUnits units;

    private AccountsDiagram(Architecture architecture) {
        this.architecture = architecture;
        this.units = new OrganizationalUnits(architecture);
    }

    static Diagram of(Architecture architecture) {
        return new AccountsDiagram(architecture).draw();
    }

    private Diagram draw() {
        Group organization = new Group(
                "organization",
                GroupKind.ORGANIZATION,
                architecture.organization().name(),
                "AWS Organization, " + architecture.region(),
                Arrangement.COLUMN,
                rows());
        return new Diagram(
                architecture.title() + ": accounts",
                architecture.organization().accounts().size() == 1
                        ? "1 account"
                        : architecture.organization().accounts().size() + " accounts",
                List.of(organization),
                edges());
    }

    private List<Element> rows() {
        List<Element> rows = new ArrayList<>();
        if (!units.governance().isEmpty()) {
            rows.add(OverviewDiagram.lane("lane.governance", Arrangement.CELLS, units.governance()));
        }
        for (Account.Purpose purpose :
                List.of(Account.Purpose.SHARED_SERVICES, Account.Purpose.ENVIRONMENT, Account.Purpose.SECURITY)) {
            List<Element> accounts = units.grouped(with(purpose), this::account);
            if (!accounts.isEmpty()) {
                Arrangement arrangement = accounts.size() > 6 ? Arrangement.GRID : Arrangement.ROW;
                rows.add(new Group("lane." + purpose.name(), GroupKind.LANE, "", "", arrangement, accounts));
            }
        }
        return rows;
    }

    private List<Account> with(Account.Purpose purpose) {
        return architecture.organization().accounts().stream()
                .filter(account -> account.purpose() == purpose)
                .toList();
    }

    private Element account(Account account) {
        List<Element> held = new ArrayList<>();
        HeldThings.nodes(account, "held").forEach(node -> held.add(units.explained(account, node)));
        List<Element> children = new ArrayList<>();
        if (!held.isEmpty()) {
            children.add(new Group(
                    "lane.held." + account.name(),
                    GroupKind.LANE,
                    "",
                    "",
                    account.purpose() == Account.Purpose.ENVIRONMENT || held.size() > 6
                            ? Arrangement.GRID
                            : Arrangement.ROW,
                    held));
        }
        for (Environment environment : architecture.environments()) {
            if (environment.account().equals(account.name())) {
                List<String> lines = new ArrayList<>(List.of("Environment " + environment.name()));
                lines.addAll(EnvironmentParts.keyFacts(environment));
                children.add(new Node("environment." + environment.name(), NodeKind.ENVIRONMENT, lines));
            }
        }
        return new Group(
                "account." + account.name(),
                GroupKind.ACCOUNT,
                account.name(),
                units.accountDetail(account),
                Arrangement.COLUMN,
                children);
    }

    /** Images from who has a registry, findings and logs to who watches. */
    private List<Edge> edges() {
        List<Edge> edges = new ArrayList<>();
        for (Account environment : with(Account.Purpose.ENVIRONMENT)) {
            for (Account shared : with(Account.Purpose.SHARED_SERVICES)) {
                boolean delivers = shared.holds().stream()
                        .anyMatch(word -> HeldThings.isRegistry(word) || HeldThings.isPipeline(word));
                if (delivers) {
                    edges.add(arrow(shared, environment, EdgeKind.SOLID, "images"));
                }
            }
            for (Account security : with(Account.Purpose.SECURITY)) {
                edges.add(arrow(environment, security, EdgeKind.DOTTED, units.told(environment)));
            }
        }
        return edges;
    }

    private static Edge arrow(Account from, Account to, EdgeKind kind, String label) {
        return new Edge("account." + from.name(), "account." + to.name(), kind, label, true);
    }
}
