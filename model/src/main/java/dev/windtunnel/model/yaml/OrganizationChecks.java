package dev.windtunnel.model.yaml;

import dev.windtunnel.model.organization.Organization;
import java.util.List;
import java.util.stream.Stream;

/** What must hold between accounts, units, policies, guardrails and roles. */
final class OrganizationChecks {

    private static final List<String> LOGS = List.of("cloudTrail", "flowLogs", "albLogs");

    private final Place organization;
    private final Reference account;
    private final Reference unit;
    private final Reference bucket;
    private final Reference region;
    private final Problems problems;

    private OrganizationChecks(Place root, KnownNames known, Problems problems) {
        this.organization = root.at("organization");
        this.problems = problems;
        account = reference("account", "accounts");
        unit = reference("organizational unit", "organizationalUnits");
        bucket = new Reference("bucket", "buckets", root.at("buckets").names(), problems);
        region = new Reference("region", "regions", known.regions(), problems);
    }

    static void check(Place root, KnownNames known, Problems problems) {
        OrganizationChecks checks = new OrganizationChecks(root, known, problems);
        checks.accounts();
        checks.policies();
        checks.controlTower();
        checks.identityCenter();
        checks.costManagement();
    }

    private Reference reference(String what, String key) {
        return new Reference(what, "organization." + key, organization.at(key).names(), problems);
    }

    private void accounts() {
        for (Place each : organization.at("accounts").children()) {
            unit.check(each.at("organizationalUnit"));
            LOGS.forEach(kind -> bucket.check(each.at("logs").at(kind)));
        }
        organization.at("organizationalUnits").children().forEach(each -> unit.check(each.at("parent")));
    }

    private void policies() {
        List<String> units = organization.at("organizationalUnits").names();
        List<String> accounts = organization.at("accounts").names();
        List<String> targets = Stream.of(List.of(Organization.ROOT), units, accounts)
                .flatMap(List::stream)
                .toList();
        Reference target = new Reference("target", "targets", targets, problems);
        for (Place policy : organization.at("serviceControlPolicies").children()) {
            target.checkAll(policy.at("attachedTo"));
            region.checkAll(policy.at("allowedRegions"));
        }
        units.stream().filter(accounts::contains).forEach(this::meansTwoThings);
    }

    /** A policy attached to this name would hold for nobody knows whom. */
    private void meansTwoThings(String name) {
        Place named = organization.at("organizationalUnits").at(name);
        problems.add(
                named.position(),
                named.path(),
                "'" + Advice.shorten(name) + "' is an account too; a policy attached to it could mean either",
                "give the unit another name");
    }

    private void controlTower() {
        Place tower = organization.at("controlTower");
        region.check(tower.at("homeRegion"));
        region.checkAll(tower.at("governedRegions"));
        account.check(tower.at("logArchiveAccount"));
        account.check(tower.at("auditAccount"));
        tower.at("guardrails").children().forEach(guardrail -> unit.checkAll(guardrail.at("units")));
    }

    private void identityCenter() {
        Place center = organization.at("identityCenter");
        account.check(center.at("administrator"));
        center.at("permissionSets").children().stream()
                .flatMap(set -> set.at("assignments").children().stream())
                .forEach(assignment -> account.checkAll(assignment.at("accounts")));
    }

    private void costManagement() {
        Place costs = organization.at("costManagement");
        account.check(costs.at("payer"));
        bucket.check(costs.at("costAndUsageReport"));
    }
}
