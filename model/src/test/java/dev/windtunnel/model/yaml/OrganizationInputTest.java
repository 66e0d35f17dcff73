package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.organization.Account;
import dev.windtunnel.model.organization.IdentityCenter;
import dev.windtunnel.model.organization.LogShipping;
import dev.windtunnel.model.organization.Organization;
import dev.windtunnel.model.organization.PermissionSet;
import dev.windtunnel.model.organization.ServiceControlPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an organization says beside its accounts (S05, S48, S49, S63, S75). */
final class OrganizationInputTest {

    private static final String NAME = "  name: shop\n";
    private static final String PROD = "prod: { purpose: environment }";
    private static final String UNITS = "organizationalUnits: { work: {}, live: { parent: work } }";

    @TempDir
    private Path folder = Path.of("");

    private Draft organization(String lines) {
        return Draft.in(folder).architecture(NAME, NAME + "  " + lines + "\n");
    }

    private Draft prod(String keys) {
        return organization(UNITS).architecture(PROD, "prod: { purpose: environment, " + keys + " }");
    }

    private static Organization read(Draft draft) {
        return draft.read().architecture().organization();
    }

    private static Account prodOf(Draft draft) {
        return read(draft).account("prod").orElseThrow();
    }

    private PermissionSet permissionSet(String keys) {
        IdentityCenter center = Objects.requireNonNull(read(organization(
                        "identityCenter: { permissionSets: { it: { assignments: { team: { accounts: [prod] } }, " + keys
                                + " } } }"))
                .identityCenter());
        return center.permissionSets().getFirst();
    }

    @Test
    void saysNothingUnlessToldSo() {
        Organization organization = read(Draft.in(folder));
        Account account = organization.account("prod").orElseThrow();

        assertEquals(List.of(), organization.serviceControlPolicies());
        assertNull(organization.controlTower());
        assertNull(organization.identityCenter());
        assertNull(account.budget());
        assertEquals(new LogShipping(), account.logs());
        assertEquals(Account.SupportPlan.BASIC, account.supportPlan());
        assertEquals(Account.Origin.BY_HAND, account.origin());
    }

    @Test
    void handsPoliciesDownFromUnitsToAccounts() {
        Draft draft = prod("organizationalUnit: live")
                .architecture(
                        NAME,
                        NAME + "  serviceControlPolicies:\n"
                                + "    all: { attachedTo: [root], denies: [root-user] }\n"
                                + "    workloads: { attachedTo: [work], requires: [tls] }\n"
                                + "    only-dev: { attachedTo: [dev], denies: [delete-keys] }\n");
        Organization organization = read(draft);

        assertEquals(List.of("live", "work", "root"), organization.above(prodOf(draft)));
        assertEquals(
                List.of("all", "workloads"),
                organization.policiesOf(prodOf(draft)).stream()
                        .map(ServiceControlPolicy::name)
                        .toList());
        assertEquals(
                List.of("all", "only-dev"),
                organization.policiesOf(organization.account("dev").orElseThrow()).stream()
                        .map(ServiceControlPolicy::name)
                        .toList());
    }

    @Test
    void bindsTheAccountThatPaysByNoPolicy() {
        Draft draft = organization("costManagement: { payer: prod }")
                .architecture(
                        NAME,
                        NAME + "  serviceControlPolicies: { all: { attachedTo: [root], denies: [root-user] } }\n");

        assertEquals(List.of(), read(draft).policiesOf(prodOf(draft)));
    }

    @Test
    void hasIdentityCentersDefaults() {
        IdentityCenter center =
                Objects.requireNonNull(read(organization("identityCenter: {}")).identityCenter());

        assertEquals(Duration.ofHours(8), center.sessionDuration());
        assertEquals(IdentityCenter.IdentitySource.DIRECTORY, center.source());
        assertEquals(
                Duration.ofHours(1),
                permissionSet("managedPolicies: [ReadOnlyAccess]").sessionDuration());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "managedPolicies: [AdministratorAccess]",
                "statements: [ { actions: ['*'] } ]",
                "statements: [ { actions: ['*:*'] } ]",
                "statements: [ { actions: ['s3:Get*'] }, { actions: ['ec2:Run*', '*'] } ]",
            })
    void seesThatARoleMayDoEverything(String policies) {
        assertTrue(permissionSet(policies).allowsEverything());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "managedPolicies: [ReadOnlyAccess]",
                "statements: [ { actions: ['s3:*'] } ]",
                "statements: [ { effect: deny, actions: ['*'] } ]",
                "statements: [ { actions: ['*'], resources: ['arn:aws:s3:::logs/*'] } ]",
                "statements: [ { actions: ['*'], condition: from the office } ]",
            })
    void seesThatARoleMayNotDoEverything(String policies) {
        assertFalse(permissionSet(policies).allowsEverything());
    }

    @Test
    void namesTheServicesThatAreAllowedAsAWhole() {
        PermissionSet set = permissionSet("statements: [ { actions: ['s3:*', 'eks:Describe*'] } ]");

        assertEquals(List.of("s3:*"), set.statements().getFirst().wholeServices());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "organizationalUnits: { a: { parent: b } } | unknown organizational unit 'b'",
                "organizationalUnits: { a: { parent: b }, b: { parent: a } } | organizationalUnits.a.parent leads back to it: a -> b -> a",
                "organizationalUnits: { a: {}, b: {parent: a}, c: {parent: b}, d: {parent: c}, e: {parent: d}, f: {parent: e} } | leads 6 units deep",
                "organizationalUnits: { prod: {} } | is an account too; a policy attached",
                "organizationalUnits: { root: {} } | is what stands above all units",
                "serviceControlPolicies: { p: { attachedTo: [root] } } | a service control policy denies something",
                "serviceControlPolicies: { p: { attachedTo: [], denies: [root-user] } } | attachedTo names root",
                "serviceControlPolicies: { p: { attachedTo: [prdo], denies: [root-user] } } | did you mean 'prod'?",
                "serviceControlPolicies: { p: { attachedTo: [root], denies: [root-users] } } | did you mean 'root-user'?",
                "serviceControlPolicies: { p: { attachedTo: [root], allowedRegions: [us-east-9] } } | unknown region 'us-east-9'",
                "serviceControlPolicies: { p: { attachedTo: [root], denies: [root-user], exemptServices: [iam] } } | exemptServices needs allowedRegions",
                "serviceControlPolicies: { p: { attachedTo: [root], actions: [DeleteFlowLogs] } } | actions are written service:Action",
                "controlTower: { guardrails: { g: { behavior: preventive, units: [work] } } } | unknown organizational unit 'work'",
                "controlTower: { auditAccount: audit } | unknown account 'audit'",
                "controlTower: { governedRegions: [us-east-2] } | unknown region 'us-east-2'",
                "controlTower: { guardrails: { g: { behavior: preventive, guidance: mandatory, units: [work] } } } | units: a mandatory guardrail is on for all",
                "identityCenter: { sessionDuration: 10m } | sessionDuration lies between 15m and 90d, found 10m",
                "identityCenter: { permissionSets: { p: { assignments: { g: { accounts: [pord] } }, managedPolicies: [A] } } } | unknown account 'pord'",
                "identityCenter: { permissionSets: { p: { assignments: {} } } } | a permission set allows something",
                "identityCenter: { permissionSets: { p: { assignments: {}, managedPolicies: [A], sessionDuration: 13h } } } | sessionDuration lies between 1h and 12h",
                "costManagement: { payer: nobody } | unknown account 'nobody'",
                "costManagement: { costAndUsageReport: reports } | unknown bucket 'reports'",
            })
    void saysWhatIsWrongWithAnOrganization(String keys, String expected) {
        List<String> printed = organization(keys).printed();

        assertTrue(printed.stream().anyMatch(each -> each.contains(expected)), printed.toString());
        assertTrue(printed.stream().allMatch(each -> each.startsWith("architecture.yaml:")), printed.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "organizationalUnit: lvie | did you mean 'live'?",
                "logs: { flowLogs: central } | unknown bucket 'central'",
                "budget: { monthly: 0 USD } | monthly is more than 0 USD",
                "budget: { monthly: 9 USD, alerts: [ { at: 80% } ] } | alerts need receivers",
                "budget: { monthly: 9 USD, receivers: [a], alerts: [ { at: 0% } ] } | at is more than 0%",
                "budget: { monthly: 9 USD, receivers: [a], alerts: [ {at: 1%}, {at: 2%}, {at: 3%}, {at: 4%}, {at: 5%}, {at: 6%} ] } | alerts are 5 at most",
                "supportPlan: gold | expected one of basic, developer",
            })
    void saysWhatIsWrongWithAnAccount(String keys, String expected) {
        String problem = prod(keys).onlyProblemWithAdvice();

        assertTrue(problem.startsWith("architecture.yaml:") && problem.contains(expected), problem);
    }
}
