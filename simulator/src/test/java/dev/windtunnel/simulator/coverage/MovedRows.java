package dev.windtunnel.simulator.coverage;

import static dev.windtunnel.simulator.coverage.Day.DEV;
import static dev.windtunnel.simulator.coverage.Day.LATER;
import static dev.windtunnel.simulator.coverage.Day.LAUNCH;
import static dev.windtunnel.simulator.coverage.Day.LOST_ZONE;
import static dev.windtunnel.simulator.coverage.Day.QUIET;
import static dev.windtunnel.simulator.coverage.Day.RISING;
import static dev.windtunnel.simulator.coverage.Day.RISING_LOST;
import static dev.windtunnel.simulator.coverage.Day.STAGE;
import static dev.windtunnel.simulator.coverage.Day.USERS;
import static dev.windtunnel.simulator.coverage.Measure.arrived;
import static dev.windtunnel.simulator.coverage.Measure.bill;
import static dev.windtunnel.simulator.coverage.Measure.entries;
import static dev.windtunnel.simulator.coverage.Measure.failed;
import static dev.windtunnel.simulator.coverage.Measure.gauge;
import static dev.windtunnel.simulator.coverage.Measure.latency;
import static dev.windtunnel.simulator.coverage.Moved.row;

import dev.windtunnel.simulator.result.JournalEntry.PodServing;
import java.util.List;

/** Every row and effect of which something moves: what is changed, and what by it. */
final class MovedRows {

    private static final String STAGE_BEGINS = "  stage:\n    extends: prod\n";
    private static final String DEV_BEGINS = "  dev:\n    extends: stage\n";
    private static final String FRONTEND = "      frontend:\n        namespace: frontend\n";
    private static final String BACKEND = "      backend:\n        namespace: backend\n";
    private static final String POOL = "        on-demand-arm64:\n          capacity: on-demand\n";
    private static final String BALANCER =
            "    # What is not written is the default of the AWS Load Balancer Controller";
    private static final String THIRD_ZONE =
            "        c: { public: 10.30.2.0/24, private: 10.30.96.0/19, isolated: 10.30.10.0/24 }\n";
    private static final String HTTPS =
            "{ port: 443, protocol: https, certificates: [app]," + " tlsPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06 }";
    private static final String ALL_POOLS = "[spot-arm64, spot-amd64, on-demand-arm64, on-demand-amd64]";
    private static final String LARGE_PROXY = "sidecar: { requests: { cpu: 1500m, memory: 128Mi } }";

    private MovedRows() {}

    static List<Moved> all() {
        return List.of(
                row("S01 S", RISING)
                        .prod("workers: 2, threads: 4", "workers: 1, threads: 1")
                        .up(latency()),
                row("S02 S", USERS).scenario("daily: 200000", "daily: 2000").down(arrived()),
                row("S02 C", USERS).scenario("daily: 200000", "daily: 2000").down(bill("Out to the internet")),
                row("S08 S", DEV)
                        .after(DEV_BEGINS, "min: 1, max: 3", "min: 3, max: 3")
                        .up(gauge("pods.ready", "backend")),
                row("S08 C", DEV)
                        .after(DEV_BEGINS, "db.t4g.small", "db.t4g.medium")
                        .up(bill("dev", "PostgreSQL")),
                row("S09 S", STAGE)
                        .after(STAGE_BEGINS, "min: 3, max: 9", "min: 6, max: 9")
                        .up(gauge("pods.ready", "backend")),
                row("S09 C", STAGE)
                        .after(STAGE_BEGINS, "storage: 50Gi", "storage: 100Gi")
                        .up(bill("stage", "gp3 storage")),
                row("S10 C", QUIET)
                        .prod("account: prod", "account: security")
                        .after("  user-uploads:\n", "account: prod", "account: security")
                        .down(bill("")),
                row("S12 S", QUIET).prod(THIRD_ZONE, "").down(gauge("nodes", "c")),
                row("S13 S", RISING_LOST).prod("nat: per-zone", "nat: single").down(entries(PodServing.class)),
                row("S13 C", QUIET).prod("nat: per-zone", "nat: single").down(bill("NAT gateways")),
                row("S15 S", QUIET)
                        .after(BALANCER, "healthCheck:", "tls: false\n      healthCheck:")
                        .after(BALANCER, HTTPS, "{ port: 8443, protocol: http }")
                        .down(latency()),
                row("S19 S", RISING)
                        .prod("version: \"1.34\"", "version: \"1.34\"\n      daemons: { cpu: 1, memory: 320Mi }")
                        .up(gauge("nodes", "")),
                row("S21 S", QUIET)
                        .prod("[m6g.large, m7g.large,", "[m7g.large,")
                        .down(latency()),
                row("S21 C", QUIET)
                        .prod("[m6g.large, m7g.large,", "[m7g.large,")
                        .down(bill("On-Demand m6g.large")),
                row("S22 S", RISING).after(POOL, "cpuLimit: 128", "cpuLimit: 6").down(gauge("nodes", "m6g.large")),
                row("S22 C", RISING).after(POOL, "cpuLimit: 128", "cpuLimit: 6").down(bill("On-Demand m6g.large")),
                row("S23 S", RISING).after(BACKEND, "cpu: 60%", "cpu: 95%").down(gauge("pods.desired", "backend")),
                row("S26 S", LOST_ZONE).prod("interval: 15s,", "interval: 60s,").up(failed()),
                row("S27 S", LATER)
                        .later("sidecar: {}", "sidecar: { latency: 20ms }")
                        .up(latency()),
                row("S27 C", LATER).later("sidecar: {}", LARGE_PROXY).up(bill("On-Demand")),
                row("S37 S", RISING)
                        .after(BACKEND, "image: 180MB", "image: 3GB")
                        .down(gauge("pods.ready", "backend")),
                row("S37 C", RISING)
                        .after(BACKEND, "image: 180MB", "image: 3GB")
                        .up(bill("NAT gateways, data processed")),
                row("S41 S", LATER).later("sidecar: {}", LARGE_PROXY).up(gauge("nodes", "")),
                row("S42 S", LOST_ZONE)
                        .prod("deployment: multi-az", "deployment: single-az")
                        .prod("      standbyZone: b\n", "")
                        .up(failed()),
                row("S42 C", QUIET)
                        .prod("deployment: multi-az", "deployment: single-az")
                        .prod("      standbyZone: b\n", "")
                        .down(bill("PostgreSQL")),
                row("S43 S", LATER)
                        .later("readsFrom: replica", "readsFrom: primary")
                        .up(gauge("database.cpu.utilization", "")),
                row("S43 C", LATER)
                        .later("zone: c, class: db.m6g.large", "zone: c, class: db.m6g.xlarge")
                        .up(bill("PostgreSQL")),
                row("S65 C", QUIET).after(FRONTEND, ALL_POOLS, "[spot-arm64]").up(bill("Spot")),
                row("S70 S", LAUNCH)
                        .scenario("az-loss, zone: a", "az-loss, zone: c")
                        .down(failed()),
                row("S72 S", LATER)
                        .later("sidecar: {}", "sidecar: { cpu: 20ms }")
                        .up(latency()),
                row("S72 C", LATER).later("sidecar: {}", LARGE_PROXY).up(bill("On-Demand")));
    }
}
