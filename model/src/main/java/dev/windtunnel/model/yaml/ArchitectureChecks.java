package dev.windtunnel.model.yaml;

import dev.windtunnel.model.unit.Share;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold between the parts of an architecture. Each check reads only what it needs and skips what is unreadable. */
final class ArchitectureChecks {

    private static final double SHARE_TOLERANCE = 1e-9;

    private final Place root;
    private final KnownNames known;
    private final Problems problems;

    private ArchitectureChecks(Place root, KnownNames known, Problems problems) {
        this.root = root;
        this.known = known;
        this.problems = problems;
    }

    static void check(YamlNode tree, KnownNames known, Problems problems) {
        ArchitectureChecks checks = new ArchitectureChecks(Place.root(tree), known, problems);
        checks.regionIsKnown();
        checks.environmentsLiveInAccounts();
        AddressChecks.check(checks.environments(), problems);
        checks.environments().forEach(checks::instanceTypesAreKnown);
        checks.environments().forEach(checks::databaseFits);
        checks.environments().forEach(checks::workloadsUsePools);
        checks.endpointsAreAnswered();
        SurroundingsChecks.check(checks.root, problems);
        checks.sharesAddUp();
        QueueChecks.check(tree, problems);
        OrganizationChecks.check(checks.root, known, problems);
        SecurityChecks.check(checks.root, known, problems);
        BucketChecks.check(checks.root, known, problems);
        ClusterChecks.check(checks.root, known, problems);
        WorkloadChecks.check(checks.root, problems);
        DatabaseChecks.check(checks.root, known, problems);
        RunningChecks.check(checks.root, known, problems);
    }

    private List<Place> environments() {
        return root.at("environments").children();
    }

    private List<Place> endpoints() {
        return root.at("endpoints").children();
    }

    private void regionIsKnown() {
        isOneOf(root.at("region"), known.regions(), "region", "regions");
    }

    private void environmentsLiveInAccounts() {
        List<String> accounts = root.at("organization").at("accounts").names();
        Set<String> taken = new LinkedHashSet<>();
        for (Place environment : environments()) {
            Place account = environment.at("account");
            isOneOf(account, accounts, "account", "accounts");
            account.text()
                    .filter(name -> accounts.contains(name) && !taken.add(name))
                    .ifPresent(name -> problems.add(
                            account.position(),
                            account.path(),
                            "account '" + name
                                    + "' already holds another environment; each has its own, so that the bill and the"
                                    + " blast radius are its own"));
        }
    }

    private void instanceTypesAreKnown(Place environment) {
        for (Place pool : environment.at("cluster").at("nodePools").children()) {
            List<Place> types = pool.at("instanceTypes").words();
            types.forEach(type -> isOneOf(type, known.instanceTypes(), "instance type", "instance types"));
            standsOnce(types, "instance type");
        }
    }

    private void databaseFits(Place environment) {
        Place database = environment.at("database");
        isOneOf(database.at("class"), known.databaseClasses(), "database class", "database classes");
        List<String> zones = environment.at("vpc").at("zones").names();
        isOneOf(database.at("primaryZone"), zones, "zone", "zones");
        isOneOf(database.at("standbyZone"), zones, "zone", "zones");
        for (Place replica : database.at("replicas").children()) {
            isOneOf(replica.at("zone"), zones, "zone", "zones");
            isOneOf(replica.at("class"), known.databaseClasses(), "database class", "database classes");
        }
    }

    private void workloadsUsePools(Place environment) {
        List<String> pools = environment.at("cluster").at("nodePools").names();
        for (Place workload : environment.at("workloads").children()) {
            List<Place> tolerated = workload.at("nodePools").words();
            tolerated.forEach(pool -> isOneOf(pool, pools, "node pool", "node pools"));
            standsOnce(tolerated, "node pool");
        }
    }

    private void endpointsAreAnswered() {
        for (Place endpoint : endpoints()) {
            Place named = endpoint.at("workload");
            String workload = named.text().orElse("");
            List<String> without = environments().stream()
                    .filter(environment -> environment.at("workloads").isWritten())
                    .filter(environment -> !environment.at("workloads").names().contains(workload))
                    .map(Place::name)
                    .toList();
            if (named.text().isPresent() && !without.isEmpty()) {
                problems.add(
                        named.position(),
                        named.path(),
                        "there is no workload '" + workload + "' in " + environmentsNamed(without),
                        Advice.nearest(workload, workloadsOf(without.getFirst()), "workloads"));
            }
            queriesGoThroughAPool(endpoint, workload);
        }
    }

    private List<String> workloadsOf(String environment) {
        return root.at("environments").at(environment).at("workloads").names();
    }

    private void queriesGoThroughAPool(Place endpoint, String workload) {
        Place queries = endpoint.at("queries");
        if (queries.as(Integer::valueOf).orElse(0) <= 0) {
            return;
        }
        List<String> without = environments().stream()
                .filter(environment -> environment.at("workloads").at(workload).isWritten())
                .filter(environment -> environment
                                .at("workloads")
                                .at(workload)
                                .at("databaseClient")
                                .node()
                        == null)
                .map(Place::name)
                .toList();
        if (!without.isEmpty()) {
            problems.add(
                    queries.position(),
                    queries.path(),
                    "workload '" + workload + "' is asked for queries and has no databaseClient in "
                            + environmentsNamed(without),
                    "add 'databaseClient: {}' for SQLAlchemy's defaults");
        }
    }

    private void sharesAddUp() {
        List<Optional<BigDecimal>> shares = endpoints().stream()
                .map(endpoint -> endpoint.at("share").as(Share::parse).map(share -> BigDecimal.valueOf(share.value())))
                .toList();
        if (shares.isEmpty() || shares.stream().anyMatch(Optional::isEmpty)) {
            return;
        }
        BigDecimal sum = shares.stream().flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (Math.abs(sum.doubleValue() - 1) > SHARE_TOLERANCE) {
            String percent = sum.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
            problems.add(
                    root.at("endpoints").position(),
                    "endpoints",
                    "the shares of the endpoints add up to 100%, found " + percent);
        }
    }

    private void isOneOf(Place place, List<String> valid, String what, String kind) {
        place.text()
                .filter(found -> !valid.isEmpty() && !valid.contains(found))
                .ifPresent(found -> problems.add(
                        place.position(),
                        place.path(),
                        "unknown " + what + " '" + Advice.shorten(found) + "'",
                        Advice.nearest(found, valid, kind)));
    }

    private void standsOnce(List<Place> words, String what) {
        Set<String> seen = new LinkedHashSet<>();
        for (Place word : words) {
            if (!seen.add(word.text().orElse(""))) {
                problems.add(
                        word.position(), word.path(), what + " '" + word.text().orElse("") + "' stands twice");
            }
        }
    }

    private static String environmentsNamed(List<String> names) {
        return (names.size() == 1 ? "environment " : "environments ") + Advice.list(names);
    }
}
