package dev.windtunnel.simulator.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A design with about 300 components, as the YAML text that somebody would write: always the same one. Production has 40
 * workloads in 6 namespaces, 24 queues and 16 jobs; three more environments have 24 workloads each; there are 16 caches, 16
 * services of others, 6 accounts, 14 repositories and 10 pipelines of 7 stages.
 */
final class LargeDesign {

    private static final int SERVING = 24;
    private static final int WORKERS = 16;
    private static final int NAMESPACES = 6;
    private static final int QUEUES = 24;

    private final String odd;

    private LargeDesign(String odd) {
        this.odd = odd;
    }

    /** With names such as {@code service-7}. */
    static String yaml() {
        return new LargeDesign("").write();
    }

    /** With this text at the end of every name that may hold any characters. */
    static String yaml(String odd) {
        return new LargeDesign(odd).write();
    }

    /** A name as a quoted scalar, which any text may stand in. */
    private String name(String plain) {
        return quoted(plain + odd);
    }

    private static String quoted(String text) {
        StringBuilder result = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> result.append("\\\"");
                case '\\' -> result.append("\\\\");
                case '\n' -> result.append("\\n");
                default -> result.append((char) c);
            }
        });
        return result.append('"').toString();
    }

    private String write() {
        List<String> lines = new ArrayList<>();
        lines.add("architecture: " + name("Large"));
        lines.add("region: us-east-1");
        organization(lines);
        lines.add("environments:");
        environment(lines, "prod", 10);
        for (int at = 0; at < 3; at++) {
            environment(lines, "small-" + at, 20 + at);
        }
        services(lines);
        delivery(lines);
        return String.join("\n", lines) + "\n";
    }

    private void organization(List<String> lines) {
        lines.add("organization:");
        lines.add("  name: " + name("large"));
        lines.add("  organizationalUnits:");
        lines.add("    " + name("workloads") + ": {}");
        lines.add("    " + name("production") + ": { parent: " + name("workloads") + " }");
        lines.add("  serviceControlPolicies:");
        lines.add("    " + name("baseline") + ": { attachedTo: [root], denies: [root-user] }");
        lines.add("  accounts:");
        String shared = "purpose: shared-services, holds: [" + name("CI/CD") + ", ECR, " + name("Wiki") + "]";
        lines.add("    " + name("shared") + ": { " + shared + " }");
        lines.add("    " + name("security") + ": { purpose: security, holds: [GuardDuty, SIEM] }");
        lines.add("    " + name("account-prod") + ": { purpose: environment, holds: [EKS], organizationalUnit: "
                + name("production") + " }");
        for (int at = 0; at < 3; at++) {
            lines.add("    " + name("account-small-" + at)
                    + ": { purpose: environment, holds: [EKS], organizationalUnit: " + name("workloads") + " }");
        }
    }

    private void environment(List<String> lines, String plain, int block) {
        boolean isLarge = plain.equals("prod");
        String net = "10." + block + ".";
        lines.add("  " + name(plain) + ":");
        lines.add("    account: " + name("account-" + plain));
        lines.add("    vpc:");
        lines.add("      cidr: " + net + "0.0/16");
        lines.add("      zones:");
        for (int zone = 0; zone < 3; zone++) {
            lines.add("        " + "abc".charAt(zone) + ": { public: " + net + zone + ".0/24, private: " + net
                    + 32 * (zone + 1) + ".0/19, isolated: " + net + (8 + zone) + ".0/24 }");
        }
        lines.add("      nat: per-zone");
        if (isLarge) {
            lines.add("      endpoints: { s3: {}, sqs: {}, sts: {}, kms: {}, logs: {} }");
            securityGroups(lines);
        }
        lines.add("    dns: { name: " + plain + ".example.com }");
        lines.add("    loadBalancer: {}");
        lines.add("    cluster:");
        lines.add("      version: \"1.34\"");
        lines.add("      nodePools: { " + name("general")
                + ": { capacity: on-demand, instanceTypes: [m6i.xlarge], minPerZone: 1 } }");
        lines.add(
                "    database: { class: db.m6g.large, deployment: multi-az, primaryZone: a, standbyZone: b, storage: 100Gi,"
                        + " replicas: [{ zone: c, class: db.m6g.large }] }");
        lines.add("    workloads:");
        for (int at = 0; at < SERVING; at++) {
            workload(lines, at);
        }
        if (isLarge) {
            workers(lines);
        }
    }

    private void securityGroups(List<String> lines) {
        lines.add("      securityGroups:");
        for (int at = 0; at < 12; at++) {
            String from = at == 0 ? "cidr: 0.0.0.0/0" : "group: " + name("group-" + (at - 1) / 3);
            lines.add(
                    "        " + name("group-" + at) + ": { ingress: [{ " + from + ", port: " + (8000 + at) + " }] }");
        }
    }

    private void workload(List<String> lines, int at) {
        lines.add("      " + name("service-" + at) + ":");
        lines.add("        namespace: " + name("team-" + at % NAMESPACES));
        lines.add("        replicas: { min: 2, max: 8 }");
        lines.add("        autoscaling: { cpu: 60% }");
        lines.add("        requests: { cpu: 500m, memory: 512Mi }");
        lines.add("        limits: { cpu: 1, memory: 1Gi }");
        lines.add("        server: { gunicorn: { workers: 2, threads: 4, keepalive: 75s } }");
        if (at % 4 == 0) {
            lines.add("        databaseClient: { poolSize: 2, poolOverflow: 0 }");
        }
    }

    private void workers(List<String> lines) {
        for (int at = 0; at < WORKERS; at++) {
            lines.add("      " + name("worker-" + at) + ":");
            lines.add("        namespace: " + name("team-" + at % NAMESPACES));
            lines.add("        replicas: { min: 1, max: 1 }");
            lines.add("        requests: { cpu: 500m, memory: 512Mi }");
            lines.add("        limits: { cpu: 1, memory: 1Gi }");
            lines.add("        server: { worker: { consumes: queue-" + at + ", cpu: 40ms } }");
        }
        lines.add("    queues:");
        for (int at = 0; at < QUEUES; at++) {
            lines.add("      queue-" + at + ": {}");
        }
        lines.add("    cronJobs:");
        for (int at = 0; at < 16; at++) {
            lines.add("      " + name("job-" + at) + ": { schedule: \"0 3 * * *\", namespace: "
                    + name("team-" + at % NAMESPACES)
                    + ", workload: " + name("service-" + at)
                    + ", requests: { cpu: 100m, memory: 128Mi }, limits: { cpu: 200m, memory: 256Mi }, duration: 5m }");
        }
    }

    private void services(List<String> lines) {
        lines.add("externalServices:");
        for (int at = 0; at < 16; at++) {
            lines.add("  " + name("partner-" + at) + ": { latency: 80ms }");
        }
        lines.add("caches:");
        for (int at = 0; at < 16; at++) {
            lines.add("  " + name("cache-" + at) + ": { in: node, hitRatio: 80%, latency: 500us }");
        }
        lines.add("endpoints:");
        for (int at = 0; at < SERVING; at++) {
            lines.add("  " + name("call-" + at) + ":");
            lines.add("    workload: " + name("service-" + at));
            lines.add("    path: /service-" + at);
            lines.add("    share: 4%");
            lines.add("    cpu: 5ms");
            lines.add("    queries: " + (at % 4 == 0 ? 1 : 0));
            if (at % 4 == 0) {
                lines.add("    queryTime: 500us");
            }
        }
        lines.add("  rest: { workload: " + name("service-0")
                + ", path: /, share: 4%, cpu: 1ms, queries: 1, queryTime: 500us }");
    }

    private void delivery(List<String> lines) {
        lines.add("delivery:");
        lines.add("  repositories:");
        lines.add("    " + name("config") + ": { kind: platform-config, reviews: 2 }");
        for (int at = 0; at < 13; at++) {
            lines.add("    " + name("source-" + at) + ": { kind: application, reviews: 1 }");
        }
        lines.add("  pipelines:");
        for (int at = 0; at < 10; at++) {
            String stages = IntStream.of(0, 1, 2, 3, 4, 5, 6)
                    .mapToObj(stage -> List.of("lint", "test", "build", "sbom", "scan", "sign", "push")
                                    .get(stage)
                            + ": { tool: " + name("tool") + " }")
                    .collect(Collectors.joining(", "));
            lines.add("    " + name("pipeline-" + at) + ": { repository: " + name("source-" + at)
                    + ", runner: github, stages: { " + stages + " } }");
        }
        lines.add("  registry: { account: " + name("shared") + ", replication: [us-west-2] }");
        lines.add("  gitOps: { repository: " + name("config") + ", environments: { " + name("prod")
                + ": { automated: true } } }");
    }
}
