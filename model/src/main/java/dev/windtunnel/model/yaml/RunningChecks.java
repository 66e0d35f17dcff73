package dev.windtunnel.model.yaml;

import dev.windtunnel.model.fault.Fault;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What must hold between delivery, observability and operations and what they speak of. */
final class RunningChecks {

    private static final String RUNBOOKS = "operations.runbooks";
    private static final String REPOSITORIES = "delivery.repositories";

    private final Place root;
    private final KnownNames known;
    private final DeclaredNames names;
    private final List<String> environments;
    private final List<String> workloads;
    private final List<String> runbooks;
    private final List<String> repositories;

    private RunningChecks(Place root, KnownNames known, Problems problems) {
        this.root = root;
        this.known = known;
        names = new DeclaredNames(problems);
        environments = root.at("environments").names();
        workloads = workloads(root);
        runbooks = root.at("operations").at("runbooks").names();
        repositories = root.at("delivery").at("repositories").names();
    }

    static void check(Place root, KnownNames known, Problems problems) {
        RunningChecks checks = new RunningChecks(root, known, problems);
        checks.delivery(root.at("delivery"));
        checks.operations(root.at("operations"));
        for (Place environment : root.at("environments").children()) {
            checks.observability(environment.at("observability"));
        }
    }

    /** Those of all environments: what delivers and what is drilled is said once for all of them. */
    private static List<String> workloads(Place root) {
        Set<String> names = new LinkedHashSet<>();
        root.at("environments")
                .children()
                .forEach(each -> names.addAll(each.at("workloads").names()));
        return List.copyOf(names);
    }

    private void delivery(Place delivery) {
        List<String> accounts = root.at("organization").at("accounts").names();
        for (Place pipeline : delivery.at("pipelines").children()) {
            isARepository(pipeline.at("repository"));
            for (Place image : pipeline.at("images").children()) {
                runsIn(image);
            }
        }
        Place registry = delivery.at("registry");
        names.isOne(registry.at("account"), accounts, "account", "organization.accounts");
        names.areAll(registry.at("pulledBy"), accounts, "account", "organization.accounts");
        names.areAll(registry.at("replication"), known.regions(), "region", "regions");
        Place promotion = delivery.at("promotion");
        names.nameAll(promotion, environments, "environment", "environments");
        promotion.children().forEach(step -> isAnEnvironment(step.at("from")));
        for (Place chart : delivery.at("charts").children()) {
            isARepository(chart.at("repository"));
            runsIn(chart);
        }
        Place gitOps = delivery.at("gitOps");
        isARepository(gitOps.at("repository"));
        names.nameAll(gitOps.at("environments"), environments, "environment", "environments");
        for (Place sync : gitOps.at("environments").children()) {
            names.areAll(sync.at("applications"), delivery.at("charts").names(), "chart", "delivery.charts");
        }
        names.nameAll(delivery.at("rollback"), workloads, "workload", "workloads");
        delivery.at("rollback").children().forEach(way -> isARunbook(way.at("runbook")));
    }

    /** Names of images and charts are free: a base image or an add-on is no workload. */
    private void runsIn(Place imageOrChart) {
        names.areAll(imageOrChart.at("workloads"), workloads, "workload", "workloads");
    }

    private void observability(Place observability) {
        List<String> receivers = observability.at("receivers").names();
        String where = "observability.receivers";
        for (Place slo : observability.at("slos").children()) {
            names.areAll(slo.at("page"), receivers, "receiver", where);
            names.areAll(slo.at("ticket"), receivers, "receiver", where);
            names.isOne(slo.at("endpoint"), root.at("endpoints").names(), "endpoint", "endpoints");
            isARunbook(slo.at("runbook"));
        }
        for (Place alarm : observability.at("alarms").children()) {
            names.areAll(alarm.at("receivers"), receivers, "receiver", where);
            isARunbook(alarm.at("runbook"));
        }
        for (Place escalation : observability.at("escalations").children()) {
            for (Place step : escalation.at("steps").children()) {
                names.isOne(step.at("receiver"), receivers, "receiver", where);
            }
        }
    }

    private void operations(Place operations) {
        Place infrastructure = operations.at("infrastructure");
        isARepository(infrastructure.at("repository"));
        names.isOne(infrastructure.at("stateBucket"), root.at("buckets").names(), "bucket", "buckets");
        names.nameAll(infrastructure.at("workspaces"), environments, "environment", "environments");
        operations.at("policies").children().forEach(policy -> isARepository(policy.at("repository")));
        List<String> faults = List.copyOf(RecordShape.members(Fault.class).keySet());
        for (Place runbook : operations.at("runbooks").children()) {
            names.areAll(runbook.at("faults"), faults, "fault", "faults");
        }
        for (Place drill : operations.at("drills").children()) {
            isAnEnvironment(drill.at("environment"));
            names.areAll(drill.at("faults"), faults, "fault", "faults");
            isARunbook(drill.at("runbook"));
        }
        cost(operations);
    }

    private void cost(Place operations) {
        Place cost = operations.at("cost");
        List<String> accounts = root.at("organization").at("accounts").names();
        for (Place commitment : cost.at("commitments").children()) {
            names.isOne(commitment.at("account"), accounts, "account", "organization.accounts");
            names.isOne(commitment.at("class"), known.databaseClasses(), "database class", "database classes");
        }
        names.areAll(cost.at("spot").at("workloads"), workloads, "workload", "workloads");
        Place pipeline = cost.at("pipeline");
        isARepository(pipeline.at("repository"));
        List<String> told = operations.at("notifications").names();
        names.areAll(pipeline.at("notifications"), told, "notification", "operations.notifications");
    }

    private void isARepository(Place named) {
        names.isOne(named, repositories, "repository", REPOSITORIES);
    }

    private void isARunbook(Place named) {
        names.isOne(named, runbooks, "runbook", RUNBOOKS);
    }

    private void isAnEnvironment(Place named) {
        names.isOne(named, environments, "environment", "environments");
    }
}
