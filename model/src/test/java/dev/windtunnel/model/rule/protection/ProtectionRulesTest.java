package dev.windtunnel.model.rule.protection;

import static dev.windtunnel.model.rule.Designs.shipped;
import static dev.windtunnel.model.rule.Judged.by;
import static dev.windtunnel.model.rule.Judged.dev;
import static dev.windtunnel.model.rule.Judged.minimal;
import static dev.windtunnel.model.rule.Judged.prod;
import static dev.windtunnel.model.rule.Judged.stage;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.rule.Designs;
import dev.windtunnel.model.rule.Judged;
import dev.windtunnel.model.rule.Severity;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProtectionRulesTest {

    static List<String> ids() {
        return ProtectionRules.all().stream().map(rule -> rule.facts().id()).toList();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void findNothingInTheShippedCustomer(String id) {
        assertEquals(List.of(), by(id, shipped()));
    }

    @Nested
    class Credentials {

        @Test
        void lieInSecretsManager() {
            Designs design = dev("      class: db.t4g.small", "      access: { secret: ~ }\n      class: db.t4g.small");
            Designs token = dev(
                    "      class: db.t4g.small",
                    "      access: { secret: ~, iamAuthentication: true }\n      class: db.t4g.small");

            assertEquals(
                    List.of(
                            "environments.dev.database.access.secret: expected the credentials of backend for the database in"
                                    + " Secrets Manager, found no secret named"),
                    by("R-DB-07", design));
            assertEquals(List.of(), by("R-DB-07", token));
        }

        @Test
        void lieSomewhereUnsaidInASketch() {
            assertEquals(
                    List.of(
                            "environments.prod.database.access.secret: expected the credentials of api for the database in"
                                    + " Secrets Manager, found no secret named"),
                    by("R-DB-07", minimal()));
        }

        @Test
        void areReadByThoseWhoConnect() {
            Designs design = dev("secrets: { database: {", "secrets: { database: { usedBy: [purge-uploads],");

            assertEquals(
                    List.of(
                            "environments.dev.secrets.database.usedBy: expected everybody who connects to the database to read"
                                    + " secret database, found not backend"),
                    by("R-DB-07", design));
        }

        @Test
        void reachPodsInAWayThatIsSaid() {
            Designs design = dev("secrets: { database: {", "secrets: { database: { injection: ~,");

            assertEquals(
                    List.of(
                            "environments.dev.secrets.database.injection: expected a word on how secret database reaches"
                                    + " backend, purge-uploads, found none"),
                    by("R-DB-07", design));
        }

        @Test
        void mayBeReadByAnOperatorInstead() {
            Designs design = dev(
                            "    cronJobs: { purge-uploads: {", "    cronJobs: { purge-uploads: { serviceAccount: ~,")
                    .after(
                            "  dev:\n    extends: stage",
                            "        image: { tag: \"dev-{sha}\" }\n        replicas: { min: 1, max: 3 }",
                            "        serviceAccount: { role: ~ }\n        replicas: { min: 1, max: 3 }");
            Designs byOperator = design.after(
                    "  dev:\n    extends: stage",
                    "secrets: { database: {",
                    "secrets: { database: { injection: external-secrets,");

            assertEquals(List.of(), by("R-DB-07", byOperator));
        }

        @Test
        void areNotReadWithTheRoleOfTheNode() {
            Designs design =
                    dev("    cronJobs: { purge-uploads: {", "    cronJobs: { purge-uploads: { serviceAccount: ~,");

            assertEquals(
                    List.of(
                            "environments.dev.cronJobs.purge-uploads.serviceAccount.role: expected purge-uploads to read secret"
                                    + " database with a role of its own, found none, so that it has that of its node"),
                    by("R-DB-07", design));
        }
    }

    @Nested
    class Encryption {

        @Test
        void coversDatabases() {
            Designs design = dev("      class: db.t4g.small", "      key: ~\n      class: db.t4g.small");

            assertEquals(
                    List.of(
                            "environments.dev.database.key: expected a KMS key of the database of dev, found none, so that it"
                                    + " is not encrypted"),
                    by("R-DB-08", design));
        }

        @Test
        void coversBackupsInAnotherRegionWithAKeyOfThere() {
            Designs none = prod(", key: data-us-west-2 }", " }");
            Designs wrong = prod("retention: 14d, key: data-us-west-2 }", "retention: 14d, key: ebs }");
            Designs replica = prod("retention: 14d, key: data-us-west-2 }", "retention: 14d, key: data }");

            assertEquals(
                    List.of(
                            "environments.prod.database.backups.copies.us-west-2.key: expected a KMS key of us-west-2 for"
                                    + " backups copied there, found none"),
                    by("R-DB-08", none));
            assertEquals(
                    List.of(
                            "environments.prod.database.backups.copies.us-west-2.key: expected a KMS key of us-west-2 for"
                                    + " backups copied there, found ebs, which is not in that region"),
                    by("R-DB-08", wrong));
            assertEquals(List.of(), by("R-DB-08", replica));
        }

        @Test
        void coversReplicasInAnotherRegion() {
            Designs design = stage(
                    "      storage: 50Gi\n", "      storage: 50Gi\n      crossRegionReplicas: { us-west-2: {} }\n");

            assertEquals(
                    List.of(
                            "environments.dev.database.crossRegionReplicas.us-west-2.key: expected a KMS key of us-west-2 for"
                                    + " the replica copied there, found none",
                            "environments.stage.database.crossRegionReplicas.us-west-2.key: expected a KMS key of us-west-2 for"
                                    + " the replica copied there, found none"),
                    by("R-DB-08", design));
        }

        @Test
        void coversVolumesByKeyOrByDefault() {
            Designs byKey = shipped()
                    .after("accountBaseline:", "ebsEncryptionByDefault: true", "ebsEncryptionByDefault: false");
            Designs byNothing = shipped()
                    .after("accountBaseline:", "ebsEncryptionByDefault: true", "ebsEncryptionByDefault: false")
                    .after(
                            "  dev:\n    extends: stage",
                            "instanceTypes: [t4g.xlarge],",
                            "instanceTypes: [t4g.xlarge], nodeClass: { encryptionKey: ~ },");

            assertEquals(List.of(), by("R-DB-08", byKey));
            assertEquals(
                    List.of(
                            "environments.dev.cluster.nodePools: expected encrypted volumes, found neither a key nor EBS"
                                    + " encryption by default for on-demand-arm64"),
                    by("R-DB-08", byNothing));
        }

        @Test
        void coversBucketsButForPublicOnesAndThoseOfLogs() {
            Designs design = shipped().after("  build-artifacts:", "    key: registry\n", "");

            assertEquals(
                    List.of(
                            "buckets.build-artifacts.key: expected a KMS key of bucket build-artifacts, found none, so that S3"
                                    + " keeps the key"),
                    by("R-DB-08", design));
            assertEquals(
                    Severity.WARNING,
                    design.outcome(Judged.rule("R-DB-08")).findings().getFirst().severity());
            assertEquals(
                    List.of(),
                    by(
                            "R-DB-08",
                            shipped().after("buckets:\n", "  build-artifacts:", PUBLIC_SITE + "  build-artifacts:")));
        }

        private static final String PUBLIC_SITE = "  shop-window: { account: prod, purpose: static-site }\n";

        @Test
        void coversCopiesOfObjects() {
            Designs design =
                    shipped().after("  terraform-state:", "region: us-west-2, key: registry", "region: us-west-2");

            assertEquals(
                    List.of(
                            "buckets.terraform-state.replication.key: expected a KMS key of us-west-2 for objects copied there,"
                                    + " found none"),
                    by("R-DB-08", design));
        }

        @Test
        void isWithKeysOfYourOwnWhereTheDataAskForIt() {
            Designs design = prod("      key: data\n", "      key: aws/rds\n")
                    .after("  user-uploads:\n    account", "key: data\n", "key: aws/s3\n");

            assertEquals(
                    List.of(
                            "buckets.user-uploads.key: bucket user-uploads holds user-data, expected a KMS key of your own,"
                                    + " found aws/s3",
                            "environments.prod.database.key: the database of prod holds user-data, expected a KMS key of your"
                                    + " own, found aws/rds"),
                    by("R-DB-08", design).stream().sorted().toList());
        }
    }

    @Nested
    class Data {

        private static final String ALLOWED = "residency: { allowedRegions: [us-east-1, us-west-2]";

        @Test
        void stayInTheRegionsOfResidency() {
            Designs design = shipped().after("dataProtection:", ALLOWED, "residency: { allowedRegions: [us-east-1]");

            assertEquals(
                    List.of(
                            "buckets.terraform-state.replication.region: the copy of bucket terraform-state lies in us-west-2,"
                                    + " expected us-east-1 by residency",
                            "buckets.user-uploads.replication.region: the copy of bucket user-uploads lies in us-west-2,"
                                    + " expected us-east-1 by residency",
                            "environments.prod.database.backups.copies.us-west-2: a backup of the database of prod lies in"
                                    + " us-west-2, expected us-east-1 by residency",
                            "environments.prod.secrets.database.replicaRegions: a replica of secret database lies in us-west-2,"
                                    + " expected us-east-1 by residency"),
                    by("R-RES-01", design).stream().sorted().toList());
        }

        @Test
        void stayInTheNarrowerRegionsOfTheirClass() {
            Designs design = shipped()
                    .after("    user-data:", "retention: 1825d", "retention: 1825d\n      allowedRegions: [us-east-1]");

            assertEquals(
                    List.of(
                            "buckets.user-uploads.replication.region: the copy of bucket user-uploads lies in us-west-2,"
                                    + " expected us-east-1 by class user-data",
                            "environments.prod.database.backups.copies.us-west-2: a backup of the database of prod lies in"
                                    + " us-west-2, expected us-east-1 by class user-data"),
                    by("R-RES-01", design).stream().sorted().toList());
        }

        @Test
        void areSaidOnceToLieInTheWrongRegionAltogether() {
            Designs design = shipped().after("dataProtection:", ALLOWED, "residency: { allowedRegions: [us-west-2]");

            assertEquals(
                    List.of("region: everything lies in us-east-1, expected us-west-2 by residency"),
                    by("R-RES-01", design));
        }

        @Test
        void mayLieAnywhereWhereNobodyAsked() {
            assertEquals(List.of(), by("R-RES-01", minimal()));
        }

        @Test
        void aboutPeopleAreLookedForByMacie() {
            Designs notRead = shipped().after("\n  macie:", "buckets: [user-uploads]", "buckets: []");
            Designs notThere = shipped().after("\n  macie:", "accounts: [prod]", "accounts: [security]");
            Designs byItself = shipped().after("\n  macie:", "buckets: [user-uploads]", "automatedDiscovery: true");

            String message =
                    "security.macie.buckets: bucket user-uploads holds personal data, expected Macie to read it, found"
                            + " that it does not";
            assertEquals(List.of(message), by("R-RES-01", notRead));
            assertEquals(List.of(message), by("R-RES-01", notThere));
            assertEquals(List.of(), by("R-RES-01", byItself));
        }
    }
}
