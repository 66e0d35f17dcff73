package dev.windtunnel.model.rule.account;

import static dev.windtunnel.model.rule.Designs.shipped;
import static dev.windtunnel.model.rule.Judged.by;
import static dev.windtunnel.model.rule.Judged.dev;
import static dev.windtunnel.model.rule.Judged.minimal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.organization.CostManagement;
import dev.windtunnel.model.organization.Organization;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Designs;
import dev.windtunnel.model.rule.Judged;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccountRulesTest {

    static List<String> ids() {
        return AccountRules.all().stream().map(rule -> rule.facts().id()).toList();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void findNothingInTheShippedCustomer(String id) {
        assertEquals(List.of(), by(id, shipped()));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void leaveASketchOfOneEnvironmentAlone(String id) {
        assertEquals(List.of(), by(id, minimal()));
        assertEquals(List.of(), by(id, Judged.read("innovate-inc/world-cup-architecture.yaml")));
    }

    @Test
    void saidInOrderOfTheirIds() {
        List<DesignRule> rules = AccountRules.all();

        assertEquals(
                List.of(
                        "R-ACC-01",
                        "R-ACC-02",
                        "R-ACC-03",
                        "R-ACC-04",
                        "R-ACC-05",
                        "R-ACC-06",
                        "R-ACC-07",
                        "R-ACC-08",
                        "R-CIS-02"),
                rules.stream().map(rule -> rule.facts().id()).toList());
    }

    @Nested
    class AccountsOfTheirOwn {

        @Test
        void areMissedBySecurity() {
            Designs design = shipped().after("    security:\n", "purpose: security", "purpose: environment");

            assertEquals(
                    List.of("organization.accounts: expected an account of purpose security, found none"),
                    by("R-ACC-01", design));
        }

        @Test
        void areMissedByWhatRunsInASharedOne() {
            Designs design = dev("account: dev", "account: shared-services");

            assertEquals(
                    List.of(
                            "environments.dev.account: dev runs in shared-services, which is not of purpose environment"),
                    by("R-ACC-01", design));
        }

        @Test
        void areWantedForThreeEnvironments() {
            Designs design = shipped().after("    stage:\n      purpose", ": environment", ": shared-services");

            assertEquals(
                    List.of(
                            "environments.stage.account: stage runs in stage, which is not of purpose environment",
                            "organization.accounts: expected accounts of purpose environment for dev, stage and prod, found"
                                    + " only dev, prod"),
                    by("R-ACC-01", design).stream().sorted().toList());
        }
    }

    @Nested
    class TheRootUser {

        private static final String GUARDRAIL =
                "      AWS-GR_RESTRICT_ROOT_USER: { behavior: preventive, guidance: strongly-recommended }\n";

        @Test
        void isRestrictedByAGuardrailToo() {
            Designs design = shipped().after("baseline:", "root-user, ", "");

            assertEquals(List.of(), by("R-ACC-02", design));
        }

        @Test
        void isFreeWhereNoPolicyIsAttached() {
            Designs design = shipped()
                    .after("baseline:", "attachedTo: [root]", "attachedTo: [workloads, infrastructure]")
                    .after("guardrails:", GUARDRAIL, "");

            assertEquals(
                    List.of(
                            "organization.accounts.security: expected a policy that restricts the root user of security,"
                                    + " found only guardrail-services"),
                    by("R-ACC-02", design));
        }

        @Test
        void isFreeEverywhereWithoutPolicies() {
            Architecture customer = shipped().read().architecture();
            Organization free =
                    new Organization("innovate-inc", customer.organization().accounts());

            List<String> found = by("R-ACC-02", Judged.with(customer, free, customer.security()));

            assertEquals(
                    List.of(
                            "organization.serviceControlPolicies: no policy restricts the root users of shared-services,"
                                    + " security, dev, stage, prod, expected one attached to root"),
                    found);
        }

        @Test
        void cannotBeRestrictedInTheAccountThatPays() {
            Organization of = shipped().read().architecture().organization();
            Architecture customer = shipped().read().architecture();
            Organization paying = new Organization(
                    of.name(),
                    of.accounts(),
                    of.organizationalUnits(),
                    of.serviceControlPolicies(),
                    null,
                    of.identityCenter(),
                    new CostManagement("shared-services", List.of(), null, null));

            assertEquals(List.of(), by("R-ACC-02", Judged.with(customer, paying, customer.security())));
        }
    }

    @Nested
    class SharedServices {

        @Test
        void areNotWatchedFromAnEnvironment() {
            Designs design = shipped().after("\n  guardDuty:", "administrator: security", "administrator: prod");

            assertEquals(
                    List.of("security.guardDuty.administrator: expected GuardDuty in security, found it in prod"),
                    by("R-ACC-03", design));
        }

        @Test
        void areNotLeftToEachAccount() {
            Designs design = shipped().after("\n  config:", "    aggregator: security\n", "");

            assertEquals(
                    List.of(
                            "security.config.aggregator: expected the aggregator of Config in security, found each account"
                                    + " on its own"),
                    by("R-ACC-03", design));
        }

        @Test
        void holdWhatPipelinesMake() {
            Designs design = shipped()
                    .after("  build-artifacts:", "account: shared-services", "account: dev")
                    .after("  build-artifacts:", "key: registry", "key: data");

            assertEquals(
                    List.of(
                            "buckets.build-artifacts.account: expected build artifacts in shared-services, found it in dev"),
                    by("R-ACC-03", design));
        }

        @Test
        void holdTheRegistry() {
            Designs design = shipped()
                    .after("  registry:\n    account", "shared-services", "dev")
                    .after("  registry:\n    account", "    key: registry\n", "");

            assertEquals(
                    List.of("delivery.registry.account: expected the registry in shared-services, found it in dev"),
                    by("R-ACC-03", design));
        }
    }

    @Nested
    class Logs {

        @Test
        void leaveTheAccountThatWritesThem() {
            Designs design = shipped()
                    .after(
                            "    dev:\n      purpose",
                            "logs: *to-security",
                            "logs: { cloudTrail: cloudtrail-logs, flowLogs: user-uploads }");

            assertEquals(
                    List.of(
                            "organization.accounts.dev.logs.albLogs: expected access logs to go to a bucket of security,"
                                    + " found none named",
                            "organization.accounts.dev.logs.flowLogs: expected VPC flow logs to go to a bucket of security,"
                                    + " found user-uploads of prod"),
                    by("R-ACC-04", design).stream().sorted().toList());
        }

        @Test
        void areNotWrittenElsewhereThanTheAccountSays() {
            Designs design = dev("    dns:", "      flowLogs: { target: user-uploads }\n    dns:");

            assertEquals(
                    List.of(
                            "environments.dev.vpc.flowLogs.target: expected VPC flow logs to go to a bucket of security,"
                                    + " found user-uploads of prod"),
                    by("R-ACC-04", design));
        }

        @Test
        void ofCallsAreTakenByTheTrailOfTheOrganization() {
            String without = "logs: { flowLogs: central-logs, albLogs: central-logs }";
            Designs withTrail = shipped().after("    dev:\n      purpose", "logs: *to-security", without);
            Designs alone = shipped()
                    .after("    dev:\n      purpose", "logs: *to-security", without)
                    .after("cloudTrail:\n", "organization: true", "organization: false");

            assertEquals(List.of(), by("R-ACC-04", withTrail));
            assertEquals(
                    List.of("organization.accounts.dev.logs.cloudTrail: expected CloudTrail events to go to a bucket of"
                            + " security, found none named"),
                    by("R-ACC-04", alone));
        }
    }

    @Nested
    class People {

        @Test
        void mayNotDoEverythingInProduction() {
            Designs design = shipped().after("break-glass:", "[shared-services, security]", "[security, prod]");

            assertEquals(
                    List.of(
                            "organization.identityCenter.permissionSets.break-glass: break-glass allows everything in prod,"
                                    + " expected only what its job needs"),
                    by("R-ACC-05", design));
        }

        @Test
        void haveNoUsersBesideIdentityCenter() {
            Designs design = shipped().after("identityCenter:", "mfa: always", "mfa: always\n    iamUsers: [ci]");

            assertEquals(
                    List.of(
                            "organization.identityCenter.iamUsers: expected no IAM users beside Identity Center, found ci"),
                    by("R-ACC-05", design));
        }

        @Test
        void areToldApartByTheirJobs() {
            Designs design = shipped().after("      auditor:\n", "        job: auditor\n", "");

            assertEquals(
                    List.of(
                            "organization.identityCenter.permissionSets: expected a permission set with job: auditor, found"
                                    + " none"),
                    by("R-ACC-05", design));
        }

        @Test
        void getInSomehowUnsaid() {
            Architecture customer = shipped().read().architecture();
            Organization unsaid =
                    new Organization("innovate-inc", customer.organization().accounts());

            assertEquals(
                    List.of(
                            "organization.identityCenter: expected people to get in through Identity Center, found no word"
                                    + " of how they do"),
                    by("R-ACC-05", Judged.with(customer, unsaid, customer.security())));
        }
    }

    @Nested
    class ABudget {

        @Test
        void isMissedByTheAccountWithoutOne() {
            Designs design = shipped().after("    dev:\n      purpose", "      budget: *budget\n", "");

            assertEquals(
                    List.of("organization.accounts.dev.budget: expected a monthly budget for dev, found none"),
                    by("R-ACC-06", design));
        }

        @Test
        void tellsSomebody() {
            Designs design = shipped().after("    dev:\n      purpose", "*budget", "{ monthly: 800 USD }");

            assertEquals(
                    List.of(
                            "organization.accounts.dev.budget.alerts: expected alerts on the 800 USD of dev, found none"),
                    by("R-ACC-06", design));
        }
    }
}
