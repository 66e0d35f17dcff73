package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledCapacity;
import dev.windtunnel.simulator.compile.CompiledCapacity.Replica;
import dev.windtunnel.simulator.compile.CompiledCapacity.Replication;
import dev.windtunnel.simulator.kernel.Copies;
import dev.windtunnel.simulator.kernel.QuantileTable;
import dev.windtunnel.simulator.kernel.Tournament;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Read replicas: hosts like the primary, taken in turn by the requests of endpoints that read from them. A pod keeps the
 * connections that it once opened to a replica; it never waits for one, because a pool of readers as large as the pod's
 * workers is assumed. Replicas whose zone is lost, or that lag too much, are passed over.
 */
final class ReadReplicas {

    /** No replica can answer. */
    static final int NONE = -1;

    private final DatabaseStation[] stations;
    private final @Nullable StorageStation[] storages;
    private final ReplicaReplay[] replays;
    private final int[][] idle;
    private final double replayShare;
    private final @Nullable QuantileTable lagNanos;
    private final long maxLagNanos;
    private int next;
    private long rejected;

    /** @param firstSource rank of the first replica's source; the others follow */
    ReadReplicas(CompiledCapacity capacity, Tournament sources, int firstSource) {
        List<Replica> replicas = capacity.replicas();
        int count = replicas.size();
        stations = new DatabaseStation[count];
        storages = new StorageStation[count];
        replays = new ReplicaReplay[count];
        idle = new int[count][64];
        for (int replica = 0; replica < count; replica++) {
            Replica its = replicas.get(replica);
            stations[replica] = new DatabaseStation(
                    its.vcpus(),
                    its.speed(),
                    its.usableConnections(),
                    its.zone(),
                    capacity,
                    sources,
                    firstSource + replica);
            storages[replica] = its.storage() == null ? null : new StorageStation(its.storage());
            replays[replica] = new ReplicaReplay();
        }
        Replication replication = capacity.replication();
        replayShare = replication == null ? 0 : replication.replayShare();
        lagNanos = replication == null ? null : replication.lagNanos();
        maxLagNanos = replication == null ? Long.MAX_VALUE : replication.maxLagNanos();
    }

    int count() {
        return stations.length;
    }

    DatabaseStation station(int replica) {
        return stations[replica];
    }

    @Nullable StorageStation storage(int replica) {
        return storages[replica];
    }

    /** The next replica in turn that answers and does not lag too much, or {@link #NONE}. */
    int choose(long bits, long now) {
        double lag = lagNanos == null ? 0 : lagNanos.sampleUpper(bits);
        for (int tried = 0; tried < stations.length; tried++) {
            int replica = next;
            next = next + 1 == stations.length ? 0 : next + 1;
            if (stations[replica].answers) {
                if (lag + replays[replica].backlogNanos(now) <= maxLagNanos) {
                    return replica;
                }
                rejected++;
            }
        }
        return NONE;
    }

    /** Takes a kept connection of the pod, if there is one. */
    boolean takeIdle(int replica, int pod) {
        int[] kept = idle[replica];
        if (pod >= kept.length || kept[pod] == 0) {
            return false;
        }
        kept[pod]--;
        return true;
    }

    /** A request ends: the pod keeps its connection, if the replica is still there. */
    void giveBack(int replica, int pod) {
        if (!stations[replica].answers) {
            return;
        }
        if (pod >= idle[replica].length) {
            idle[replica] = Arrays.copyOf(idle[replica], Math.max(pod + 1, 2 * idle[replica].length));
        }
        idle[replica][pod]++;
    }

    /** A connection closes. */
    void close(int replica) {
        stations[replica].closed(stations[replica].epoch);
    }

    /** A pod ends: the connections that it kept close. */
    void podEnded(int pod) {
        for (int replica = 0; replica < stations.length; replica++) {
            while (takeIdle(replica, pod)) {
                close(replica);
            }
        }
    }

    /** The primary committed a write that took it so much CPU time on the reference vCPU. */
    void wrote(double workNanos, long now) {
        for (int replica = 0; replica < stations.length; replica++) {
            replays[replica].replay(workNanos * replayShare / stations[replica].speed(), now);
        }
    }

    /** A replica is gone with its zone: so are its connections and what it worked on. */
    void lose(int replica, long now) {
        stations[replica].lose(now);
        Arrays.fill(idle[replica], 0);
        StorageStation storage = storages[replica];
        if (storage != null) {
            storage.reset(now);
        }
    }

    /** Time until a write that commits now is replayed, beyond the lag of a replica that keeps up. */
    double backlogNanos(int replica, long now) {
        return replays[replica].backlogNanos(now);
    }

    /** How often a replica was passed over because of its lag. */
    long rejected() {
        return rejected;
    }

    /** Takes over another's state. */
    void copyFrom(ReadReplicas other) {
        for (int replica = 0; replica < stations.length; replica++) {
            stations[replica].copyFrom(other.stations[replica]);
            replays[replica].copyFrom(other.replays[replica]);
            idle[replica] = Copies.of(other.idle[replica], idle[replica]);
            StorageStation mine = storages[replica];
            StorageStation theirs = other.storages[replica];
            if (mine != null && theirs != null) {
                mine.copyFrom(theirs);
            }
        }
        next = other.next;
        rejected = other.rejected;
    }
}
