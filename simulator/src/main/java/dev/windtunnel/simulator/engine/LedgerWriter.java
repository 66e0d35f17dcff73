package dev.windtunnel.simulator.engine;

import dev.windtunnel.simulator.compile.CompiledCapacity;
import dev.windtunnel.simulator.compile.CompiledDatabase;
import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.result.Ledger;
import dev.windtunnel.simulator.result.Ledger.Item;
import dev.windtunnel.simulator.result.Ledger.Unit;
import dev.windtunnel.simulator.result.Ledger.Usage;
import dev.windtunnel.simulator.world.state.WorldState;
import dev.windtunnel.simulator.world.traffic.ExactPlant;
import dev.windtunnel.simulator.world.traffic.Meters;
import java.util.ArrayList;
import java.util.List;

/** Reads the meters of a finished run. */
final class LedgerWriter {

    private static final long HOUR_NANOS = 3_600_000_000_000L;

    private LedgerWriter() {}

    static Ledger write(String account, CompiledScenario scenario, WorldState world, ExactPlant plant) {
        long horizon = scenario.horizonNanos();
        Meters meters = plant.meters();
        List<Usage> usages = new ArrayList<>();
        world.nodes()
                .usedNanos(horizon)
                .forEach((resource, nanos) ->
                        usages.add(new Usage(account, Item.INSTANCE, resource, nanos, Unit.NANOSECONDS)));
        long volume = world.nodes().volumeNanos(horizon).entrySet().stream()
                .mapToLong(size -> Math.multiplyExact(size.getKey(), size.getValue()))
                .sum();
        usages.add(new Usage(account, Item.NODE_VOLUME, "", volume, Unit.GIB_NANOSECONDS));
        usages.add(new Usage(account, Item.CLUSTER, "", horizon, Unit.NANOSECONDS));
        CompiledDatabase database = scenario.database();
        if (database != null) {
            String deployment = database.multiAz() ? "multi-az" : "single-az";
            usages.add(new Usage(
                    account,
                    Item.DATABASE_INSTANCE,
                    database.instanceClass() + "/" + deployment,
                    horizon,
                    Unit.NANOSECONDS));
            usages.add(new Usage(
                    account,
                    Item.DATABASE_STORAGE,
                    deployment,
                    Math.multiplyExact(database.storageGib(), horizon),
                    Unit.GIB_NANOSECONDS));
            // A read replica is an instance of its own, with as much storage as its source.
            for (CompiledCapacity.Replica replica : database.capacity().replicas()) {
                usages.add(new Usage(
                        account,
                        Item.DATABASE_INSTANCE,
                        replica.instanceClass() + "/single-az",
                        horizon,
                        Unit.NANOSECONDS));
                usages.add(new Usage(
                        account,
                        Item.DATABASE_STORAGE,
                        "single-az",
                        Math.multiplyExact(database.storageGib(), horizon),
                        Unit.GIB_NANOSECONDS));
            }
        }
        usages.add(new Usage(account, Item.LOAD_BALANCER, "", horizon, Unit.NANOSECONDS));
        long gateways = scenario.cluster().natZones().stream()
                .filter(zone -> zone >= 0)
                .distinct()
                .count();
        if (gateways > 0) {
            usages.add(new Usage(account, Item.NAT_GATEWAY, "", gateways * horizon, Unit.NANOSECONDS));
            usages.add(new Usage(
                    account, Item.NAT_BYTES, "", world.imageBytesThroughNat() + meters.natBytes(), Unit.BYTES));
        }
        usages.add(new Usage(account, Item.CROSS_ZONE_BYTES, "", meters.crossZoneBytes(), Unit.BYTES));
        usages.add(new Usage(account, Item.EGRESS_BYTES, "", meters.egressBytes(), Unit.BYTES));
        long addresses = gateways + scenario.zones().size();
        usages.add(new Usage(account, Item.PUBLIC_IPV4, "", addresses * horizon, Unit.NANOSECONDS));
        return new Ledger(usages, loadBalancerHours(account, meters, horizon));
    }

    private static List<Ledger.LoadBalancerHour> loadBalancerHours(String account, Meters meters, long horizon) {
        List<Ledger.LoadBalancerHour> hours = new ArrayList<>();
        for (int hour = 0; hour < meters.hours(); hour++) {
            hours.add(new Ledger.LoadBalancerHour(
                    account,
                    hour,
                    Math.min(HOUR_NANOS, horizon - hour * HOUR_NANOS),
                    meters.newConnections(hour),
                    meters.activeConnectionMinutes(hour),
                    meters.processedBytes(hour),
                    meters.requests(hour)));
        }
        return hours;
    }
}
