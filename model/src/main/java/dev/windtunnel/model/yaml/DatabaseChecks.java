package dev.windtunnel.model.yaml;

/** What must hold between a database and what it names: regions, keys, workloads, secrets. */
final class DatabaseChecks {

    private final Place root;
    private final KnownNames known;
    private final Problems problems;
    private final DeclaredNames names;

    private DatabaseChecks(Place root, KnownNames known, Problems problems) {
        this.root = root;
        this.known = known;
        this.problems = problems;
        names = new DeclaredNames(problems);
    }

    static void check(Place root, KnownNames known, Problems problems) {
        DatabaseChecks checks = new DatabaseChecks(root, known, problems);
        for (Place environment : root.at("environments").children()) {
            Place database = environment.at("database");
            checks.namesWhatIsThere(environment, database);
            checks.liesElsewhere(environment, database.at("backups").at("copies"));
            checks.liesElsewhere(environment, database.at("crossRegionReplicas"));
            checks.liesElsewhere(environment, database.at("aurora").at("secondaries"));
            checks.isAKey(environment, database.at("key"));
            environment.at("queues").children().forEach(queue -> checks.isAKey(environment, queue.at("key")));
        }
    }

    private void namesWhatIsThere(Place environment, Place database) {
        Place access = database.at("access");
        names.areAll(access.at("workloads"), environment.at("workloads").names(), "workload", "workloads");
        names.isOne(access.at("secret"), environment.at("secrets").names(), "secret", "secrets");
    }

    /** A copy in the region that is lost is none. */
    private void liesElsewhere(Place environment, Place copies) {
        names.nameAll(copies, known.regions(), "region", "regions");
        for (Place copy : copies.children()) {
            isAKey(environment, copy.at("key"));
            names.isOne(copy.at("class"), known.databaseClasses(), "database class", "database classes");
            if (root.at("region").text().filter(copy.name()::equals).isPresent()) {
                problems.add(
                        copy.position(),
                        copy.path(),
                        "'" + copy.name() + "' is the region of the database itself",
                        "name another region, one that is not lost with it");
            }
        }
    }

    /** Keys that AWS manages are there without a word: aws/rds. */
    private void isAKey(Place environment, Place key) {
        if (key.text().filter(name -> name.startsWith("aws/")).isEmpty()) {
            names.isOne(key, environment.at("keys").names(), "key", "keys");
        }
    }
}
