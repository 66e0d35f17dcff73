package dev.windtunnel.simulator.engine;

import dev.windtunnel.simulator.compile.CompiledBalancer;
import dev.windtunnel.simulator.compile.CompiledEndpoint;
import dev.windtunnel.simulator.compile.CompiledPath;
import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.compile.CompiledSurroundings;
import dev.windtunnel.simulator.compile.CompiledWorkload;
import dev.windtunnel.simulator.result.Limits;
import dev.windtunnel.simulator.world.traffic.ExactPlant;
import dev.windtunnel.simulator.world.traffic.TrafficMeasures;
import java.util.stream.Stream;

/**
 * Limits that are neither CPU nor storage, read at each minute's end: pools of database connections, hot rows, the rate limit
 * and what external services take at once. Use above 1 is what was asked for beyond what there is.
 *
 * <p>The rate limit and external services turn away what they do not take, so that nothing waits for them and there is always
 * a steady state; what is offered to them is told all the same.
 */
final class LimitGauges {

    private final CompiledScenario scenario;
    private final ExactPlant plant;
    private final OfferedGauges offered;
    private final long[] held;
    private final long[] taken;
    private final long[] wanted;
    private final long[] locked;
    private final long[] calls;
    private long askedOfLimit;

    LimitGauges(CompiledScenario scenario, ExactPlant plant, OfferedGauges offered) {
        this.scenario = scenario;
        this.plant = plant;
        this.offered = offered;
        int workloads = scenario.workloads().size();
        held = new long[workloads];
        taken = new long[workloads];
        wanted = new long[workloads];
        locked = new long[scenario.endpoints().size()];
        calls = new long[scenario.surroundings().services().size()];
    }

    /** Reads what is there; limits that a design does not have give nothing. */
    void record(long elapsed, OfferedGauges.Sink sink) {
        rateLimit(elapsed, sink);
        for (int endpoint = 0; endpoint < locked.length; endpoint++) {
            if (scenario.endpoints().get(endpoint).statements().hotShare() > 0) {
                hotRow(endpoint, elapsed, sink);
            }
        }
        for (int service = 0; service < calls.length; service++) {
            if (scenario.surroundings().services().get(service).concurrency() < Integer.MAX_VALUE) {
                calls(service, elapsed, sink);
            }
        }
    }

    /** The connections of a workload's ready pods; without a ready pod there is none for anyone, and nobody who asks. */
    void pool(int workload, int ready, long elapsed, long now, OfferedGauges.Sink sink) {
        CompiledWorkload its = scenario.workloads().get(workload);
        CompiledWorkload.DatabaseConnections pool = its.database();
        if (pool == null) {
            return;
        }
        TrafficMeasures measures = plant.measures();
        long nanos = measures.connectionNanos(workload, now) - held[workload];
        long took = measures.connectionsTaken(workload) - taken[workload];
        long wants = measures.connectionsWanted(workload) - wanted[workload];
        held[workload] += nanos;
        taken[workload] += took;
        wanted[workload] += wants;
        double places = (double) ready * pool.most();
        double inUse = places == 0 ? 0 : Math.min(1, nanos / places / elapsed);
        String limit = Limits.pool(its.name());
        sink.put("utilization", offered.pull(workload) * inUse, "limit", limit);
        // Each that is taken is held for so long; wanted are more where some wait, and more yet by who waits for a
        // worker.
        double perTaken = took == 0 ? 0 : (double) wants / took;
        offered.put(limit, offered.perStarted(workload) * perTaken * inUse, inUse, wants, sink);
    }

    private void hotRow(int endpoint, long elapsed, OfferedGauges.Sink sink) {
        CompiledEndpoint its = scenario.endpoints().get(endpoint);
        long nanos = plant.measures().lockedNanos(endpoint) - locked[endpoint];
        locked[endpoint] += nanos;
        double asked = (double) nanos / elapsed;
        String limit = Limits.hotRow(its.name());
        sink.put("utilization", asked, "limit", limit);
        long locks = Math.round(offered.asked(endpoint) * its.statements().hotShare());
        offered.put(limit, offered.perStarted(its.workload()) * asked, Math.min(1, asked), locks, sink);
    }

    private void rateLimit(long elapsed, OfferedGauges.Sink sink) {
        CompiledBalancer.Limit limit = scenario.balancer().routing().limit();
        if (limit == null) {
            return;
        }
        long asked = plant.measures().askedOfLimit() - askedOfLimit;
        askedOfLimit += asked;
        double offers = asked * 1e9 / elapsed / limit.ratePerSecond();
        sink.put("utilization", offers, "limit", Limits.RATE_LIMIT);
        offered.putOfRefuser(Limits.RATE_LIMIT, offers, sink);
    }

    private void calls(int service, long elapsed, OfferedGauges.Sink sink) {
        CompiledSurroundings.Service its = scenario.surroundings().services().get(service);
        long made = plant.surroundings().calls(service) - calls[service];
        calls[service] += made;
        String limit = Limits.callsTo(its.name());
        sink.put("utilization", (double) plant.surroundings().peakCalls(service) / its.concurrency(), "limit", limit);
        double mean = made * Math.min(its.meanNanos(), (double) its.timeoutNanos()) / elapsed / its.concurrency();
        offered.putOfRefuser(limit, mean * offered.lift(endpoint -> callsOf(endpoint, service)), sink);
    }

    private static double callsOf(CompiledEndpoint endpoint, int service) {
        return Stream.concat(endpoint.course().before().stream(), endpoint.course().after().stream())
                .filter(call -> call.service() == service)
                .mapToDouble((CompiledPath.Call call) -> call.calls() * call.probability())
                .sum();
    }

    /** Takes over another's state. */
    void copyFrom(LimitGauges other) {
        System.arraycopy(other.held, 0, held, 0, held.length);
        System.arraycopy(other.taken, 0, taken, 0, taken.length);
        System.arraycopy(other.wanted, 0, wanted, 0, wanted.length);
        System.arraycopy(other.locked, 0, locked, 0, locked.length);
        System.arraycopy(other.calls, 0, calls, 0, calls.length);
        askedOfLimit = other.askedOfLimit;
    }
}
