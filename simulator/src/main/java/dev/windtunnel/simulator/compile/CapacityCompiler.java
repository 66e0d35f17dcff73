package dev.windtunnel.simulator.compile;

import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.catalog.DatabaseClass;
import dev.windtunnel.model.database.Capacity;
import dev.windtunnel.model.database.Database;
import dev.windtunnel.model.database.ReadReplica;
import dev.windtunnel.model.database.StorageGrowth;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.workload.Endpoint;
import dev.windtunnel.model.workload.HotRow;
import dev.windtunnel.model.workload.ReadsFrom;
import dev.windtunnel.simulator.compile.CompiledCapacity.Limit;
import dev.windtunnel.simulator.compile.CompiledCapacity.Replica;
import dev.windtunnel.simulator.compile.CompiledCapacity.Replication;
import dev.windtunnel.simulator.compile.CompiledCapacity.Storage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The database as a capacity model, in numbers: limits of volume and class, cache, growth, replicas. */
final class CapacityCompiler {

    private static final double BYTES_PER_MEGABIT = 1e6 / 8;
    private static final double BURST_SECONDS = 1800;

    /** Fits the m, c and r families within 5 % (m6i.2xlarge: 2,500 Mbit/s by DescribeInstanceTypes); an estimate. */
    private static final double SUSTAINED_MEGABITS_PER_VCPU = 300;

    /** Fits t3.medium (347 Mbit/s at 4 GiB, by DescribeInstanceTypes); below that an estimate. */
    private static final double BURSTABLE_MEGABITS_PER_GIBIBYTE = 347 / 4.0;

    /** What t3.2xlarge has by DescribeInstanceTypes. */
    private static final double MOST_BURSTABLE_MEGABITS = 695;

    /** Of m6i.2xlarge at its most, by DescribeInstanceTypes; 4.8 sustained, and 5.7 with t3: an estimate on the safe side. */
    private static final double IOPS_PER_MEGABIT = 4;

    private final Catalog catalog;
    private final Database database;
    private final long dailyUsers;
    private final List<String> zones;

    CapacityCompiler(Catalog catalog, Database database, long dailyUsers, List<String> zones) {
        this.catalog = catalog;
        this.database = database;
        this.dailyUsers = dailyUsers;
        this.zones = zones;
    }

    CompiledCapacity compile() {
        Capacity capacity = database.capacity();
        if (capacity == null) {
            return new CompiledCapacity(
                    0,
                    0,
                    null,
                    null,
                    database.replicas().stream().map(this::replica).toList());
        }
        return new CompiledCapacity(
                capacity.contention(),
                capacity.coherency(),
                storage(capacity, databaseClass(database.instanceClass())),
                new Replication(
                        capacity.replay().value(),
                        Tables.nanos(capacity.replicaLag()),
                        capacity.maxLag() == null
                                ? Long.MAX_VALUE
                                : capacity.maxLag().toNanos()),
                database.replicas().stream().map(this::replica).toList());
    }

    private DatabaseClass databaseClass(String name) {
        return catalog.databaseClass(name)
                .orElseThrow(() -> new IllegalArgumentException("database class " + name + " is not in the catalog"));
    }

    private Replica replica(ReadReplica replica) {
        DatabaseClass its = databaseClass(replica.instanceClass());
        Capacity capacity = database.capacity();
        Integer given = database.maxConnections();
        int limit = given == null ? its.defaultMaxConnections() : given;
        return new Replica(
                replica.instanceClass(),
                zones.indexOf(replica.zone()),
                its.vcpus(),
                its.relativeSpeed(),
                Math.max(0, limit - database.reservedConnections()),
                capacity == null ? null : storage(capacity, its));
    }

    private Storage storage(Capacity capacity, DatabaseClass its) {
        boolean isStriped = database.storage().bytes() >= CompiledDatabase.STRIPED_BYTES;
        Integer iops = capacity.iops();
        ByteSize throughput = capacity.throughput();
        double megabits = its.ebsMegabitsPerSecond();
        double sustained = Math.min(megabits, sustainedMegabits(its));
        Integer classIops = capacity.classIops();
        ByteSize classBytes = capacity.classThroughput();
        StorageGrowth growth = capacity.growth();
        ByteSize workingSet = capacity.workingSet();
        long allocated = database.storage().bytes();
        return new Storage(
                limit(iops == null ? gp3Iops(isStriped) : iops, classIops, sustained, megabits, IOPS_PER_MEGABIT),
                limit(
                        throughput == null ? gp3Bytes(isStriped) : throughput.bytes(),
                        classBytes == null ? null : classBytes.bytes(),
                        sustained,
                        megabits,
                        BYTES_PER_MEGABIT),
                iops == null,
                throughput == null,
                Tables.nanos(capacity.readLatency()),
                capacity.walPerWrite().bytes(),
                capacity.pagesPerWrite(),
                capacity.cacheHits().value(),
                its.memoryForDatabase().bytes(),
                capacity.connectionMemory().bytes(),
                workingSet == null ? 0 : workingSet.bytes(),
                growth == null || growth.hot() == null ? 0 : growth.hot().value(),
                allocated,
                growth == null ? 0 : growth.data().bytes() + growth.perUser().bytes() * dailyUsers,
                growth == null ? 0 : growth.perWrite().bytes(),
                growth == null || growth.maxStorage() == null
                        ? allocated
                        : growth.maxStorage().bytes());
    }

    /** EBS bandwidth that a class has always; the catalog knows only what it has for half an hour a day. */
    private static double sustainedMegabits(DatabaseClass its) {
        double gibibytes = its.memory().bytes() / (double) (1 << 30);
        return its.burstable()
                ? Math.min(MOST_BURSTABLE_MEGABITS, BURSTABLE_MEGABITS_PER_GIBIBYTE * gibibytes)
                : SUSTAINED_MEGABITS_PER_VCPU * its.vcpus();
    }

    private static Limit limit(
            double volume, @Nullable Number ofClass, double sustained, double burst, double unitsPerMegabit) {
        return ofClass != null
                ? new Limit(volume, ofClass.doubleValue(), ofClass.doubleValue(), 0)
                : new Limit(
                        volume,
                        sustained * unitsPerMegabit,
                        burst * unitsPerMegabit,
                        BURST_SECONDS * (burst - sustained) * unitsPerMegabit);
    }

    private static double gp3Iops(boolean isStriped) {
        return isStriped ? CompiledDatabase.STRIPED_IOPS : 3000;
    }

    private static double gp3Bytes(boolean isStriped) {
        return isStriped ? CompiledDatabase.STRIPED_BYTES_PER_SECOND : 125L << 20;
    }

    static CompiledStatements statements(Endpoint endpoint) {
        HotRow hot = endpoint.hotRow();
        return new CompiledStatements(
                endpoint.pagesPerQuery(),
                endpoint.readsFrom() == ReadsFrom.REPLICA,
                hot == null ? 0 : hot.share().value(),
                hot == null ? 0 : hot.hold().toNanos());
    }
}
