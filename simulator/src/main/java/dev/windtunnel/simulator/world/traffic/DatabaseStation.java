package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledCapacity;
import dev.windtunnel.simulator.compile.CompiledDatabase;
import dev.windtunnel.simulator.kernel.Copies;
import dev.windtunnel.simulator.kernel.Tournament;
import dev.windtunnel.simulator.kernel.VirtualTimeQueue;
import java.util.Arrays;

/** The database: statements share its CPUs evenly; connections are counted against its limit. */
final class DatabaseStation {

    private final Tournament sources;
    private final int source;
    private final int vcpus;
    private final double speed;
    private final double contention;
    private final double coherency;
    private final VirtualTimeQueue active = new VirtualTimeQueue(64);
    private double workPerNano;
    private double nanosPerWork;
    private double busyCores;

    /** By the number of statements that share the CPUs: how fast each is, and the inverse; reckoned when first needed. */
    private double[] workPerNanoOf = new double[0];

    private double[] nanosPerWorkOf = new double[0];
    private long updatedAt;
    private double usedCoreNanos;

    final int usableConnections;
    int connections;
    int peakConnections;
    int peakActive;

    /** Counts the hosts that answered under the endpoint's name: connections to an earlier one are dead. */
    int epoch;

    boolean answers = true;
    int zone;

    DatabaseStation(CompiledDatabase database, Tournament sources, int source) {
        this(
                database.vcpus(),
                database.speed(),
                database.usableConnections(),
                database.primaryZone(),
                database.capacity(),
                sources,
                source);
    }

    /** A host with so many CPUs of a speed, in a zone. */
    DatabaseStation(
            int vcpus,
            double speed,
            int usableConnections,
            int zone,
            CompiledCapacity capacity,
            Tournament sources,
            int source) {
        this.sources = sources;
        this.source = source;
        this.vcpus = vcpus;
        this.speed = speed;
        this.contention = capacity.contention();
        this.coherency = capacity.coherency();
        this.usableConnections = usableConnections;
        this.zone = zone;
    }

    /** Factor by which contention slows the CPUs: 1 up to one active statement per vCPU (RDS-24). */
    private double overhead(int sharing) {
        double perCpu = (double) sharing / vcpus;
        return perCpu <= 1 ? 1 : 1 + (contention + coherency * perCpu) * (perCpu - 1);
    }

    private void advance(long now) {
        long elapsed = now - updatedAt;
        if (elapsed > 0) {
            active.advance(workPerNano * elapsed);
            usedCoreNanos += busyCores * elapsed;
            updatedAt = now;
        }
    }

    private void reschedule(long now) {
        int sharing = active.size();
        if (sharing >= workPerNanoOf.length) {
            reckonRates(sharing);
        }
        busyCores = Math.min(sharing, vcpus);
        workPerNano = workPerNanoOf[sharing];
        nanosPerWork = nanosPerWorkOf[sharing];
        sources.set(
                source,
                sharing == 0 ? Tournament.NEVER : now + (long) Math.ceil(active.headRemaining() * nanosPerWork));
    }

    private void reckonRates(int sharing) {
        int known = workPerNanoOf.length;
        int count = Math.max(sharing + 1, Math.max(64, 2 * known));
        workPerNanoOf = Arrays.copyOf(workPerNanoOf, count);
        nanosPerWorkOf = Arrays.copyOf(nanosPerWorkOf, count);
        for (int n = Math.max(1, known); n < count; n++) {
            workPerNanoOf[n] = Math.min(n, vcpus) * speed / n / overhead(n);
            nanosPerWorkOf[n] = 1 / workPerNanoOf[n];
        }
    }

    /** A statement begins, with CPU time on the reference vCPU. */
    void begin(double workNanos, long reference, long now) {
        advance(now);
        active.add(workNanos, reference);
        peakActive = Math.max(peakActive, active.size());
        reschedule(now);
    }

    /** The statement whose turn it is ends; returns its request. */
    long end(long now) {
        advance(now);
        long reference = active.removeHead();
        reschedule(now);
        return reference;
    }

    /** How many statements run. */
    int running() {
        return active.size();
    }

    /** A running statement's request, in no particular order. */
    long runningAt(int place) {
        return active.itemAt(place);
    }

    /** Everything stops; running statements are forgotten. */
    void lose(long now) {
        advance(now);
        active.clear();
        answers = false;
        connections = 0;
        reschedule(now);
    }

    /** A new host answers. */
    void reach(int newZone) {
        answers = true;
        zone = newZone;
        epoch++;
        connections = 0;
    }

    void opened() {
        connections++;
        peakConnections = Math.max(peakConnections, connections);
    }

    /** A connection closes; those to a host that is gone are not counted any more. */
    void closed(int connectionEpoch) {
        if (answers && connectionEpoch == epoch) {
            connections--;
        }
    }

    /** CPU used until now; computed, never stored. */
    double usedCoreNanos(long now) {
        return usedCoreNanos + busyCores * (now - updatedAt);
    }

    double speed() {
        return speed;
    }

    int vcpus() {
        return vcpus;
    }

    /** Takes over another's state. */
    void copyFrom(DatabaseStation other) {
        active.copyFrom(other.active);
        workPerNano = other.workPerNano;
        nanosPerWork = other.nanosPerWork;
        workPerNanoOf = Copies.of(other.workPerNanoOf, workPerNanoOf);
        nanosPerWorkOf = Copies.of(other.nanosPerWorkOf, nanosPerWorkOf);
        busyCores = other.busyCores;
        updatedAt = other.updatedAt;
        usedCoreNanos = other.usedCoreNanos;
        connections = other.connections;
        peakConnections = other.peakConnections;
        peakActive = other.peakActive;
        epoch = other.epoch;
        answers = other.answers;
        zone = other.zone;
    }
}
