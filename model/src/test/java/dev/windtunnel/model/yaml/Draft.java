package dev.windtunnel.model.yaml;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Problem;
import dev.windtunnel.model.scenario.LoadedScenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** A scenario and an architecture that are fine, to be spoiled in one place by a test. */
record Draft(Path folder, String scenario, String architecture, List<String> overrides) {

    static final KnownNames KNOWN = new KnownNames() {
        @Override
        public List<String> instanceTypes() {
            return List.of("m6g.large", "m6g.xlarge", "m7g.large", "t4g.xlarge");
        }

        @Override
        public List<String> databaseClasses() {
            return List.of("db.m6g.large", "db.t4g.small", "db.r6g.2xlarge");
        }

        @Override
        public List<String> regions() {
            return List.of("us-east-1", "eu-central-1");
        }
    };

    private static final String SCENARIO = """
            # A test.
            scenario: A day
            architecture: architecture.yaml
            environment: prod
            start: 2026-11-27T00:00
            timezone: America/New_York
            duration: 24h
            traffic:
              users: { daily: 5000, think: lognormal(median 33s, cv 1.2) }
            timeline:
              - { at: 20:15, fault: az-loss, zone: a, for: 40m }
            objectives:
              - { name: availability, good: 99.9% }
              - { name: fast, good: 95%, latency: 300ms, endpoint: list }
            """;

    private static final String ARCHITECTURE = """
            architecture: Shop
            region: us-east-1
            organization:
              name: shop
              accounts:
                dev: { purpose: environment }
                prod: { purpose: environment }
            environments:
              dev:
                account: dev
                vpc:
                  cidr: 10.10.0.0/16
                  zones:
                    a: { public: 10.10.0.0/24, private: 10.10.32.0/19, isolated: 10.10.8.0/24 }
                dns: { name: dev.shop.example }
                cluster:
                  version: 1.34
                  nodePools:
                    general: { capacity: on-demand, instanceTypes: [t4g.xlarge] }
                workloads:
                  web:
                    replicas: { min: 1, max: 2 }
                    requests: { cpu: 250m, memory: 256Mi }
                    limits: { cpu: 500m, memory: 512Mi }
                    server: { gunicorn: { workers: 2 } }
                    databaseClient: {}
                database: { class: db.t4g.small, deployment: single-az, primaryZone: a, storage: 20Gi }
              prod:
                account: prod
                vpc:
                  cidr: 10.30.0.0/16
                  zones:
                    a: { public: 10.30.0.0/24, private: 10.30.32.0/19, isolated: 10.30.8.0/24 }
                    b: { public: 10.30.1.0/24, private: 10.30.64.0/19, isolated: 10.30.9.0/24 }
                dns: { name: shop.example }
                cluster:
                  version: 1.34
                  nodePools:
                    general:
                      capacity: on-demand
                      instanceTypes: [m6g.large, m7g.large]
                workloads:
                  web:
                    replicas: { min: 3, max: 9 }
                    requests: { cpu: 1, memory: 768Mi }
                    limits: { cpu: 2, memory: 1Gi }
                    server: { gunicorn: { workers: 2, threads: 4 } }
                    nodePools: [general]
                    databaseClient: { poolSize: 4 }
                database: { class: db.m6g.large, primaryZone: a, standbyZone: b, storage: 100Gi }
            endpoints:
              list: { workload: web, path: /items, share: 60%, cpu: lognormal(mean 8ms, cv 0.6), queries: 2, queryTime: 1ms }
              home: { workload: web, path: /, share: 40%, cpu: 2ms }
            """;

    static Draft in(Path folder) {
        return new Draft(folder, SCENARIO, ARCHITECTURE, List.of());
    }

    /** Replaces a piece of the scenario, which must be there. */
    Draft scenario(String piece, String by) {
        return new Draft(folder, replaced(scenario, piece, by), architecture, overrides);
    }

    /** Replaces a piece of the architecture, which must be there. */
    Draft architecture(String piece, String by) {
        return new Draft(folder, scenario, replaced(architecture, piece, by), overrides);
    }

    Draft set(String... settings) {
        return new Draft(folder, scenario, architecture, List.of(settings));
    }

    private static String replaced(String text, String piece, String by) {
        if (!text.contains(piece)) {
            throw new IllegalArgumentException("the draft does not hold '" + piece + "'");
        }
        return text.replaceFirst(java.util.regex.Pattern.quote(piece), java.util.regex.Matcher.quoteReplacement(by));
    }

    LoadedScenario read() {
        try {
            Files.writeString(folder.resolve("day.yaml"), scenario);
            Files.writeString(folder.resolve("architecture.yaml"), architecture);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return ScenarioReader.read(folder.resolve("day.yaml"), overrides, KNOWN);
    }

    /** What is wrong with it; nothing if it can be read. */
    List<Problem> problems() {
        try {
            read();
            return List.of();
        } catch (InputRejected rejected) {
            return rejected.problems();
        }
    }

    /** What is printed, without the folder of the test. */
    List<String> printed() {
        UnaryOperator<String> withoutFolder = text -> text.replace(InputFiles.name(folder) + "/", "");
        return problems().stream().map(Problem::print).map(withoutFolder).toList();
    }

    /** The first line of the only problem. */
    String onlyProblem() {
        return onlyProblemWithAdvice().lines().findFirst().orElse("");
    }

    /** All lines of the only problem. */
    String onlyProblemWithAdvice() {
        List<String> printed = printed();
        if (printed.size() != 1) {
            throw new AssertionError(
                    "expected one problem, found " + printed.size() + ":\n" + String.join("\n", printed));
        }
        return printed.getFirst();
    }
}
