package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.organization.Account;
import dev.windtunnel.model.organization.AccountBudget;
import dev.windtunnel.model.organization.ControlTower;
import dev.windtunnel.model.organization.Guardrail;
import dev.windtunnel.model.organization.IdentityCenter;
import dev.windtunnel.model.organization.Organization;
import dev.windtunnel.model.organization.PermissionSet;
import dev.windtunnel.model.organization.ServiceControlPolicy;
import dev.windtunnel.model.security.ClusterBenchmark;
import dev.windtunnel.model.security.DataClass;
import dev.windtunnel.model.security.GuardDuty;
import dev.windtunnel.model.security.Key;
import dev.windtunnel.model.security.Secret;
import dev.windtunnel.model.security.Security;
import dev.windtunnel.model.storage.Bucket;
import dev.windtunnel.model.storage.ObjectLock;
import dev.windtunnel.model.storage.StorageClass;
import dev.windtunnel.model.unit.Money;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The customer's organization, security and storage in full. */
final class InnovateOrganizationTest {

    private static final Architecture DESIGN = ShippedDesign.today();

    private final Organization organization = DESIGN.organization();
    private final Security security = DESIGN.security();
    private final Environment prod = DESIGN.environment("prod").orElseThrow();

    private Account account(String name) {
        return organization.account(name).orElseThrow();
    }

    private static Bucket bucket(String name) {
        return DESIGN.buckets().stream()
                .filter(bucket -> bucket.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Nested
    final class TheOrganization {

        @Test
        void bindsProdByThePoliciesOfItsUnitsAndOfTheRoot() {
            List<String> names = organization.policiesOf(account("prod")).stream()
                    .map(ServiceControlPolicy::name)
                    .toList();

            assertEquals(List.of("baseline", "guardrail-services", "regions", "data", "production"), names);
        }

        @Test
        void restrictsRootInEveryAccountAndDeletionOfKeysInProdOnly() {
            for (Account each : organization.accounts()) {
                List<ServiceControlPolicy> policies = organization.policiesOf(each);

                assertTrue(policies.stream().anyMatch(ServiceControlPolicy::restrictsRoot), each.name());
                assertEquals(
                        each.name().equals("prod"),
                        policies.stream()
                                .anyMatch(policy -> policy.denies().contains(ServiceControlPolicy.Denial.DELETE_KEYS)),
                        each.name());
            }
        }

        @Test
        void shipsTheLogsOfEveryAccountToTheSecurityAccount() {
            for (Account each : organization.accounts()) {
                assertEquals(
                        List.of("cloudtrail-logs", "central-logs"), each.logs().buckets(), each.name());
                each.logs()
                        .buckets()
                        .forEach(name -> assertEquals("security", bucket(name).account()));
            }
        }

        @Test
        void givesEachAccountABudgetThatTellsSomebody() {
            for (Account each : organization.accounts()) {
                assertTrue(Objects.requireNonNull(each.budget()).tellsSomebody(), each.name());
            }
            AccountBudget budget = Objects.requireNonNull(account("prod").budget());
            assertEquals(Money.of("4800"), budget.alerts().get(1).amount(budget.monthly()));
            assertEquals(
                    AccountBudget.Basis.FORECASTED, budget.alerts().getLast().basis());
        }

        @Test
        void vendsItsAccountsUnderGuardrails() {
            ControlTower tower = Objects.requireNonNull(organization.controlTower());
            List<String> ofProd = organization.guardrailsOf(account("prod")).stream()
                    .map(Guardrail::name)
                    .toList();
            List<String> ofSecurity = organization.guardrailsOf(account("security")).stream()
                    .map(Guardrail::name)
                    .toList();

            assertEquals(
                    ControlTower.AccountFactory.Method.TERRAFORM,
                    Objects.requireNonNull(tower.accountFactory()).method());
            assertEquals(Account.Origin.ACCOUNT_FACTORY, account("prod").origin());
            assertTrue(ofProd.contains("AWS-GR_S3_VERSIONING_ENABLED"), ofProd.toString());
            assertTrue(ofProd.contains("AWS-GR_ENCRYPTED_VOLUMES"), ofProd.toString());
            assertFalse(ofSecurity.contains("AWS-GR_ENCRYPTED_VOLUMES"), ofSecurity.toString());
            assertTrue(ofSecurity.contains("AWS-GR_CLOUDTRAIL_ENABLED"), ofSecurity.toString());
        }

        @Test
        void letsPeopleInByRolesOfWhichNoneMayDoEverythingInProd() {
            IdentityCenter center = Objects.requireNonNull(organization.identityCenter());
            List<PermissionSet> inProd = center.assignedIn("prod");
            List<PermissionSet> inSecurity = center.assignedIn("security");

            assertEquals(
                    List.of(PermissionSet.Job.DEVELOPER, PermissionSet.Job.OPERATOR, PermissionSet.Job.AUDITOR),
                    inProd.stream()
                            .flatMap(set -> Optional.ofNullable(set.job()).stream())
                            .toList());
            assertTrue(inProd.stream().noneMatch(PermissionSet::allowsEverything));
            assertTrue(inSecurity.stream().anyMatch(PermissionSet::allowsEverything));
            assertEquals(IdentityCenter.Mfa.ALWAYS, center.mfa());
            assertEquals(Duration.ofHours(4), inProd.get(1).sessionDuration());
        }
    }

    @Nested
    final class TheSecurityServices {

        @Test
        void areRunByTheSecurityAccount() {
            GuardDuty guardDuty = Objects.requireNonNull(security.guardDuty());

            assertEquals("security", guardDuty.administrator());
            assertEquals(
                    "security", Objects.requireNonNull(security.securityHub()).administrator());
            assertEquals("security", Objects.requireNonNull(security.config()).aggregator());
            assertEquals("security", Objects.requireNonNull(security.siem()).account());
            assertTrue(guardDuty.protections().contains(GuardDuty.Protection.RUNTIME_MONITORING));
        }

        @Test
        void watchEachAccountInBothRegionsAndInNoOther() {
            GuardDuty guardDuty = Objects.requireNonNull(security.guardDuty());

            assertTrue(guardDuty.coverage().covers("prod", "us-west-2", "us-east-1"));
            assertFalse(guardDuty.coverage().covers("prod", "eu-central-1", "us-east-1"));
        }

        @Test
        void keepATrailThatCannotBeChangedUnseen() {
            assertTrue(Objects.requireNonNull(security.cloudTrail()).organization());
            assertTrue(Objects.requireNonNull(security.cloudTrail()).multiRegion());
            assertTrue(Objects.requireNonNull(security.cloudTrail()).logFileValidation());
            assertTrue(security.accountBaseline().ebsEncryptionByDefault());
            assertEquals(List.of(), security.accountBaseline().rootAccessKeys());
        }

        @Test
        void measureTheClustersEachNightAndTheManifestsWithEachBuild() {
            ClusterBenchmark kubeBench = security.cisBenchmarks().getFirst();
            ClusterBenchmark kubesec = security.cisBenchmarks().getLast();

            assertEquals(
                    "0 4 * * *", Objects.requireNonNull(kubeBench.schedule()).text());
            assertEquals(ClusterBenchmark.Tool.KUBESEC, kubesec.tool());
            assertNull(kubesec.schedule());
            assertTrue(kubesec.blocks());
        }
    }

    @Nested
    final class TheData {

        @Test
        void liesInTheRegionsThatResidencyAllows() {
            DataClass users = DESIGN.dataProtection().dataClass("user-data").orElseThrow();

            assertEquals(DataClass.Sensitivity.PERSONAL, users.sensitivity());
            assertEquals(
                    List.of("us-east-1", "us-west-2"), DESIGN.dataProtection().allowedRegions(users));
            assertEquals(List.of(users), DESIGN.dataProtection().heldBy("prod.database"));
        }

        @Test
        void isLookedThroughByMacieWhereItIsPersonal() {
            assertEquals("user-data", bucket("user-uploads").dataClass());
            assertTrue(Objects.requireNonNull(security.macie()).reads("user-uploads"));
            assertFalse(Objects.requireNonNull(security.macie()).reads("terraform-state"));
        }

        @Test
        void isEncryptedWithKeysThatRotateAndReadWithRolesOfPods() {
            Key data = prod.keys().stream()
                    .filter(key -> key.name().equals("data"))
                    .findFirst()
                    .orElseThrow();
            Secret secret = prod.secrets().getFirst();

            assertTrue(data.rotation() && data.multiRegion());
            assertEquals(List.of("us-west-2"), data.replicaRegions());
            assertEquals(Secret.Kind.DATABASE_CREDENTIALS, secret.kind());
            assertEquals(Duration.ofDays(30), secret.rotation());
            assertEquals(List.of("backend", "purge-uploads"), secret.usedBy());
            assertEquals(Secret.Injection.SECRETS_STORE_CSI, secret.injection());
        }

        @Test
        void moveToColdClassesAndExpireWhereTheyAreLogs() {
            Bucket logs = bucket("central-logs");

            assertTrue(logs.movesOrExpires());
            assertEquals(Duration.ofDays(400), logs.retention());
            assertEquals(
                    StorageClass.INTELLIGENT_TIERING,
                    logs.lifecycle().getFirst().transitions().getFirst().to());
            assertEquals(
                    ObjectLock.Mode.COMPLIANCE,
                    Objects.requireNonNull(bucket("cloudtrail-logs").objectLock())
                            .mode());
            assertNotNull(bucket("user-uploads").replication());
        }
    }
}
