package dev.windtunnel.simulator.engine;

import dev.windtunnel.simulator.compile.Arrivals;
import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.compile.CompiledWorkload;
import dev.windtunnel.simulator.result.Limits;
import dev.windtunnel.simulator.result.Overload;
import dev.windtunnel.simulator.result.Series;
import dev.windtunnel.simulator.world.control.ControlPlane;
import dev.windtunnel.simulator.world.state.Node;
import dev.windtunnel.simulator.world.state.Pod;
import dev.windtunnel.simulator.world.state.WorldState;
import dev.windtunnel.simulator.world.traffic.AttemptCounts;
import dev.windtunnel.simulator.world.traffic.DatabaseGauges;
import dev.windtunnel.simulator.world.traffic.ExactPlant;
import dev.windtunnel.simulator.world.traffic.StorageGauges;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the gauges at the end of each minute. Reads only: with or without it a run is the same. */
final class GaugeRecorder {

    private final CompiledScenario scenario;
    private final WorldState world;
    private final ExactPlant plant;
    private final ControlPlane control;
    private final SortedMap<String, Column> columns = new TreeMap<>();
    private final Map<Long, Double> usedByPod = new TreeMap<>();
    private final SurroundingsRecorder surroundings;
    private final double[] heldByWorkload;
    private final QueueGauges queues;
    private double usedByDatabase;
    private double operationsOfDatabase;
    private double bytesOfDatabase;
    private long squaresOfArrivals;
    private long lastNanos;
    private int minutes;
    private final OfferedGauges offered;
    private final LimitGauges limits;
    private final RetryGauges retries;
    private final SessionGauges sessions = new SessionGauges();
    private AttemptCounts attemptsBefore = new AttemptCounts(0, 0, 0, 0, 0, 0, 0);

    GaugeRecorder(CompiledScenario scenario, WorldState world, ExactPlant plant, ControlPlane control) {
        this.scenario = scenario;
        this.world = world;
        this.plant = plant;
        this.control = control;
        this.surroundings = new SurroundingsRecorder(scenario, plant.surroundings());
        this.heldByWorkload = new double[scenario.workloads().size()];
        this.queues = new QueueGauges(scenario.queues(), plant);
        offered = new OfferedGauges(scenario, plant);
        limits = new LimitGauges(scenario, plant, offered);
        retries = new RetryGauges(scenario, plant);
    }

    /** The stations without a steady state. */
    List<Overload> overloads() {
        return offered.overloads();
    }

    private record Column(String metric, SortedMap<String, String> labels, List<Double> values) {}

    private void put(String metric, double value, String... labels) {
        SortedMap<String, String> named = new TreeMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            named.put(labels[i], labels[i + 1]);
        }
        Column column = columns.computeIfAbsent(
                metric + named,
                absent -> new Column(metric, named, new ArrayList<>(Collections.nCopies(minutes, 0.0))));
        while (column.values.size() < minutes) {
            column.values.add(0.0);
        }
        column.values.add(value);
    }

    /** Reads all gauges. */
    void record(long now) {
        long elapsed = now - lastNanos;
        Map<Long, Double> usedNow = new TreeMap<>();
        List<Pod> pods = world.pods().all();
        offered.minuteEnds();
        NodeGauges nodeGauges = new NodeGauges(scenario.workloads().size());
        for (int workload = 0; workload < scenario.workloads().size(); workload++) {
            workload(workload, pods, usedNow, nodeGauges, elapsed, now);
        }
        usedByPod.clear();
        usedByPod.putAll(usedNow);
        nodeGauges.record(world, offered, elapsed, this::put);
        nodes();
        limits.record(elapsed, this::put);
        database(elapsed, now);
        attempts();
        queues.record(now);
        arrivals();
        surroundings.record(this::put);
        retries.record(this::put);
        if (scenario.arrivals() instanceof Arrivals.Sessions) {
            sessions.record(plant.sessions(), this::put);
        }
        lastNanos = now;
        minutes++;
    }

    /** Attempts of clients who may have more than one: absent where they may not, as then all attempts are requests. */
    private void attempts() {
        if (scenario.clients().attempts().isSingle()) {
            return;
        }
        AttemptCounts counts = plant.attempts();
        long sent = counts.sent() - attemptsBefore.sent();
        long again = counts.retries() + counts.hedges() - attemptsBefore.retries() - attemptsBefore.hedges();
        put("client.attempts", (double) sent);
        put("client.retry.share", sent == 0 ? 0 : (double) again / sent);
        put("client.retries.refused", (double) (counts.refused() - attemptsBefore.refused()));
        attemptsBefore = counts;
    }

    private void arrivals() {
        long squares = plant.meters().arrivalSquares();
        put("arrivals.squares", (double) (squares - squaresOfArrivals));
        squaresOfArrivals = squares;
    }

    private void workload(
            int index, List<Pod> pods, Map<Long, Double> usedNow, NodeGauges nodeGauges, long elapsed, long now) {
        CompiledWorkload workload = scenario.workloads().get(index);
        int[] readyByZone = new int[world.zones().size()];
        int ready = 0;
        double speed = 0;
        int pending = 0;
        int queued = 0;
        double used = 0;
        double usedBySidecars = 0;
        double pull = offered.pull(index);
        boolean isConsumer = scenario.queues().isConsumer(index);
        for (Pod pod : pods) {
            if (pod.workload != index) {
                continue;
            }
            pending += pod.state == Pod.State.PENDING ? 1 : 0;
            boolean runs = !pod.isSilent && (pod.state == Pod.State.RUNNING || pod.state == Pod.State.TERMINATING);
            if (runs) {
                double total = plant.cpuUsedCoreNanos(pod.slot, now);
                double ofPod = total - usedByPod.getOrDefault(pod.incarnation, 0.0);
                used += ofPod;
                usedNow.put(pod.incarnation, total);
                double beside = plant.surroundings().sidecarUsedCoreNanos(pod.slot, now);
                double ofSidecar = beside - usedByPod.getOrDefault(~pod.incarnation, 0.0);
                usedBySidecars += ofSidecar;
                nodeGauges.used(pod.node, ofPod, pull * ofPod, isConsumer ? pull * ofPod : ofSidecar);
                usedNow.put(~pod.incarnation, beside);
                queued += plant.queued(pod.slot);
            }
            if (runs && pod.isReady) {
                readyByZone[pod.zone]++;
                ready++;
                nodeGauges.ready(pod.node, index);
                Node node = world.nodes().get(pod.node);
                speed += node == null ? 0 : node.type.speed();
            }
        }
        String name = workload.name();
        for (int zone = 0; zone < readyByZone.length; zone++) {
            put(
                    "pods.ready",
                    readyByZone[zone],
                    "workload",
                    name,
                    "zone",
                    world.zones().get(zone));
        }
        put("pods.pending", pending, "workload", name);
        put("pods.desired", control.desired(index), "workload", name);
        put("queue.length", queued, "workload", name);
        double cores = used / elapsed;
        put("cpu.utilization", ready == 0 ? 0 : cores * 1000 / ready / workload.requestCpuMillis(), "workload", name);
        double capacity = ready * workload.cpuCapacityMillis() / 1000.0;
        double sidecars = usedBySidecars / elapsed;
        put("utilization", ready == 0 ? 0 : pull * (cores - sidecars) / capacity, "limit", name + " pods' CPU");
        double sidecarCores = SurroundingsRecorder.sidecarCores(workload, ready);
        if (workload.runtime().sidecar() != null) {
            put("utilization", ready == 0 ? 0 : sidecars / sidecarCores, "limit", name + " sidecars' CPU");
        }
        double held = plant.workerNanos(index, now);
        double busy = (held - heldByWorkload[index]) / elapsed;
        heldByWorkload[index] = held;
        double workers = (double) ready * workload.concurrency();
        // Without a ready pod there is no worker for anyone.
        put("utilization", ready == 0 ? 1 : pull * Math.min(1, busy / workers), "limit", Limits.workers(name));
        double referenceCores = speed * workload.cpuCapacityMillis() / 1000.0;
        double cpuInUse = ready == 0 ? 0 : cores / capacity;
        double workersInUse = ready == 0 ? 0 : Math.min(1, busy / workers);
        offered.workload(index, referenceCores, cpuInUse, workers, workersInUse, elapsed, this::put);
        limits.pool(index, ready, elapsed, now, this::put);
        // At its minimum a workload's size says nothing about its load.
        int desired = control.desired(index);
        double ofMaximum = desired > workload.minReplicas() ? (double) desired / workload.maxReplicas() : 0;
        put("utilization", ofMaximum, "limit", name + " replicas of the allowed maximum");
    }

    private void nodes() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Node node : world.nodes().all()) {
            if (node.state == Node.State.JOINED && node.isReady) {
                String key = world.zones().get(node.zone) + "\n" + (node.pool.spot() ? "spot" : "on-demand") + "\n"
                        + node.type.name();
                counts.merge(key, 1, Integer::sum);
            }
        }
        // Kinds that were there before and are gone now read zero, which put() fills in later; here only what is.
        counts.forEach((key, count) -> {
            String[] parts = key.split("\n", -1);
            put("nodes", count, "zone", parts[0], "capacity", parts[1], "type", parts[2]);
        });
    }

    private void database(long elapsed, long now) {
        if (scenario.database() == null) {
            return;
        }
        DatabaseGauges gauges = plant.databaseGauges(now);
        double cpu = (gauges.usedCoreNanos() - usedByDatabase) / elapsed / gauges.vcpus();
        usedByDatabase = gauges.usedCoreNanos();
        put("database.cpu.utilization", cpu);
        put("database.connections", gauges.connections());
        put("database.active", gauges.running());
        put("utilization", cpu, "limit", "database CPU");
        offered.database(cpu, elapsed, this::put);
        put(
                "utilization",
                gauges.usableConnections() == 0 ? 0 : (double) gauges.peakConnections() / gauges.usableConnections(),
                "limit",
                Limits.DATABASE_CONNECTIONS);
        storage(elapsed);
    }

    /** Storage, where the database has a capacity model: what it does against what it carries. */
    private void storage(long elapsed) {
        StorageGauges gauges = plant.storageGauges();
        if (gauges.allocatedBytes() == 0) {
            return;
        }
        double seconds = elapsed / 1e9;
        double operations = (gauges.operations() - operationsOfDatabase) / seconds;
        double bytes = (gauges.bytes() - bytesOfDatabase) / seconds;
        operationsOfDatabase = gauges.operations();
        bytesOfDatabase = gauges.bytes();
        put("database.iops", operations);
        put("database.throughput", bytes);
        put("database.cache.hits", gauges.hitShare());
        double operationsAsked = operations / gauges.operationsPerSecond();
        double bytesAsked = bytes / gauges.bytesPerSecond();
        put("utilization", operationsAsked, "limit", "database IOPS");
        put("utilization", bytesAsked, "limit", "database throughput");
        offered.storage(operationsAsked, bytesAsked, this::put);
        put("utilization", (double) gauges.usedBytes() / gauges.allocatedBytes(), "limit", "database storage");
    }

    /** All series, by metric and labels, one value for each minute. */
    List<Series> series() {
        List<Series> series = new ArrayList<>();
        for (Column column : columns.values()) {
            while (column.values.size() < minutes) {
                column.values.add(0.0);
            }
            series.add(new Series(column.metric, "1", column.labels, column.values));
        }
        queues.addTo(series);
        return series;
    }

    /** Takes over what another has read, and what it compares the next reading with. */
    void copyFrom(GaugeRecorder other) {
        columns.clear();
        for (Map.Entry<String, Column> entry : other.columns.entrySet()) {
            Column column = entry.getValue();
            columns.put(
                    entry.getKey(),
                    new Column(column.metric, new TreeMap<>(column.labels), new ArrayList<>(column.values)));
        }
        usedByPod.clear();
        usedByPod.putAll(other.usedByPod);
        queues.copyFrom(other.queues);
        System.arraycopy(other.heldByWorkload, 0, heldByWorkload, 0, heldByWorkload.length);
        usedByDatabase = other.usedByDatabase;
        operationsOfDatabase = other.operationsOfDatabase;
        bytesOfDatabase = other.bytesOfDatabase;
        squaresOfArrivals = other.squaresOfArrivals;
        lastNanos = other.lastNanos;
        minutes = other.minutes;
        attemptsBefore = other.attemptsBefore;
        surroundings.copyFrom(other.surroundings);
        offered.copyFrom(other.offered);
        limits.copyFrom(other.limits);
        retries.copyFrom(other.retries);
        sessions.copyFrom(other.sessions);
    }
}
