package dev.windtunnel.simulator.report;

import dev.windtunnel.simulator.result.JournalEntry;
import dev.windtunnel.simulator.result.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/** Pods, nodes, database and journal of {@link ExampleDay}. */
final class ExampleCluster {

    private static final int FAULT_MINUTE = ExampleDay.FAULT_START / 60;
    private static final int BACK_MINUTE = ExampleDay.FAULT_END / 60;

    private ExampleCluster() {}

    static List<Series> series(ExampleTraffic traffic) {
        IntToDoubleFunction load = minute -> traffic.rateOf(minute) / 420;
        List<Series> series = new ArrayList<>();
        for (String workload : List.of("backend", "frontend")) {
            double most = workload.equals("backend") ? 18 : 9;
            IntToDoubleFunction desired = minute -> Math.max(3, Math.ceil(most * load.applyAsDouble(minute)));
            series.add(
                    gauge("cpu.utilization", minute -> 0.35 + 0.5 * load.applyAsDouble(minute), "workload", workload));
            series.add(gauge("pods.desired", desired, "workload", workload));
            series.add(gauge(
                    "pods.pending",
                    minute -> minute >= FAULT_MINUTE + 6 && minute < FAULT_MINUTE + 8 ? 3 : 0,
                    "workload",
                    workload));
            for (String zone : List.of("a", "b", "c")) {
                series.add(gauge(
                        "pods.ready",
                        minute -> ready(minute, zone, desired.applyAsDouble(minute)),
                        "workload",
                        workload,
                        "zone",
                        zone));
            }
            series.add(gauge("queue.length", minute -> minute == FAULT_MINUTE ? 140 : 0, "workload", workload));
        }
        for (String zone : List.of("a", "b", "c")) {
            series.add(gauge(
                    "nodes",
                    minute -> lost(minute, zone) ? 0 : 2,
                    "capacity",
                    "on-demand",
                    "type",
                    "m6i.large",
                    "zone",
                    zone));
            series.add(gauge(
                    "nodes",
                    minute -> lost(minute, zone) ? 0 : Math.round(3 * load.applyAsDouble(minute)),
                    "capacity",
                    "spot",
                    "type",
                    "t4g.medium",
                    "zone",
                    zone));
        }
        series.add(gauge("database.active", minute -> 12 * load.applyAsDouble(minute)));
        series.add(gauge("database.connections", minute -> 60 + 140 * load.applyAsDouble(minute)));
        series.add(gauge("database.cpu.utilization", minute -> 0.08 + 0.5 * load.applyAsDouble(minute)));
        series.add(gauge(
                "utilization", minute -> 0.2 + 0.72 * load.applyAsDouble(minute), "limit", "backend gunicorn threads"));
        series.add(gauge(
                "utilization", minute -> 0.1 + 0.4 * load.applyAsDouble(minute), "limit", "database connections"));
        series.sort(Comparator.comparing(Series::metric)
                .thenComparing(one -> one.labels().toString()));
        return series;
    }

    private static boolean lost(int minute, String zone) {
        return zone.equals("a") && minute >= FAULT_MINUTE && minute < BACK_MINUTE + 1;
    }

    private static double ready(int minute, String zone, double desired) {
        if (minute < FAULT_MINUTE || minute > BACK_MINUTE + 30) {
            return Math.floor((desired + 2 - "abc".indexOf(zone)) / 3);
        }
        if (zone.equals("a")) {
            return 0;
        }
        return minute < FAULT_MINUTE + 8 ? Math.floor(desired / 3) : Math.floor(desired / 2);
    }

    private static Series gauge(String metric, IntToDoubleFunction value, String... labels) {
        List<Double> values = new ArrayList<>();
        for (int minute = 0; minute < ExampleDay.MINUTES; minute++) {
            values.add(Math.round(value.applyAsDouble(minute) * 1000) / 1000.0);
        }
        Map<String, String> named = new TreeMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            named.put(labels[i], labels[i + 1]);
        }
        return new Series(metric, "1", new TreeMap<>(named), values);
    }

    static List<JournalEntry> journal() {
        List<JournalEntry> journal = new ArrayList<>();
        for (int hour = 7; hour < 20; hour++) {
            journal.add(new JournalEntry.WorkloadScaled(
                    hour * 3_600_000_000_000L + 15_000_000_000L,
                    "hpa/backend",
                    "scales backend from " + (hour - 4) + " to " + (hour - 3) + " pods",
                    "CPU at 91% of requests, target 80%",
                    "backend",
                    hour - 4,
                    hour - 3));
        }
        journal.add(new JournalEntry.NodeLaunched(
                at(-7200),
                "karpenter",
                "launches m6i.large in b",
                "2 pods fit no node",
                "m6i.large",
                "b",
                "on-demand"));
        journal.add(new JournalEntry.NodeReady(
                at(-7159), "kubelet", "node m6i.large in b is Ready", "launched 41 s ago", "m6i.large", "b"));
        journal.add(new JournalEntry.PodServing(
                at(-7140), "alb", "pod backend-17 serves in b", "two health checks passed", "backend", "b"));
        journal.add(
                new JournalEntry.FaultStarted(at(0), "scenario", "zone a falls silent", "az-loss at 20:15 for 40m"));
        journal.add(new JournalEntry.DatabaseChanged(
                at(0), "rds", "primary in zone a is silent", "its zone is lost", "unreachable"));
        journal.add(new JournalEntry.TargetsChanged(
                at(18), "alb", "8 targets in a are unhealthy", "2 health checks timed out", "a", 8, false));
        journal.add(new JournalEntry.DatabaseChanged(
                at(33), "rds", "promotes the standby in zone b", "primary silent for 33 s", "failing-over"));
        journal.add(new JournalEntry.NodeHealthChanged(
                at(48), "node-lifecycle", "4 nodes in a are NotReady", "no lease for 40 s", "a", false));
        journal.add(new JournalEntry.DatabaseChanged(
                at(67), "rds", "answers again from zone b", "standby promoted, DNS changed", "available"));
        journal.add(new JournalEntry.DnsChanged(
                at(71), "route53", "drops the address of zone a", "no healthy target there", "a", false));
        journal.add(new JournalEntry.PodsEvicted(
                at(348), "taint-eviction", "evicts 8 pods in a", "unreachable for 300 s", "a", 8));
        journal.add(new JournalEntry.PodsPending(
                at(349), "scheduler", "3 pods of backend are Pending", "0/6 nodes have enough CPU", "backend", 3));
        journal.add(new JournalEntry.FaultEnded(at(2400), "scenario", "zone a answers again", "40m are over"));
        journal.add(new JournalEntry.NodeHealthChanged(
                at(2412), "node-lifecycle", "4 nodes in a are Ready", "leases are renewed", "a", true));
        journal.add(new JournalEntry.DnsChanged(
                at(2450), "route53", "adds the address of zone a", "healthy targets there", "a", true));
        journal.add(new JournalEntry.NodeRemoved(
                at(5400), "karpenter", "removes t4g.medium in c", "empty for 30 s", "t4g.medium", "c"));
        return journal;
    }

    private static long at(int secondsAfterFault) {
        return (ExampleDay.FAULT_START + secondsAfterFault) * 1_000_000_000L;
    }
}
