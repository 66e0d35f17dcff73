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

    private Reference reference(String what, String key, Place declared) {
        return new Reference(what, key, declared.names(), problems);
    }
}
