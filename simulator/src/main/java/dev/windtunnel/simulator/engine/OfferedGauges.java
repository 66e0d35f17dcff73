package dev.windtunnel.simulator.engine;

import dev.windtunnel.simulator.compile.Arrivals;
import dev.windtunnel.simulator.compile.CompiledDatabase;
import dev.windtunnel.simulator.compile.CompiledEndpoint;
import dev.windtunnel.simulator.compile.CompiledQueues;
import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.result.Limits;
import dev.windtunnel.simulator.result.Overload;
import dev.windtunnel.simulator.world.traffic.ExactPlant;
import dev.windtunnel.simulator.world.traffic.QueueCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Work offered to each station, minute by minute, against what it can do: the pods' CPU, the pods' workers, the database's
 * CPU. Offered is what is asked of the load balancer's targets, retries included, whether or not anybody takes it; a request
 * counts with the mean work of its endpoint, and at the workers with the mean time that requests of the minute hold one.
 *
 * <p>Users who wait for their answers (closed traffic) never ask for more than is done, unless they give up before it is done:
 * only where they ask for a tenth more is their loop told to be unstable, and no series is written for them. Reads of replicas
 * are not offered to the primary.
 *
 * <p>Stations inside (pools, storage, locked rows, external services) see only what gets a worker. What is offered to them is
 * what they are asked for, times requests that want a worker over requests that got one: see {@link #lift}.
 *
 * <p>Workers of a queue are busy with what has gathered, whatever comes. What is offered to them is what was sent to the queue in
 * the minute, and what came back to it, in the measure of what they received: see {@link #pull}.
 */
final class OfferedGauges {

    /** Metric of the series. */
    static final String METRIC = "traffic.intensity";

    /** What users who wait must ask for beyond what can be done, before their loop counts as unstable. */
    private static final double EXCESS_OF_LOOP = 0.1;

    private static final int OFFERED = 0;
    private static final int RECEIVED = 1;

    private final CompiledScenario scenario;
    private final ExactPlant plant;
    private final boolean isOpen;
    private final long[] started;
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
        started = new long[takenBefore.length];
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
        for (int workload = 0; workload < started.length; workload++) {
            long now = plant.measures().workersTaken(workload);
            started[workload] = now - takenBefore[workload];
            takenBefore[workload] = now;
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

    /** Requests of an endpoint in the minute, each with its tries. */
    long asked(int endpoint) {
        return asked[endpoint];
    }

    /** Requests of a workload in the minute; none where a queue brings the work. */
    long requests(int workload) {
        long requests = 0;
        for (int i = 0; i < asked.length; i++) {
            requests += scenario.endpoints().get(i).workload() == workload ? asked[i] : 0;
        }
        return requests;
    }

    /** CPU time that these ask for, in nanoseconds of the reference. */
    double work(int workload) {
        double work = 0;
        for (int i = 0; i < asked.length; i++) {
            CompiledEndpoint endpoint = scenario.endpoints().get(i);
            work += endpoint.workload() == workload ? asked[i] * endpoint.meanCpuNanos() : 0;
        }
        return work;
    }

    /** Requests, or messages, of the minute for each that a worker began in it; 1 where none did. */
    double perStarted(int workload) {
        if (scenario.queues().isConsumer(workload)) {
            return pull(workload);
        }
        return started[workload] == 0 ? 1 : (double) requests(workload) / started[workload];
    }

    /**
     * What would be asked of a station for each that is asked of it, if workers began all requests of the minute.
     *
     * @param demand what a request of an endpoint asks of the station, in any measure
     */
    double lift(ToDoubleFunction<CompiledEndpoint> demand) {
        double offered = 0;
        double begun = 0;
        for (int i = 0; i < asked.length; i++) {
            CompiledEndpoint endpoint = scenario.endpoints().get(i);
            double ofEndpoint = asked[i] * demand.applyAsDouble(endpoint);
            offered += ofEndpoint;
            begun += ofEndpoint == 0 ? 0 : ofEndpoint / perStarted(endpoint.workload());
        }
        for (CompiledQueues.Consumer consumer : scenario.queues().consumers()) {
            double ofMessage = demand.applyAsDouble(consumer.work());
            offered += ofMessage * messages[consumer.workload()][OFFERED];
            begun += ofMessage * messages[consumer.workload()][RECEIVED];
        }
        return begun == 0 ? 1 : offered / begun;
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
        long requests = requests(index);
        double work = work(index);
        String name = scenario.workloads().get(index).name();
        if (scenario.queues().isConsumer(index)) {
            put(Limits.workers(name), pull(index) * workersInUse, workersInUse, messages[index][OFFERED], sink);
            return;
        }
        double cpu = referenceCores == 0 ? 0 : work / elapsed / referenceCores;
        put(name + " pods' CPU", cpu, cpuInUse, requests, sink);
        // All workers held for all of the minute served so many; the others that were asked for found none.
        double perStarted = started[index] == 0 || workers == 0 ? 0 : perStarted(index);
        put(Limits.workers(name), perStarted * workersInUse, workersInUse, requests, sink);
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

    /**
     * The primary's storage in the minute.
     *
     * @param operationsAsked for, over those that it carries
     * @param bytesAsked for, over those that it carries
     */
    void storage(double operationsAsked, double bytesAsked, Sink sink) {
        double lift = lift(OfferedGauges::pages);
        long requests = 0;
        for (int i = 0; i < asked.length; i++) {
            requests += pages(scenario.endpoints().get(i)) > 0 ? asked[i] : 0;
        }
        put("database IOPS", lift * operationsAsked, Math.min(1, operationsAsked), requests, sink);
        put("database throughput", lift * bytesAsked, Math.min(1, bytesAsked), requests, sink);
    }

    /** Pages that a request reads at the primary, and writes at least. */
    private static double pages(CompiledEndpoint endpoint) {
        return endpoint.statements().readsReplica()
                ? 0
                : (double) endpoint.queries() * endpoint.statements().pages() + (endpoint.writes() ? 1 : 0);
    }

    /** A station that turns away what it does not take: nothing waits for it, so it is never judged. */
    void putOfRefuser(String limit, double offered, Sink sink) {
        if (isOpen) {
            sink.put(METRIC, offered, "limit", limit);
        }
    }

    /**
     * A station of the minute, which may be found to have no steady state.
     *
     * @param offered work over work that can be done
     * @param inUse share of it in use
     * @param requests that brought the work
     */
    void put(String limit, double offered, double inUse, long requests, Sink sink) {
        putOfRefuser(limit, offered, sink);
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

    /**
     * The stations without a steady state, by name and then by time. What is held while another station is waited for, such
     * as workers, is left out where that other one has none for half of the same time or more.
     */
    List<Overload> overloads() {
        List<Overload> overloads = new ArrayList<>();
        stations.forEach((limit, station) -> {
            double[] offered = Arrays.copyOf(station.offered, minutes);
            double[] inUse = Arrays.copyOf(station.inUse, minutes);
            long[] arrivals = Arrays.copyOf(station.arrivals, minutes);
            for (OverloadRule.Span span : OverloadRule.find(offered, inUse, arrivals, isOpen ? 0 : EXCESS_OF_LOOP)) {
                double mean = Arrays.stream(offered, span.from(), span.until())
                        .average()
                        .orElse(0);
                overloads.add(new Overload(limit, span.from(), span.until(), mean));
            }
        });
        return overloads.stream()
                .filter(overload -> overloads.stream().noneMatch(other -> explains(other, overload)))
                .toList();
    }

    private static boolean explains(Overload inner, Overload outer) {
        int both =
                Math.min(inner.untilMinute(), outer.untilMinute()) - Math.max(inner.fromMinute(), outer.fromMinute());
        return Limits.heldBefore(inner.limit()) < Limits.heldBefore(outer.limit())
                && 2 * both >= outer.untilMinute() - outer.fromMinute();
    }

    /** Takes over another's state. */
    void copyFrom(OfferedGauges other) {
        System.arraycopy(other.askedBefore, 0, askedBefore, 0, askedBefore.length);
        System.arraycopy(other.asked, 0, asked, 0, asked.length);
        System.arraycopy(other.started, 0, started, 0, started.length);
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
