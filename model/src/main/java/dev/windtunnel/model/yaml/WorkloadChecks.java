package dev.windtunnel.model.yaml;

import java.util.List;
import java.util.stream.Stream;

/** What must hold between workloads, CronJobs and what they name in their environment. */
final class WorkloadChecks {

    /** Classes that every cluster has. */
    private static final List<String> OWN_PRIORITIES = List.of("system-cluster-critical", "system-node-critical");

    private final Place environment;
    private final Problems problems;

    private WorkloadChecks(Place environment, Problems problems) {
        this.environment = environment;
        this.problems = problems;
    }

    static void check(Place root, Problems problems) {
        for (Place environment : root.at("environments").children()) {
            WorkloadChecks checks = new WorkloadChecks(environment, problems);
            environment.at("workloads").children().forEach(checks::scheduling);
            environment.at("workloads").children().forEach(checks::scaling);
            environment.at("cronJobs").children().forEach(checks::cronJob);
        }
    }

    private void scheduling(Place workload) {
        Place scheduling = workload.at("scheduling");
        List<String> declared = environment.at("cluster").at("priorityClasses").names();
        List<String> priorities =
                Stream.concat(declared.stream(), OWN_PRIORITIES.stream()).toList();
        new Reference("priority class", "cluster.priorityClasses", priorities, problems)
                .check(scheduling.at("priorityClass"));
        Stream.of("podAffinity", "podAntiAffinity")
                .flatMap(key -> scheduling.at(key).children().stream())
                .forEach(affinity -> workload().check(affinity.at("workload")));
    }

    private void scaling(Place workload) {
        Reference queue =
                new Reference("queue", "queues", environment.at("queues").names(), problems);
        for (Place trigger : workload.at("scaledObject").at("triggers").children()) {
            queue.check(trigger.at("queue"));
        }
        List<String> containers = Stream.concat(Stream.of(workload.name()), workload.at("sidecars").names().stream())
                .toList();
        Reference container = new Reference("container", "sidecars", containers, problems);
        for (Place metric : workload.at("autoscaling").at("metrics").children()) {
            container.check(metric.at("container"));
        }
    }

    private void cronJob(Place job) {
        workload().check(job.at("workload"));
        new Reference(
                        "node pool",
                        "cluster.nodePools",
                        environment.at("cluster").at("nodePools").names(),
                        problems)
                .checkAll(job.at("nodePools"));
    }

    private Reference workload() {
        return new Reference(
                "workload", "workloads", environment.at("workloads").names(), problems);
    }
}
