package dev.windtunnel.model.rule.account;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.CronJob;
import dev.windtunnel.model.compute.NodePool;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.WorkloadSize;
import dev.windtunnel.model.messaging.Queue;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Stage has what production has, in as many zones, at sizes that are not larger. */
final class StageLikeProduction implements DesignRule {

    private static final List<String> NAMES = List.of("stage", "staging");

    private static final RuleFacts FACTS = new RuleFacts(
            "R-ACC-08",
            Severity.WARNING,
            "what stage does not have is tried for the first time in production",
            List.of("S09"),
            "AWS Well-Architected Framework, OPS05: How do you reduce defects, ease remediation, and improve flow",
            "declare in stage what prod has, with smaller replicas, classes and pools");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        design.production().ifPresent(prod -> design.environments().stream()
                .filter(environment -> NAMES.contains(environment.name()) && !environment.equals(prod))
                .forEach(stage -> {
                    kinds(stage, prod, findings);
                    zones(stage, prod, findings);
                    database(design, stage, prod, findings);
                    sizes(stage, prod, findings);
                }));
    }

    private static void kinds(Environment stage, Environment prod, Findings findings) {
        lacks(stage, prod, "workloads", environment -> names(environment.workloads(), Workload::name), findings);
        lacks(stage, prod, "queues", environment -> names(environment.queues(), Queue::name), findings);
        lacks(stage, prod, "cronJobs", environment -> names(environment.cronJobs(), CronJob::name), findings);
        lacks(stage, prod, "cluster.nodePools", StageLikeProduction::purchases, findings);
        lacks(stage, prod, "database", StageLikeProduction::besideTheDatabase, findings);
    }

    private static void lacks(
            Environment stage,
            Environment prod,
            String keys,
            Function<Environment, List<String>> names,
            Findings findings) {
        List<String> there = names.apply(stage);
        List<String> missing =
                names.apply(prod).stream().filter(name -> !there.contains(name)).toList();
        if (!missing.isEmpty()) {
            findings.at(
                    Design.path(stage, keys),
                    "expected what " + prod.name() + " has, found no " + String.join(", no ", missing));
        }
    }

    private static <T> List<String> names(List<T> things, Function<T, String> name) {
        return things.stream().map(name).toList();
    }

    /** How nodes are bought, which is what differs in kind; names and types of pools may differ. */
    private static List<String> purchases(Environment environment) {
        return environment.cluster().nodePools().stream()
                .map(NodePool::capacity)
                .distinct()
                .map(capacity -> capacity.name().toLowerCase(Locale.ROOT).replace('_', '-') + " pool")
                .toList();
    }

    private static List<String> besideTheDatabase(Environment environment) {
        List<String> beside = new ArrayList<>();
        if (environment.database().proxy() != null) {
            beside.add("proxy");
        }
        if (!environment.database().replicas().isEmpty()) {
            beside.add("read replica");
        }
        return beside;
    }

    private static void zones(Environment stage, Environment prod, Findings findings) {
        int expected = prod.vpc().zones().size();
        int found = stage.vpc().zones().size();
        if (found < expected) {
            findings.at(
                    Design.path(stage, "vpc.zones"),
                    "expected " + expected + " zones as in " + prod.name() + ", found " + found);
        }
    }

    private static void database(Design design, Environment stage, Environment prod, Findings findings) {
        if (stage.database().engine() != prod.database().engine()) {
            findings.at(
                    Design.path(stage, "database.engine"),
                    "expected " + word(prod.database().engine()) + " as in " + prod.name() + ", found "
                            + word(stage.database().engine()));
        }
        if (stage.database().deployment() != prod.database().deployment()) {
            findings.at(
                    Design.path(stage, "database.deployment"),
                    "expected " + word(prod.database().deployment()) + " as in " + prod.name() + ", found "
                            + word(stage.database().deployment()));
        }
        int vcpus = vcpus(design, stage);
        int most = vcpus(design, prod);
        if (vcpus > most && most > 0) {
            findings.at(
                    Design.path(stage, "database.class"),
                    "expected at most the " + most + " vCPUs of "
                            + prod.database().instanceClass() + " in "
                            + prod.name() + ", found " + vcpus + " of "
                            + stage.database().instanceClass());
        }
    }

    private static int vcpus(Design design, Environment environment) {
        return design.catalog()
                .databaseClass(environment.database().instanceClass())
                .map(known -> known.vcpus())
                .orElse(0);
    }

    private static void sizes(Environment stage, Environment prod, Findings findings) {
        for (Workload workload : stage.workloads()) {
            int found = WorkloadSize.of(workload).most();
            prod.workload(workload.name())
                    .map(WorkloadSize::of)
                    .filter(size -> size.most() < found)
                    .ifPresent(size -> findings.at(
                            Design.path(stage, "workloads." + workload.name() + ".replicas.max"),
                            "expected at most the " + size.most() + " pods of " + prod.name() + ", found " + found));
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
