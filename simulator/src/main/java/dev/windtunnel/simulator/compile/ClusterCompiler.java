package dev.windtunnel.simulator.compile;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.catalog.DatabaseClass;
import dev.windtunnel.model.catalog.InstanceType;
import dev.windtunnel.model.compute.Allocatable;
import dev.windtunnel.model.compute.CapacityType;
import dev.windtunnel.model.compute.NodePool;
import dev.windtunnel.model.compute.Resources;
import dev.windtunnel.model.database.Database;
import dev.windtunnel.model.database.Deployment;
import dev.windtunnel.model.network.Vpc;
import dev.windtunnel.simulator.compile.CompiledCluster.CompiledPool;
import dev.windtunnel.simulator.compile.CompiledCluster.CompiledType;
import dev.windtunnel.simulator.kernel.Quantiles;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Node pools and database in numbers, with what the catalog knows of their types. */
final class ClusterCompiler {

    /** Bytes of a statement and its answer between pod and database (estimate). */
    static final long BYTES_PER_QUERY = 4096;

    /** Database CPU time of opening a connection: fork, TLS, SCRAM (RDS-23, estimate). */
    static final long CONNECT_CPU_NANOS = 8_000_000;

    private static final long GIBIBYTE = 1L << 30;

    private final Catalog catalog;
    private final String region;

    ClusterCompiler(Catalog catalog, String region) {
        this.catalog = catalog;
        this.region = region;
    }

    CompiledCluster compile(Environment environment, List<String> zones) {
        return new CompiledCluster(
                environment.cluster().nodePools().stream()
                        .sorted(Comparator.comparing(NodePool::name))
                        .map(this::pool)
                        .toList(),
                environment.cluster().daemons().cpu().millis(),
                environment.cluster().daemons().memory().bytes(),
                natZones(environment.vpc(), zones),
                environment.cluster().version());
    }

    private static List<Integer> natZones(Vpc vpc, List<String> zones) {
        List<Integer> natZones = new ArrayList<>();
        for (int zone = 0; zone < zones.size(); zone++) {
            natZones.add(
                    switch (vpc.nat()) {
                        case PER_ZONE -> zone;
                        case SINGLE -> zones.indexOf(vpc.zones().getFirst().name());
                        case NONE -> -1;
                    });
        }
        return natZones;
    }

    private CompiledPool pool(NodePool pool) {
        boolean isSpot = pool.capacity() == CapacityType.SPOT;
        return new CompiledPool(
                pool.name(),
                isSpot,
                pool.minPerZone(),
                pool.cpuLimit() == null ? Long.MAX_VALUE : pool.cpuLimit().millis(),
                pool.weight(),
                pool.consolidateAfter().toNanos(),
                (pool.rootVolume().bytes() + GIBIBYTE - 1) / GIBIBYTE,
                pool.instanceTypes().stream()
                        .map(name -> type(name, isSpot))
                        .sorted(Comparator.comparingLong(CompiledType::priceNanoUsdPerHour)
                                .thenComparing(CompiledType::name))
                        .toList());
    }

    private CompiledType type(String name, boolean isSpot) {
        InstanceType type = catalog.instanceType(name)
                .orElseThrow(() -> new IllegalArgumentException("instance type " + name + " is not in the catalog"));
        Resources allocatable = type.architecture().equals("arm64")
                ? Allocatable.ofArm64(type.vcpus(), type.memory(), type.maxPods())
                : Allocatable.of(type.vcpus(), type.memory(), type.maxPods());
        // A type without a price is launched last, and its line reads "not priced".
        long price = catalog.prices(region)
                .instanceHour(name, isSpot)
                .map(known -> known.usd()
                        .usd()
                        .multiply(BigDecimal.valueOf(1_000_000_000L))
                        .longValue())
                .orElse(Long.MAX_VALUE);
        return new CompiledType(
                name,
                type.vcpus(),
                allocatable.cpu().millis(),
                allocatable.memory().bytes(),
                type.maxPods(),
                type.relativeSpeed(),
                price);
    }

    CompiledDatabase compile(Database database, List<String> zones, long dailyUsers) {
        DatabaseClass its = catalog.databaseClass(database.instanceClass())
                .orElseThrow(() -> new IllegalArgumentException(
                        "database class " + database.instanceClass() + " is not in the catalog"));
        boolean isMultiAz = database.deployment() == Deployment.MULTI_AZ;
        Integer given = database.maxConnections();
        int limit = given == null ? its.defaultMaxConnections() : given;
        String standby = database.standbyZone();
        // Commit waits: one volume, or both copies and the way between them (RDS-27, estimate).
        double commitNanos = isMultiAz ? 2.8e6 : 1.2e6;
        double commitSigma = isMultiAz ? 0.45 : 0.4;
        return new CompiledDatabase(
                database.instanceClass(),
                isMultiAz,
                zones.indexOf(database.primaryZone()),
                standby == null ? -1 : zones.indexOf(standby),
                its.vcpus(),
                its.relativeSpeed(),
                Math.max(0, limit - database.reservedConnections()),
                Quantiles.logNormal(commitNanos, commitSigma),
                commitNanos,
                CONNECT_CPU_NANOS,
                BYTES_PER_QUERY,
                (database.storage().bytes() + GIBIBYTE - 1) / GIBIBYTE,
                database.endpointTtl().toNanos(),
                new CapacityCompiler(catalog, database, dailyUsers, zones).compile());
    }
}
