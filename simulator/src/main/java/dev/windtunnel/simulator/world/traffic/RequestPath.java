package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledEndpoint;
import dev.windtunnel.simulator.compile.CompiledPath;
import dev.windtunnel.simulator.compile.CompiledPath.Call;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.result.Cause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What comes next for a request whose path is more than computing and statements: calls, the cache lookup, statements,
 * calls. Its CPU time is split evenly around what it still waits for; a hit spares the statements that read, so that what is
 * left of the CPU time is spent around fewer waits.
 */
final class RequestPath {

    private static final int STATEMENTS = -1;
    private static final int LOOKUP = -2;

    private final Traffic traffic;
    private final Application application;
    private final ExternalCalls external;
    private final Caches caches;

    /** By endpoint: its steps, each a place in its list of calls or one of the above; none if its path is plain. */
    private final int[][] steps;

    private final Call[][] calls;
    private final boolean isTaken;

    RequestPath(Traffic traffic, Application application, ExternalCalls external, Caches caches) {
        this.traffic = traffic;
        this.application = application;
        this.external = external;
        this.caches = caches;
        steps = new int[traffic.endpoints.length][];
        calls = new Call[traffic.endpoints.length][];
        for (int endpoint = 0; endpoint < steps.length; endpoint++) {
            CompiledPath path = traffic.endpoints[endpoint].course();
            List<Call> all = new ArrayList<>(path.before());
            all.addAll(path.after());
            calls[endpoint] = all.toArray(Call[]::new);
            steps[endpoint] = path.isPlain() ? new int[0] : stepsOf(path);
        }
        isTaken = Arrays.stream(steps).anyMatch(its -> its.length > 0);
    }

    private static int[] stepsOf(CompiledPath path) {
        List<Integer> flat = new ArrayList<>();
        for (int i = 0; i < path.before().size(); i++) {
            flat.addAll(Collections.nCopies(path.before().get(i).calls(), i));
        }
        if (path.cache() != CompiledPath.NO_CACHE) {
            flat.add(LOOKUP);
        }
        flat.add(STATEMENTS);
        for (int i = 0; i < path.after().size(); i++) {
            flat.addAll(Collections.nCopies(
                    path.after().get(i).calls(), path.before().size() + i));
        }
        return flat.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Whether any request takes it. */
    boolean isTaken() {
        return isTaken;
    }

    /** Whether requests of an endpoint do more than compute and query. */
    boolean leads(int endpoint) {
        return isTaken && steps[endpoint].length > 0;
    }

    /** CPU time until the request's next wait, or its end; it is spent by being asked for. */
    long nextBurst(int slot) {
        RequestTable requests = traffic.requests;
        int endpoint = requests.endpoint(slot);
        int ahead = 0;
        for (int step = traffic.detours.step(slot); step < steps[endpoint].length; step++) {
            int what = steps[endpoint][step];
            if (what == STATEMENTS) {
                ahead += traffic.endpoints[endpoint].queries() - requests.queriesDone(slot);
            } else if (what == LOOKUP) {
                ahead += caches.isNode(traffic.endpoints[endpoint].course().cache()) ? 1 : 0;
            } else if (happens(slot, calls[endpoint][what], what)) {
                ahead++;
            }
        }
        long burst = traffic.detours.cpuLeft(slot) / (ahead + 1);
        traffic.detours.spendCpu(slot, burst);
        return burst;
    }

    private boolean happens(int slot, Call call, int place) {
        return call.probability() >= 1
                || Keys.unit(Keys.draw(traffic.requests.key(slot), Draw.FIRST_CALL_HAPPENS + place))
                        < call.probability();
    }

    /** A burst has ended: the request waits for something, or is done. The caller shares the CPU anew afterwards. */
    void goOn(int slot, PodStation station, CompiledEndpoint endpoint, long now) {
        RequestTable requests = traffic.requests;
        DetourTable detours = traffic.detours;
        int index = requests.endpoint(slot);
        while (detours.step(slot) < steps[index].length) {
            int step = detours.step(slot);
            int what = steps[index][step];
            if (what == STATEMENTS && requests.queriesDone(slot) < endpoint.queries()) {
                requests.since(slot, now);
                application.databaseClient().query(slot, station, endpoint, now);
                return;
            }
            detours.step(slot, step + 1);
            if (what == STATEMENTS) {
                fill(slot, station, endpoint);
            } else if (what == LOOKUP) {
                int cache = endpoint.course().cache();
                if (!caches.lookUp(slot, station, cache, now)) {
                    return;
                }
                takeHit(slot, endpoint, cache);
            } else if (happens(slot, calls[index][what], what)) {
                long proxy = Sidecars.delayOfCall(traffic.workloads[station.workload], requests.key(slot), step);
                external.begin(slot, station, calls[index][what], step, proxy, now);
                return;
            }
        }
        application.finish(slot, station, now);
    }

    private void fill(int slot, PodStation station, CompiledEndpoint endpoint) {
        if (endpoint.course().cache() != CompiledPath.NO_CACHE) {
            caches.filled(slot, station, endpoint.course().cache());
        }
    }

    /** On a hit only the statement that writes is left. */
    private void takeHit(int slot, CompiledEndpoint endpoint, int cache) {
        if (caches.isHit(slot, cache)) {
            traffic.databaseWaits.begin(slot);
            traffic.requests.queriesDone(slot, endpoint.queries() - (endpoint.writes() ? 1 : 0));
        }
    }

    /** A node of a cache answers, or has not in time: the worker computes on. */
    void lookedUp(long reference, int cache, long now) {
        int slot = traffic.requests.resolve(reference);
        if (slot < 0 || traffic.requests.state(slot) != RequestTable.LOOKING_UP) {
            return;
        }
        if (caches.isOver(slot, cache, reference, now)) {
            takeHit(slot, traffic.endpoints[traffic.requests.endpoint(slot)], cache);
            application.computeOn(slot, now);
        }
    }

    /** An external service answers, or has not in time: the worker computes on, or the request fails. */
    void called(long reference, int step, long now) {
        RequestTable requests = traffic.requests;
        int slot = requests.resolve(reference);
        if (slot < 0 || requests.state(slot) != RequestTable.CALLING) {
            return;
        }
        Call call = callAt(slot, step);
        PodStation station = traffic.station(requests.pod(slot));
        if (!external.isOver(slot, station, call.service(), reference, step, now)) {
            return;
        }
        if (external.succeeded(slot) || call.optional()) {
            application.computeOn(slot, now);
            return;
        }
        CpuSharing.advance(station, now);
        application.failInside(slot, station, external.causeOfFailure(slot), now);
        traffic.cpu.reshare(station, now);
    }

    private Call callAt(int slot, int step) {
        int endpoint = traffic.requests.endpoint(slot);
        return calls[endpoint][steps[endpoint][step]];
    }

    /** A request ends while it waits for an external service. */
    void abandon(int slot) {
        external.abandon(slot, callAt(slot, traffic.detours.step(slot) - 1).service());
    }

    /** By how much a request's calls and lookups took longer than usual, whichever did more; 0 on a plain path. */
    double excess(int slot) {
        CompiledEndpoint endpoint = traffic.endpoints[traffic.requests.endpoint(slot)];
        return leads(traffic.requests.endpoint(slot))
                ? Math.max(callExcess(slot, endpoint), lookupExcess(slot, endpoint))
                : 0;
    }

    /** Which of the two it was. */
    Cause causeOfExcess(int slot) {
        CompiledEndpoint endpoint = traffic.endpoints[traffic.requests.endpoint(slot)];
        return callExcess(slot, endpoint) >= lookupExcess(slot, endpoint) ? Cause.EXTERNAL_CALL : Cause.CACHE;
    }

    private double callExcess(int slot, CompiledEndpoint endpoint) {
        return traffic.detours.calling(slot) - endpoint.course().meanCallNanos();
    }

    private double lookupExcess(int slot, CompiledEndpoint endpoint) {
        int cache = endpoint.course().cache();
        return cache == CompiledPath.NO_CACHE
                ? 0
                : traffic.detours.lookingUp(slot)
                        - traffic.scenario.surroundings().caches().get(cache).meanNanos();
    }
}
