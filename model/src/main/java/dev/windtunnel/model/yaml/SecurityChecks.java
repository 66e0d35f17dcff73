package dev.windtunnel.model.yaml;

import dev.windtunnel.model.security.ClusterBenchmark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What must hold between security services, keys, secrets, classes of data, and what they name. */
final class SecurityChecks {

    private static final List<String> SERVICES = List.of(
            "accountBaseline",
            "cloudTrail",
            "guardDuty",
            "securityHub",
            "config",
            "macie",
            "inspector",
            "accessAnalyzer",
            "siem",
            "auditEvidence");

    private final Place root;
    private final Place security;
    private final KeyNames keys;
    private final Reference account;
    private final Reference bucket;
    private final Reference region;
    private final Problems problems;

    private SecurityChecks(Place root, KeyNames keys, KnownNames known, Problems problems) {
        this.root = root;
        this.security = root.at("security");
        this.keys = keys;
        this.problems = problems;
        account = new Reference(
                "account",
                "organization.accounts",
                root.at("organization").at("accounts").names(),
                problems);
        bucket = new Reference("bucket", "buckets", root.at("buckets").names(), problems);
        region = new Reference("region", "regions", known.regions(), problems);
    }

    static void check(Place root, KnownNames known, Problems problems) {
        SecurityChecks checks = new SecurityChecks(root, KeyNames.of(root), known, problems);
        SERVICES.forEach(service -> checks.service(checks.security.at(service)));
        checks.benchmarks();
        checks.keysBelongToSomebody();
        root.at("environments").children().forEach(checks::secrets);
        checks.dataClasses();
    }

    /** Services name accounts, regions, buckets and keys by the same words. */
    private void service(Place service) {
        account.check(service.at("administrator"));
        account.check(service.at("aggregator"));
        account.check(service.at("account"));
        account.checkAll(service.at("accounts"));
        account.checkAll(service.at("rootAccessKeys"));
        region.checkAll(service.at("regions"));
        region.check(service.at("aggregationRegion"));
        bucket.check(service.at("bucket"));
        bucket.checkAll(service.at("buckets"));
        String owner = root.at("buckets")
                .at(service.at("bucket").text().orElse(""))
                .at("account")
                .text()
                .or(() -> service.at("administrator").text())
                .orElse("");
        if (!owner.isEmpty()) {
            keys.check(service.at("key"), owner, problems);
        }
    }

    private void benchmarks() {
        Reference environment = new Reference(
                "environment", "environments", root.at("environments").names(), problems);
        for (Place benchmark : security.at("cisBenchmarks").children()) {
            environment.checkAll(benchmark.at("environments"));
            Place reportsTo = benchmark.at("reportsTo");
            if (!reportsTo.text().orElse("").equals(ClusterBenchmark.SECURITY_HUB)) {
                bucket.check(reportsTo);
            }
        }
    }

    private void keysBelongToSomebody() {
        for (Place key : security.at("keys").children()) {
            account.check(key.at("account"));
            key(key);
        }
        for (Place environment : root.at("environments").children()) {
            String own = environment.at("account").text().orElse("");
            for (Place key : environment.at("keys").children()) {
                key(key);
                key.at("account")
                        .text()
                        .filter(found -> !found.equals(own))
                        .ifPresent(found -> problems.add(
                                key.at("account").position(),
                                key.at("account").path(),
                                "a key of environment '" + environment.name() + "' belongs to its account '" + own
                                        + "', found '" + Advice.shorten(found) + "'",
                                "leave out account, or write the key below security.keys"));
            }
        }
    }

    private void key(Place key) {
        region.check(key.at("region"));
        region.checkAll(key.at("replicaRegions"));
        account.checkAll(key.at("sharedWith"));
    }

    private void secrets(Place environment) {
        String owner = environment.at("account").text().orElse("");
        List<String> readers = Stream.of("workloads", "cronJobs")
                .flatMap(kind -> environment.at(kind).names().stream())
                .toList();
        Reference reader = new Reference("workload", "workloads", readers, problems);
        for (Place secret : environment.at("secrets").children()) {
            keys.check(secret.at("key"), owner, problems);
            reader.checkAll(secret.at("usedBy"));
            region.checkAll(secret.at("replicaRegions"));
        }
    }

    private void dataClasses() {
        Reference store = new Reference("store", "stores", stores(), problems);
        Place protection = root.at("dataProtection");
        region.checkAll(protection.at("residency").at("allowedRegions"));
        for (Place each : protection.at("classes").children()) {
            store.checkAll(each.at("stores"));
            region.checkAll(each.at("allowedRegions"));
        }
    }

    /** What may hold data: buckets by name, databases and queues by environment. */
    private List<String> stores() {
        List<String> stores = new ArrayList<>(root.at("buckets").names());
        for (Place environment : root.at("environments").children()) {
            stores.add(environment.name() + ".database");
            environment.at("queues").names().forEach(queue -> stores.add(environment.name() + ".queues." + queue));
        }
        return List.copyOf(stores);
    }
}
