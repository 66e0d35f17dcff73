package dev.windtunnel.model.rule.application;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.catalog.DatabaseClass;
import dev.windtunnel.model.compute.DatabaseClient;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.WorkloadSize;
import dev.windtunnel.model.database.Database;
import dev.windtunnel.model.database.Parameter;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pools of all pods together stay below the database's connection limit, with as many pods as the autoscalers want at most
 * and a release beside them; or a proxy shares connections. A process has at most a connection for each of its threads,
 * whatever its pool allows (APP-14).
 */
final class PoolsWithinLimit implements DesignRule {

    private static final String LIMIT = "max_connections";

    private static final RuleFacts FACTS = new RuleFacts(
            "R-APP-03",
            Severity.ERROR,
            "beyond max_connections PostgreSQL refuses: new pods crash at their start and old ones answer 500, at the peak",
            List.of("S42"),
            "RDS-20, RDS-21, APP-14",
            "lower databaseClient.poolSize or replicas.max, choose a larger database.class, or write database.proxy");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : design.environments()) {
            Database database = environment.database();
            Optional<Integer> limit = limit(design.catalog(), database);
            if (database.proxy() == null && limit.isPresent()) {
                judge(environment, limit.get() - database.reservedConnections(), limit.get(), findings);
            }
        }
    }

    private static void judge(Environment environment, int usable, int limit, Findings findings) {
        List<String> terms = new ArrayList<>();
        long sum = 0;
        Workload largest = null;
        long most = 0;
        for (Workload workload : environment.workloads()) {
            long its = connections(workload);
            if (its > 0) {
                terms.add(term(workload));
                sum += its;
            }
            if (its > most) {
                largest = workload;
                most = its;
            }
        }
        if (largest != null && sum > usable) {
            findings.at(
                    Scope.path(environment, largest, "databaseClient.poolSize"),
                    String.join(" + ", terms) + " = " + sum + " connections exceed " + usable + ", the limit of "
                            + limit + " less " + (limit - usable) + " reserved");
        }
    }

    private static long connections(Workload workload) {
        return (long) WorkloadSize.of(workload).mostDuringRelease()
                * workload.server().processes()
                * perProcess(workload);
    }

    private static int perProcess(Workload workload) {
        DatabaseClient client = workload.databaseClient();
        int threads = workload.server().concurrency() / workload.server().processes();
        return client == null ? 0 : Math.min(threads, client.maxPerProcess());
    }

    private static String term(Workload workload) {
        WorkloadSize size = WorkloadSize.of(workload);
        String pods = size.beside() == 0
                ? size.most() + " " + workload.name() + " pods"
                : "(" + size.most() + " + " + size.beside() + ") " + workload.name() + " pods";
        return pods + " x " + workload.server().processes() + " processes x " + perProcess(workload);
    }

    /** What is written, in the database or its parameters, or the class's default. */
    private static Optional<Integer> limit(Catalog catalog, Database database) {
        if (database.maxConnections() != null) {
            return Optional.of(database.maxConnections());
        }
        for (Parameter parameter : database.parameters()) {
            if (parameter.name().equals(LIMIT) && parameter.value().matches("[0-9]{1,6}")) {
                return Optional.of(Integer.parseInt(parameter.value()));
            }
        }
        return catalog.databaseClass(database.instanceClass()).map(DatabaseClass::defaultMaxConnections);
    }
}
