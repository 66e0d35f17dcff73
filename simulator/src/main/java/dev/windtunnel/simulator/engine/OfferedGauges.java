package dev.windtunnel.simulator.engine;

import dev.windtunnel.simulator.compile.Arrivals;
import dev.windtunnel.simulator.compile.CompiledDatabase;
import dev.windtunnel.simulator.compile.CompiledEndpoint;
import dev.windtunnel.simulator.compile.CompiledQueues;
import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.result.Overload;
import dev.windtunnel.simulator.world.traffic.ExactPlant;
import dev.windtunnel.simulator.world.traffic.QueueCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Work offered to each station, minute by minute, against what it can do: the pods' CPU, the pods' workers, the database's
 * CPU. Offered is what is asked of the load balancer's targets, retries included, whether or not anybody takes it; a request
 * counts with the mean work of its endpoint, and at the workers with the mean time that requests of the minute hold one.
 *
 * <p>Users who wait for their answers (closed traffic) never ask for more than is done, so nothing is judged then. Reads of
 * replicas are not offered to the primary.
 *
 * <p>Workers of a queue are busy with what has gathered, whatever comes. What is offered to them is what was sent to the queue in
 * the minute, and what came back to it, in the measure of what they received: see {@link #pull}.
 */
final class OfferedGauges {

    /** Metric of the series. */
    static final String METRIC = "traffic.intensity";

    private static final int OFFERED = 0;
    private static final int RECEIVED = 1;

    private final CompiledScenario scenario;
    private final ExactPlant plant;
    private final boolean isOpen;
    private final long[] askedBefore;
    private final long[] asked;
    private final long[] takenBefore;

    /** By workload: messages of its queue so far, sent or come back, and received; and in the minute. */
    private final long[][] messagesBefore;

    private final long[][] messages;
    private final Map<String, Station> stations = new TreeMap<>();
    private int minutes;

    /** Where a gauge goes: metric, value, and labels by turns with their names. */
    @FunctionalInterface
    interface Sink {
        void put(String metric, double value, String... labels);
    }

    private static final class Station {
        private double[] offered = new double[64];
        private double[] inUse = new double[64];
        private long[] arrivals = new long[64];
    }

    OfferedGauges(CompiledScenario scenario, ExactPlant plant) {
        this.scenario = scenario;
        this.plant = plant;
        isOpen = !(scenario.arrivals() instanceof Arrivals.Closed);
        askedBefore = new long[scenario.endpoints().size()];
        asked = new long[askedBefore.length];
        takenBefore = new long[scenario.workloads().size()];
        messagesBefore = new long[takenBefore.length][2];
        messages = new long[takenBefore.length][2];
    }

    /** A minute has ended: how often each endpoint was asked in it. */
    void minuteEnds() {
        for (int endpoint = 0; endpoint < asked.length; endpoint++) {
            long now = plant.measures().asked(endpoint);
            asked[endpoint] = now - askedBefore[endpoint];
            askedBefore[endpoint] = now;
        }
        for (CompiledQueues.Consumer consumer : scenario.queues().consumers()) {
            QueueCounts counts = plant.queueCounts(consumer.queue());
            long[] before = messagesBefore[consumer.workload()];
            long[] minute = messages[consumer.workload()];
            minute[OFFERED] = counts.sent() + counts.redelivered() - before[OFFERED];
            minute[RECEIVED] = counts.received() - before[RECEIVED];
            before[OFFERED] += minute[OFFERED];
            before[RECEIVED] += minute[RECEIVED];
        }
        minutes++;
    }

    /**
     * Messages offered to a workload in the minute for each that it received, so that its use times this is the use that the
     * minute's own messages ask for; 1 for a workload that consumes no queue, or received nothing.
     */
    double pull(int workload) {
        long received = messages[workload][RECEIVED];
        return received == 0 ? 1 : (double) messages[workload][OFFERED] / received;
    }

    /**
     * A workload's pods in the minute.
     *
     * @param referenceCores what its ready pods can use, in CPUs of the reference
     * @param cpuInUse share of it in use
     * @param workers of its ready pods
     * @param workersInUse share of them in use
     */
    void workload(
            int index,
            double referenceCores,
            double cpuInUse,
            double workers,
            double workersInUse,
            long elapsed,
            Sink sink) {
        long requests = 0;
        double work = 0;
        for (int i = 0; i < asked.length; i++) {
            CompiledEndpoint endpoint = scenario.endpoints().get(i);
            if (endpoint.workload() == index) {
                requests += asked[i];
                work += asked[i] * endpoint.meanCpuNanos();
            }
        }
        String name = scenario.workloads().get(index).name();
        if (scenario.queues().isConsumer(index)) {
            put(name + " workers", pull(index) * workersInUse, workersInUse, messages[index][OFFERED], sink);
            return;
        }
        double cpu = referenceCores == 0 ? 0 : work / elapsed / referenceCores;
        put(name + " pods' CPU", cpu, cpuInUse, requests, sink);
        long taken = plant.measures().workersTaken(index);
        long started = taken - takenBefore[index];
        takenBefore[index] = taken;
        // All workers held for all of the minute served so many; the others that were asked for found none.
        double perStarted = started == 0 || workers == 0 ? 0 : (double) requests / started;
        put(name + " workers", perStarted * workersInUse, workersInUse, requests, sink);
    }

    /** The primary database's CPU in the minute. */
    void database(double inUse, long elapsed, Sink sink) {
        CompiledDatabase database = scenario.database();
        if (database == null) {
            return;
        }
        long requests = 0;
        double work = 0;
        for (int i = 0; i < asked.length; i++) {
            CompiledEndpoint endpoint = scenario.endpoints().get(i);
            if (endpoint.queries() > 0 && !endpoint.statements().readsReplica()) {
                requests += asked[i];
                work += asked[i] * endpoint.queries() * endpoint.meanQueryNanos();
            }
        }
        put("database CPU", work / elapsed / (database.vcpus() * database.speed()), inUse, requests, sink);
    }

    private void put(String limit, double offered, double inUse, long requests, Sink sink) {
        if (!isOpen) {
            return;
        }
        sink.put(METRIC, offered, "limit", limit);
        Station station = stations.computeIfAbsent(limit, absent -> new Station());
        int minute = minutes - 1;
        if (minute >= station.offered.length) {
            station.offered = Arrays.copyOf(station.offered, 2 * minute);
            station.inUse = Arrays.copyOf(station.inUse, 2 * minute);
            station.arrivals = Arrays.copyOf(station.arrivals, 2 * minute);
        }
        station.offered[minute] = offered;
        station.inUse[minute] = inUse;
        station.arrivals[minute] = requests;
    }

    /** The stations without a steady state, by name and then by time. */
    List<Overload> overloads() {
        List<Overload> overloads = new ArrayList<>();
        stations.forEach((limit, station) -> {
            double[] offered = Arrays.copyOf(station.offered, minutes);
            double[] inUse = Arrays.copyOf(station.inUse, minutes);
            long[] arrivals = Arrays.copyOf(station.arrivals, minutes);
            for (OverloadRule.Span span : OverloadRule.find(offered, inUse, arrivals)) {
                double mean = Arrays.stream(offered, span.from(), span.until())
                        .average()
                        .orElse(0);
                overloads.add(new Overload(limit, span.from(), span.until(), mean));
            }
        });
        return overloads;
    }

    /** Takes over another's state. */
    void copyFrom(OfferedGauges other) {
        System.arraycopy(other.askedBefore, 0, askedBefore, 0, askedBefore.length);
        System.arraycopy(other.asked, 0, asked, 0, asked.length);
        System.arraycopy(other.takenBefore, 0, takenBefore, 0, takenBefore.length);
        for (int workload = 0; workload < messages.length; workload++) {
            System.arraycopy(other.messagesBefore[workload], 0, messagesBefore[workload], 0, 2);
            System.arraycopy(other.messages[workload], 0, messages[workload], 0, 2);
        }
        minutes = other.minutes;
        stations.clear();
        other.stations.forEach((limit, its) -> {
            Station station = new Station();
            station.offered = its.offered.clone();
            station.inUse = its.inUse.clone();
            station.arrivals = its.arrivals.clone();
            stations.put(limit, station);
        });
    }
}
