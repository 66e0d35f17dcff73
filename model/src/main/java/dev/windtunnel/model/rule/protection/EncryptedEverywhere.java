package dev.windtunnel.model.rule.protection;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.NodeGroup;
import dev.windtunnel.model.compute.NodePool;
import dev.windtunnel.model.database.Database;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.security.AccountBaseline;
import dev.windtunnel.model.security.Key;
import dev.windtunnel.model.storage.Bucket;
import dev.windtunnel.model.storage.Replication;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Databases, volumes, buckets and their copies in other regions are encrypted with KMS keys that are there. */
final class EncryptedEverywhere implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-DB-08",
            Severity.ERROR,
            "encryption at rest cannot be turned on later without a copy, and a copy in another region needs a key of that region",
            List.of("S50"),
            "RDS-59; S3 User Guide: Replicating encrypted objects",
            "write key of databases, buckets and copies, and encryptionKey of nodePools, or turn on"
                    + " security.accountBaseline.ebsEncryptionByDefault");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : design.environments()) {
            Database database = environment.database();
            if (database.key() == null) {
                findings.at(
                        Design.path(environment, "database.key"),
                        "expected a KMS key of the database of " + environment.name()
                                + ", found none, so that it is not encrypted");
            } else {
                copies(design, environment, findings);
            }
            volumes(design, environment, findings);
        }
        for (Bucket bucket : design.architecture().buckets()) {
            bucket(design, bucket, findings);
        }
        new CustomerKeys(design, findings).judge();
    }

    private static void copies(Design design, Environment environment, Findings findings) {
        Database database = environment.database();
        Copies copies = new Copies(design, environment.keys(), findings);
        String path = Design.path(environment, "database.");
        database.backups()
                .copies()
                .forEach(copy -> copies.key(
                        path + "backups.copies." + copy.region() + ".key", "backups", copy.region(), copy.key()));
        database.crossRegionReplicas()
                .forEach(replica -> copies.key(
                        path + "crossRegionReplicas." + replica.region() + ".key",
                        "the replica",
                        replica.region(),
                        replica.key()));
        if (database.aurora() != null) {
            database.aurora()
                    .secondaries()
                    .forEach(secondary -> copies.key(
                            path + "aurora.secondaries." + secondary.region() + ".key",
                            "the secondary",
                            secondary.region(),
                            secondary.key()));
        }
    }

    private static void volumes(Design design, Environment environment, Findings findings) {
        AccountBaseline baseline = design.architecture().security().accountBaseline();
        String region = design.architecture().region();
        boolean isDefault =
                baseline.ebsEncryptionByDefault() && baseline.coverage().covers(environment.account(), region, region);
        if (!isDefault) {
            named(
                    environment.cluster().nodePools().stream()
                            .filter(pool -> pool.nodeClass().encryptionKey() == null)
                            .map(NodePool::name)
                            .toList(),
                    Design.path(environment, "cluster.nodePools"),
                    findings);
            named(
                    environment.cluster().nodeGroups().stream()
                            .filter(group -> group.encryptionKey() == null)
                            .map(NodeGroup::name)
                            .toList(),
                    Design.path(environment, "cluster.nodeGroups"),
                    findings);
        }
    }

    private static void named(List<String> without, String path, Findings findings) {
        if (!without.isEmpty()) {
            findings.at(
                    path,
                    "expected encrypted volumes, found neither a key nor EBS encryption by default for "
                            + String.join(", ", without));
        }
    }

    /** Without a key S3 encrypts with one of its own, which nobody can take away from a thief: less than asked, but not nothing. */
    private static void bucket(Design design, Bucket bucket, Findings findings) {
        String path = "buckets." + bucket.name();
        Replication replication = bucket.replication();
        if (bucket.key() != null && replication != null) {
            new Copies(design, keys(design), findings)
                    .key(path + ".replication.key", "objects", replication.region(), replication.key());
        }
        if (bucket.key() == null && !mayDoWithout(design, bucket)) {
            findings.at(
                    Severity.WARNING,
                    path + ".key",
                    "expected a KMS key of bucket " + bucket.name() + ", found none, so that S3 keeps the key");
        }
    }

    /** What is public has nothing to hide, and load balancers and S3 write logs only where S3 keeps the key. */
    private static boolean mayDoWithout(Design design, Bucket bucket) {
        Stream<@Nullable String> ofAccounts = design.architecture().organization().accounts().stream()
                .map(account -> account.logs().albLogs());
        Stream<@Nullable String> ofBuckets =
                design.architecture().buckets().stream().map(Bucket::accessLogs);
        boolean takesLogs = Stream.concat(ofAccounts, ofBuckets).anyMatch(bucket.name()::equals)
                || design.environments().stream()
                        .map(environment ->
                                environment.loadBalancer().exposure().accessLogs())
                        .anyMatch(logs -> logs != null && logs.bucket().equals(bucket.name()));
        return takesLogs || bucket.purpose() == Bucket.Purpose.STATIC_SITE;
    }

    private static List<Key> keys(Design design) {
        return Stream.concat(
                        design.environments().stream().flatMap(environment -> environment.keys().stream()),
                        design.architecture().security().keys().stream())
                .toList();
    }

    /** Copies in other regions, and whether their keys are there. */
    private record Copies(Design design, List<Key> keys, Findings findings) {

        void key(String path, String what, String region, @Nullable String name) {
            if (name == null) {
                findings.at(path, "expected a KMS key of " + region + " for " + what + " copied there, found none");
            } else if (!name.startsWith(Key.AWS_MANAGED)
                    && keys.stream().noneMatch(key -> key.name().equals(name) && isIn(key, region))) {
                findings.at(
                        path,
                        "expected a KMS key of " + region + " for " + what + " copied there, found " + name
                                + ", which is not in that region");
            }
        }

        private boolean isIn(Key key, String region) {
            String own = key.region() == null ? design.architecture().region() : key.region();
            return own.equals(region) || key.replicaRegions().contains(region);
        }
    }
}
