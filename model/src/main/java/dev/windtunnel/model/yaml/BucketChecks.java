package dev.windtunnel.model.yaml;

/** What must hold between buckets and what they name. */
final class BucketChecks {

    private final Place root;
    private final Place buckets;
    private final Problems problems;

    private BucketChecks(Place root, Problems problems) {
        this.root = root;
        this.buckets = root.at("buckets");
        this.problems = problems;
    }

    static void check(Place root, KnownNames known, Problems problems) {
        BucketChecks checks = new BucketChecks(root, problems);
        checks.names();
        checks.regions(known);
        checks.keys(KeyNames.of(root));
        checks.servicesCanWriteTheirLogs();
    }

    private void names() {
        Reference account = reference(
                "account", "organization.accounts", root.at("organization").at("accounts"));
        Reference dataClass = reference(
                "data class",
                "dataProtection.classes",
                root.at("dataProtection").at("classes"));
        Reference bucket = reference("bucket", "buckets", buckets);
        for (Place each : buckets.children()) {
            account.check(each.at("account"));
            account.check(each.at("replication").at("account"));
            dataClass.check(each.at("dataClass"));
            bucket.check(each.at("accessLogs"));
            bucket.check(each.at("replication").at("bucket"));
        }
    }

    private void regions(KnownNames known) {
        Reference region = new Reference("region", "regions", known.regions(), problems);
        for (Place each : buckets.children()) {
            region.check(each.at("region"));
            region.check(each.at("replication").at("region"));
            copyLiesWhereItSays(each.at("replication"));
        }
    }

    private void copyLiesWhereItSays(Place replication) {
        Place copy = buckets.at(replication.at("bucket").text().orElse(""));
        String home = root.at("region").text().orElse("");
        String lies = copy.at("region").text().orElse(home);
        String says = replication.at("region").text().orElse(lies);
        if (copy.isWritten() && !says.equals(lies)) {
            problems.add(
                    replication.at("region").position(),
                    replication.at("region").path(),
                    "bucket '" + copy.name() + "' lies in region '" + lies + "', found '" + Advice.shorten(says) + "'");
        }
    }

    private void keys(KeyNames keys) {
        for (Place each : buckets.children()) {
            String owner = each.at("account").text().orElse("");
            keys.check(each.at("key"), owner, problems);
            Place replication = each.at("replication");
            keys.check(replication.at("key"), replication.at("account").text().orElse(owner), problems);
        }
    }

    /**
     * Load balancers and S3 itself write logs only where S3 keeps the key (ELB User Guide, "Enable access logs"; S3 User Guide,
     * "Enabling server access logging").
     */
    private void servicesCanWriteTheirLogs() {
        for (Place account : root.at("organization").at("accounts").children()) {
            hasNoKey(account.at("logs").at("albLogs"), "load balancers write");
        }
        for (Place each : buckets.children()) {
            hasNoKey(each.at("accessLogs"), "S3 writes");
            Place target = buckets.at(each.at("accessLogs").text().orElse(""));
            if (target.at("objectLock").isWritten()) {
                problems.add(
                        each.at("accessLogs").position(),
                        each.at("accessLogs").path(),
                        "S3 writes access logs only to buckets without objectLock, found '" + target.name() + "'");
            }
        }
    }

    private void hasNoKey(Place named, String whoWrites) {
        Place target = buckets.at(named.text().orElse(""));
        if (target.at("key").isWritten()) {
            problems.add(
                    named.position(),
                    named.path(),
                    whoWrites + " access logs only to buckets with SSE-S3, found '" + target.name() + "' with key '"
                            + Advice.shorten(target.at("key").text().orElse("")) + "'",
                    "leave out the key of that bucket, or name another one");
        }
    }

    private Reference reference(String what, String key, Place declared) {
        return new Reference(what, key, declared.names(), problems);
    }
}
