package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledPath;
import dev.windtunnel.simulator.compile.CompiledSurroundings;
import dev.windtunnel.simulator.compile.CompiledSurroundings.Service;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.result.Cause;
import java.util.Arrays;
import java.util.List;

/**
 * Calls to services on the internet, each on a connection of its own through the NAT gateway of the pod's zone, or through
 * that of another zone if it has none (NAT-01, NAT-10). A call gets no answer if the gateway's zone is lost before or
 * meanwhile (NAT-02), if the gateway has no port left for the destination (NAT-05), if there is no gateway, or if the answer
 * takes as long as an idle connection is kept (NAT-06); the application notices when its timeout ends. A service that is full
 * refuses: the error takes as long as an answer would, and keeps nothing busy.
 */
final class ExternalCalls {

    /** After so long without bytes a NAT gateway forgets a connection (NAT-06). */
    static final long NAT_IDLE_NANOS = 350_000_000_000L;

    /** The call is answered. */
    private static final int ANSWERED = 0;
    /** It is answered with an error. */
    private static final int ERROR = 1;
    /** It is not answered. */
    private static final int SILENCE = 2;
    /** It got no port of the NAT gateway, and so no answer. */
    private static final int NO_PORT = 3;

    private final Traffic traffic;
    private final List<Integer> natZones;
    private final Service[] services;
    private final int natConnections;

    // By gateway's zone and service: open connections, and most of them since they were last read.
    private final int[] open;
    private final int[] peakOpen;
    private final int[] lost;
    // By service: calls that keep it busy; callers that wait for an answer or for an error; the most of these.
    private final int[] underWay;
    private final int[] waiting;
    private final int[] peakWaiting;
    private final long[] sent;
    private final long[] failed;

    ExternalCalls(Traffic traffic) {
        this.traffic = traffic;
        CompiledSurroundings surroundings = traffic.scenario.surroundings();
        natZones = traffic.scenario.cluster().natZones();
        services = surroundings.services().toArray(Service[]::new);
        natConnections = surroundings.natConnections();
        open = new int[traffic.zones * services.length];
        peakOpen = new int[open.length];
        lost = new int[traffic.zones];
        underWay = new int[services.length];
        waiting = new int[services.length];
        peakWaiting = new int[services.length];
        sent = new long[services.length];
        failed = new long[services.length];
    }

    /**
     * A request calls, and keeps its worker meanwhile.
     *
     * @param place of the call among all that its endpoint's requests may make, for its draws
     * @param extraNanos what a sidecar adds
     */
    void begin(int slot, PodStation station, CompiledPath.Call call, int place, long extraNanos, long now) {
        RequestTable requests = traffic.requests;
        DetourTable detours = traffic.detours;
        int index = call.service();
        Service service = services[index];
        int gateway = natZones.get(station.zone);
        boolean isFull = underWay[index] >= service.concurrency();
        int fate = fate(slot, gateway, index, place, isFull);
        long bits = Keys.draw(requests.key(slot), Draw.FIRST_CALL + place);
        long latency = (long) service.latencyNanos().sampleUpper(bits) + extraNanos;
        boolean isConnected = fate != NO_PORT && gateway >= 0 && !traffic.silentZone[gateway];
        if (latency >= NAT_IDLE_NANOS && isConnected) {
            fate = SILENCE;
        }
        sent[index]++;
        boolean holds = isConnected && !isFull;
        underWay[index] += holds ? 1 : 0;
        detours.holds(slot, holds);
        peakWaiting[index] = Math.max(peakWaiting[index], ++waiting[index]);
        detours.fate(slot, latency > service.timeoutNanos() && fate <= ERROR ? SILENCE : fate);
        detours.goesThrough(slot, isConnected ? gateway : -1, isConnected ? lost[gateway] : 0);
        if (isConnected) {
            connect(gateway, index);
            traffic.meters.throughNat(service.requestBytes());
            traffic.meters.egressBytes += service.requestBytes();
            cross(station.zone, gateway, service.requestBytes());
        }
        requests.state(slot, RequestTable.CALLING);
        requests.since(slot, now);
        long ends = detours.fate(slot) >= SILENCE ? service.timeoutNanos() : latency;
        traffic.delay(now + ends, Traffic.CALLED, place, requests.reference(slot));
    }

    private int fate(int slot, int gateway, int service, int place, boolean isFull) {
        if (gateway < 0 || traffic.silentZone[gateway]) {
            return SILENCE;
        }
        if (open[gateway * services.length + service] >= natConnections) {
            return NO_PORT;
        }
        double errors = services[service].errorShare();
        boolean isError =
                errors > 0 && Keys.unit(Keys.draw(traffic.requests.key(slot), Draw.FIRST_CALL_ERROR + place)) < errors;
        return isError || isFull ? ERROR : ANSWERED;
    }

    private void connect(int gateway, int service) {
        int at = gateway * services.length + service;
        open[at]++;
        peakOpen[at] = Math.max(peakOpen[at], open[at]);
    }

    private void cross(int zone, int gateway, long bytes) {
        if (zone != gateway) {
            traffic.meters.crossZoneBytes += bytes;
        }
    }

    /**
     * The time of an answer, or of a timeout, has come.
     *
     * @return whether the call is over; if not, its answer was lost and the timeout will come
     */
    boolean isOver(int slot, PodStation station, int service, long reference, int place, long now) {
        RequestTable requests = traffic.requests;
        DetourTable detours = traffic.detours;
        int gateway = detours.gateway(slot);
        boolean wasLost = gateway >= 0 && lost[gateway] != detours.epoch(slot);
        if (wasLost && detours.fate(slot) < SILENCE) {
            detours.fate(slot, SILENCE);
            long timeout = requests.since(slot) + services[service].timeoutNanos();
            traffic.delay(Math.max(now, timeout), Traffic.CALLED, place, reference);
            return false;
        }
        abandon(slot, service);
        detours.addCalling(slot, now - requests.since(slot));
        if (detours.fate(slot) < SILENCE) {
            traffic.meters.throughNat(services[service].responseBytes());
            cross(station.zone, gateway, services[service].responseBytes());
        }
        if (detours.fate(slot) != ANSWERED) {
            failed[service]++;
        }
        return true;
    }

    /** Whether the call that is over brought what it was made for. */
    boolean succeeded(int slot) {
        return traffic.detours.fate(slot) == ANSWERED;
    }

    /** Why the call that is over did not. */
    Cause causeOfFailure(int slot) {
        return traffic.detours.fate(slot) == NO_PORT ? Cause.NAT_PORTS : Cause.EXTERNAL_CALL;
    }

    /** A request no longer waits for its call: the connection closes. */
    void abandon(int slot, int service) {
        int gateway = traffic.detours.gateway(slot);
        underWay[service] -= traffic.detours.holds(slot) ? 1 : 0;
        waiting[service]--;
        if (gateway >= 0 && lost[gateway] == traffic.detours.epoch(slot)) {
            open[gateway * services.length + service]--;
        }
    }

    /** A zone is lost, and its gateway's connections with it. */
    void zoneLost(int zone) {
        lost[zone]++;
        Arrays.fill(open, zone * services.length, (zone + 1) * services.length, 0);
    }

    /** Calls to a service so far. */
    long sent(int service) {
        return sent[service];
    }

    /** Those of them that brought nothing. */
    long failed(int service) {
        return failed[service];
    }

    /** Most connections that a gateway held to a service since this was last asked, as a share of what it can. */
    double peakShare(int service) {
        int most = 0;
        for (int zone = 0; zone < traffic.zones; zone++) {
            int at = zone * services.length + service;
            most = Math.max(most, peakOpen[at]);
            peakOpen[at] = open[at];
        }
        return (double) most / natConnections;
    }

    /** Most callers that waited for a service at once since this was last asked, those included that it was about to refuse. */
    int peakWaiting(int service) {
        int peak = peakWaiting[service];
        peakWaiting[service] = waiting[service];
        return peak;
    }

    /** Makes these calls equal to others. */
    void copyFrom(ExternalCalls other) {
        System.arraycopy(other.open, 0, open, 0, open.length);
        System.arraycopy(other.peakOpen, 0, peakOpen, 0, peakOpen.length);
        System.arraycopy(other.lost, 0, lost, 0, lost.length);
        System.arraycopy(other.underWay, 0, underWay, 0, underWay.length);
        System.arraycopy(other.waiting, 0, waiting, 0, waiting.length);
        System.arraycopy(other.peakWaiting, 0, peakWaiting, 0, peakWaiting.length);
        System.arraycopy(other.sent, 0, sent, 0, sent.length);
        System.arraycopy(other.failed, 0, failed, 0, failed.length);
    }
}
