package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledSurroundings.Cache;
import dev.windtunnel.simulator.kernel.Keys;
import java.util.Arrays;

/**
 * Caches in front of the database's reads, each as full as its history made it: how full is a share of what a warm one
 * holds. A lookup hits with that share of the warm hit ratio. One that only a warm cache would have answered brings its
 * entry back when its statements have succeeded: each adds 1 / (warm-up x hit ratio) to the share, so that the ratio
 * returns as 1 - exp(-lookups / warm-up), and not at all while the statements fail.
 *
 * <p>A node serves lookups first come, first served at a fixed rate, so that a lookup's end is known when it begins. What a
 * node in a lost zone held is lost; until the zone is back each lookup waits for its timeout and counts as a miss.
 */
final class Caches {

    private static final int MISS = 0;
    private static final int HIT = 1;
    /** It missed what a warm cache would have held. */
    private static final int COLD_MISS = 2;
    /** The node did not answer in time. */
    private static final int SILENCE = 3;

    private final Traffic traffic;
    private final Cache[] caches;
    private final double[] full;
    private final double[] freeAt;
    private final int[] lost;
    private final long[] lookups;
    private final long[] hits;

    /** Of a cache in process, by cache and pod. */
    private final double[][] fullInPod;

    Caches(Traffic traffic) {
        this.traffic = traffic;
        caches = traffic.scenario.surroundings().caches().toArray(Cache[]::new);
        full = new double[caches.length];
        freeAt = new double[caches.length];
        lost = new int[caches.length];
        lookups = new long[caches.length];
        hits = new long[caches.length];
        fullInPod = new double[caches.length][0];
        for (int cache = 0; cache < caches.length; cache++) {
            full[cache] = caches[cache].cold() ? 0 : 1;
        }
    }

    /** A pod starts: its processes have nothing cached, unless they have been running for long when the scenario begins. */
    void podStarted(int pod, long now) {
        for (int cache = 0; cache < caches.length; cache++) {
            if (caches[cache].isInProcess()) {
                if (pod >= fullInPod[cache].length) {
                    fullInPod[cache] = Arrays.copyOf(fullInPod[cache], Math.max(pod + 1, 2 * fullInPod[cache].length));
                }
                fullInPod[cache][pod] = now == 0 && !caches[cache].cold() ? 1 : 0;
            }
        }
    }

    /** Whether a lookup is waited for. */
    boolean isNode(int cache) {
        return !caches[cache].isInProcess();
    }

    /**
     * A request looks up what it would ask the database for.
     *
     * @return whether the answer is there at once; otherwise it will come, and the request waits for it with its worker
     */
    boolean lookUp(int slot, PodStation station, int cache, long now) {
        RequestTable requests = traffic.requests;
        Cache its = caches[cache];
        int fate = fate(slot, cache, station.pod);
        lookups[cache]++;
        if (its.isInProcess()) {
            traffic.detours.fate(slot, fate);
            return true;
        }
        boolean isSilent = traffic.silentZone[its.zone()];
        long roundTrip = traffic.roundTrip(station.zone, its.zone());
        long bits = Keys.draw(requests.key(slot), Draw.LOOKUP_TIME);
        double turn = isSilent ? now : Math.max((double) now, freeAt[cache]);
        long end =
                roundTrip + (long) Math.ceil(turn) + (long) its.latencyNanos().sampleUpper(bits);
        if (!isSilent) {
            freeAt[cache] = turn + its.nanosPerLookup();
            if (station.zone != its.zone()) {
                traffic.meters.crossZoneBytes += its.bytes();
            }
        }
        boolean isLate = isSilent || end - now > its.timeoutNanos();
        traffic.detours.fate(slot, isLate ? SILENCE : fate);
        traffic.detours.goesThrough(slot, its.zone(), lost[cache]);
        requests.state(slot, RequestTable.LOOKING_UP);
        requests.since(slot, now);
        traffic.delay(isLate ? now + its.timeoutNanos() : end, Traffic.LOOKED_UP, cache, requests.reference(slot));
        return false;
    }

    private int fate(int slot, int cache, int pod) {
        double ratio = caches[cache].hitRatio();
        double share = caches[cache].isInProcess() ? fullInPod[cache][pod] : full[cache];
        double draw = Keys.unit(Keys.draw(traffic.requests.key(slot), Draw.LOOKUP));
        return draw < ratio * share ? HIT : draw < ratio ? COLD_MISS : MISS;
    }

    /**
     * The time of a node's answer, or of a timeout, has come.
     *
     * @return whether the lookup is over; if not, its answer was lost with the node and the timeout will come
     */
    boolean isOver(int slot, int cache, long reference, long now) {
        RequestTable requests = traffic.requests;
        DetourTable detours = traffic.detours;
        boolean wasLost = lost[cache] != detours.epoch(slot);
        if (wasLost && detours.fate(slot) != SILENCE) {
            detours.fate(slot, SILENCE);
            long timeout = requests.since(slot) + caches[cache].timeoutNanos();
            traffic.delay(Math.max(now, timeout), Traffic.LOOKED_UP, cache, reference);
            return false;
        }
        detours.addLookingUp(slot, now - requests.since(slot));
        return true;
    }

    /** Whether the lookup that is over was a hit; what it missed is remembered for {@link #filled}. */
    boolean isHit(int slot, int cache) {
        int fate = traffic.detours.fate(slot);
        traffic.detours.missed(slot, fate == COLD_MISS);
        hits[cache] += fate == HIT ? 1 : 0;
        return fate == HIT;
    }

    /** The statements of a miss have succeeded: what they brought is put into the cache. */
    void filled(int slot, PodStation station, int cache) {
        if (!traffic.detours.missed(slot)) {
            return;
        }
        traffic.detours.missed(slot, false);
        Cache its = caches[cache];
        double entries = its.warmUp() * its.hitRatio();
        if (its.isInProcess()) {
            int processes = traffic.workloads[station.workload].runtime().processes();
            fullInPod[cache][station.pod] = Math.min(1, fullInPod[cache][station.pod] + 1 / (entries * processes));
        } else if (!traffic.silentZone[its.zone()]) {
            full[cache] = Math.min(1, full[cache] + 1 / entries);
        }
    }

    /** A cache loses what it holds: of a node, or of all processes. */
    void lose(int cache) {
        full[cache] = 0;
        Arrays.fill(fullInPod[cache], 0);
    }

    /** A zone is lost, and what its nodes hold. */
    void zoneLost(int zone, long now) {
        for (int cache = 0; cache < caches.length; cache++) {
            if (caches[cache].zone() == zone) {
                lose(cache);
                lost[cache]++;
                freeAt[cache] = now;
            }
        }
    }

    /** How full a node's cache is, as a share of what it holds when warm. */
    double full(int cache) {
        return full[cache];
    }

    long lookups(int cache) {
        return lookups[cache];
    }

    long hits(int cache) {
        return hits[cache];
    }

    /** Makes these caches equal to others. */
    void copyFrom(Caches other) {
        System.arraycopy(other.full, 0, full, 0, full.length);
        System.arraycopy(other.freeAt, 0, freeAt, 0, freeAt.length);
        System.arraycopy(other.lost, 0, lost, 0, lost.length);
        System.arraycopy(other.lookups, 0, lookups, 0, lookups.length);
        System.arraycopy(other.hits, 0, hits, 0, hits.length);
        for (int cache = 0; cache < caches.length; cache++) {
            fullInPod[cache] = other.fullInPod[cache].clone();
        }
    }
}
