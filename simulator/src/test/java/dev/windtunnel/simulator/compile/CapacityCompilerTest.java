package dev.windtunnel.simulator.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.database.Capacity;
import dev.windtunnel.model.database.Database;
import dev.windtunnel.model.database.Deployment;
import dev.windtunnel.model.database.ReadReplica;
import dev.windtunnel.model.database.StorageGrowth;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Share;
import dev.windtunnel.simulator.compile.CompiledCapacity.Limit;
import dev.windtunnel.simulator.compile.CompiledCapacity.Storage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CapacityCompilerTest {

    private static Capacity capacity(@Nullable StorageGrowth growth) {
        return new Capacity(
                0.02,
                0.0005,
                Share.parse("99%"),
                null,
                ByteSize.parse("8Mi"),
                null,
                null,
                null,
                null,
                Distribution.parse("1ms"),
                ByteSize.parse("8Ki"),
                2,
                Share.parse("60%"),
                Distribution.parse("60ms"),
                null,
                growth);
    }

    private static CompiledCapacity compiled(
            String instanceClass, String storage, @Nullable Capacity capacity, List<ReadReplica> replicas, long users) {
        Database database = new Database(
                instanceClass,
                Deployment.SINGLE_AZ,
                "a",
                null,
                ByteSize.parse(storage),
                null,
                12,
                Duration.ofSeconds(5),
                replicas,
                capacity);
        return new CapacityCompiler(Catalog.embedded(), database, users, List.of("a", "b")).compile();
    }

    private static Storage storage(String instanceClass, String storage, @Nullable StorageGrowth growth, long users) {
        Storage compiled = compiled(instanceClass, storage, capacity(growth), List.of(), users)
                .storage();
        assertNotNull(compiled);
        return compiled;
    }

    @Test
    void limitsNothingUnlessAsked() {
        assertEquals(CompiledCapacity.NONE, compiled("db.m6g.large", "100Gi", null, List.of(), 0));
    }

    @Test
    void givesGp3ItsStepAtFourHundredGibibytes() {
        assertEquals(3000, storage("db.m6g.large", "399Gi", null, 0).iops().volume());
        assertEquals(
                125.0 * (1 << 20),
                storage("db.m6g.large", "399Gi", null, 0).bytes().volume());
        assertEquals(12_000, storage("db.m6g.large", "400Gi", null, 0).iops().volume());
        assertEquals(
                500.0 * (1 << 20),
                storage("db.m6g.large", "400Gi", null, 0).bytes().volume());
    }

    @Test
    void givesSmallClassesABurstOfHalfAnHour() {
        // 2 vCPUs x 300 Mbit/s = 600 Mbit/s for good, 4750 Mbit/s for 1,800 s.
        assertEquals(
                new Limit(125L << 20, 75e6, 593.75e6, 1800 * (593.75e6 - 75e6)),
                storage("db.m6g.large", "100Gi", null, 0).bytes());
        assertEquals(0, storage("db.m6g.4xlarge", "100Gi", null, 0).bytes().bucket());
    }

    @Test
    void givesBurstableClassesLessForGood() {
        // 347 Mbit/s at 4 GiB and 695 Mbit/s at most, as EC2 describes t3.medium and t3.2xlarge.
        assertEquals(
                347e6 / 8, storage("db.t3.medium", "100Gi", null, 0).bytes().sustained(), 1);
        assertEquals(
                695e6 / 8, storage("db.t3.2xlarge", "100Gi", null, 0).bytes().sustained(), 1);
    }

    @Test
    void addsTheDataOfTheDaysUsers() {
        StorageGrowth growth = new StorageGrowth(
                ByteSize.parse("10Gi"), ByteSize.parse("1Ki"), ByteSize.parse("2Ki"), Share.parse("10%"), null);

        Storage storage = storage("db.m6g.large", "100Gi", growth, 1_000_000);

        assertEquals((10L << 30) + 1024 * 1_000_000L, storage.dataBytes());
        assertEquals(2048, storage.bytesPerWrite());
        assertEquals(0.1, storage.hotShare());
        assertEquals(storage.allocatedBytes(), storage.maxBytes());
    }

    @Test
    void compilesReplicasWithoutACapacityToHostsThatLagByNothing() {
        CompiledCapacity compiled =
                compiled("db.m6g.large", "100Gi", null, List.of(new ReadReplica("b", "db.m6g.xlarge")), 0);

        assertEquals(1, compiled.replicas().size());
        assertEquals(1, compiled.replicas().getFirst().zone());
        assertEquals(4, compiled.replicas().getFirst().vcpus());
        assertNull(compiled.replicas().getFirst().storage());
        assertNull(compiled.replication());
    }
}
