package dev.windtunnel.model.rule.protection;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.database.Database;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.security.DataClass;
import dev.windtunnel.model.security.DataClass.Sensitivity;
import dev.windtunnel.model.security.DataProtection;
import dev.windtunnel.model.security.Macie;
import dev.windtunnel.model.security.Secret;
import dev.windtunnel.model.storage.Bucket;
import dev.windtunnel.model.storage.Replication;
import java.util.ArrayList;
import java.util.List;

/** Stores, replicas and backups lie in regions that their data may lie in, and Macie reads buckets with personal data. */
final class DataWhereItMayLie implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-RES-01",
            Severity.WARNING,
            "a copy in the wrong country breaks the law or a contract, however well it is encrypted",
            List.of("S73", "S78"),
            "AWS Well-Architected Framework, SEC07: How do you classify your data; Macie User Guide",
            "move the copy to a region of dataProtection.residency.allowedRegions, or list the bucket in security.macie.buckets");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    /** Something that holds data, in a region. */
    private record Held(String what, String path, String region, List<DataClass> classes) {}

    @Override
    public void judge(Design design, Findings findings) {
        DataProtection protection = design.architecture().dataProtection();
        String home = design.architecture().region();
        DataProtection.Residency residency = protection.residency();
        if (residency != null && !residency.allowedRegions().contains(home)) {
            findings.at("region", lies("everything", home, residency.allowedRegions(), "residency"));
        }
        for (Held held : held(design)) {
            // What lies at home with all the rest is said once, above.
            boolean isElsewhere = !held.region.equals(home);
            if (residency != null && isElsewhere && !residency.allowedRegions().contains(held.region)) {
                findings.at(held.path, lies(held.what, held.region, residency.allowedRegions(), "residency"));
                continue;
            }
            for (DataClass dataClass : held.classes) {
                List<String> allowed = dataClass.allowedRegions();
                if (!allowed.isEmpty() && !allowed.contains(held.region)) {
                    findings.at(held.path, lies(held.what, held.region, allowed, "class " + dataClass.name()));
                }
            }
        }
        design.architecture().buckets().forEach(bucket -> isRead(design, bucket, findings));
    }

    private static String lies(String what, String region, List<String> allowed, String because) {
        return what + " lies in " + region + ", expected " + String.join(" or ", allowed) + " by " + because;
    }

    private static List<Held> held(Design design) {
        List<Held> held = new ArrayList<>();
        design.environments().forEach(environment -> ofEnvironment(design, environment, held));
        for (Bucket bucket : design.architecture().buckets()) {
            List<DataClass> classes = classes(design, bucket);
            String path = "buckets." + bucket.name();
            String own = bucket.region() == null ? design.architecture().region() : bucket.region();
            held.add(new Held("bucket " + bucket.name(), path + ".region", own, classes));
            Replication copy = bucket.replication();
            if (copy != null) {
                held.add(new Held(
                        "the copy of bucket " + bucket.name(), path + ".replication.region", copy.region(), classes));
            }
        }
        return held;
    }

    private static void ofEnvironment(Design design, Environment environment, List<Held> held) {
        Database database = environment.database();
        String home = design.architecture().region();
        DataProtection protection = design.architecture().dataProtection();
        List<DataClass> classes = protection.heldBy(environment.name() + ".database");
        String path = Design.path(environment, "database");
        String of = " of the database of " + environment.name();
        held.add(new Held("the database of " + environment.name(), path, home, classes));
        database.backups()
                .copies()
                .forEach(copy -> held.add(
                        new Held("a backup" + of, path + ".backups.copies." + copy.region(), copy.region(), classes)));
        database.crossRegionReplicas()
                .forEach(replica -> held.add(new Held(
                        "a replica" + of,
                        path + ".crossRegionReplicas." + replica.region(),
                        replica.region(),
                        classes)));
        if (database.aurora() != null) {
            database.aurora()
                    .secondaries()
                    .forEach(secondary -> held.add(new Held(
                            "a secondary" + of,
                            path + ".aurora.secondaries." + secondary.region(),
                            secondary.region(),
                            classes)));
        }
        environment
                .queues()
                .forEach(queue -> held.add(new Held(
                        "queue " + queue.name(),
                        Design.path(environment, "queues." + queue.name()),
                        home,
                        protection.heldBy(environment.name() + ".queues." + queue.name()))));
        for (Secret secret : environment.secrets()) {
            secret.replicaRegions()
                    .forEach(region -> held.add(new Held(
                            "a replica of secret " + secret.name(),
                            Design.path(environment, "secrets." + secret.name() + ".replicaRegions"),
                            region,
                            List.of())));
        }
    }

    private static List<DataClass> classes(Design design, Bucket bucket) {
        return design.architecture().dataProtection().classes().stream()
                .filter(each -> CustomerKeys.isHeld(each, bucket))
                .toList();
    }

    private static void isRead(Design design, Bucket bucket, Findings findings) {
        String home = design.architecture().region();
        String region = bucket.region() == null ? home : bucket.region();
        Macie macie = design.architecture().security().macie();
        boolean isPersonal =
                classes(design, bucket).stream().anyMatch(each -> each.sensitivity() == Sensitivity.PERSONAL);
        boolean isRead =
                macie != null && macie.reads(bucket.name()) && macie.coverage().covers(bucket.account(), region, home);
        if (isPersonal && !isRead) {
            findings.at(
                    macie == null ? "buckets." + bucket.name() : "security.macie.buckets",
                    "bucket " + bucket.name()
                            + " holds personal data, expected Macie to read it, found that it does not");
        }
    }
}
