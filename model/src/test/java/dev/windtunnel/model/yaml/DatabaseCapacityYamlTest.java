package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.database.Capacity;
import dev.windtunnel.model.database.Database;
import dev.windtunnel.model.database.ReadReplica;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.Share;
import dev.windtunnel.model.workload.Endpoint;
import dev.windtunnel.model.workload.HotRow;
import dev.windtunnel.model.workload.ReadsFrom;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the database's limits are written. */
final class DatabaseCapacityYamlTest {

    @TempDir
    private Path folder = Path.of("");

    private Draft database(String more) {
        return Draft.in(folder).architecture("storage: 100Gi }", "storage: 100Gi, " + more + " }");
    }

    private Draft list(String more) {
        return Draft.in(folder).architecture("queryTime: 1ms }", "queryTime: 1ms, " + more + " }");
    }

    @Test
    void areOffUnlessWritten() {
        var loaded = Draft.in(folder).read();

        Endpoint endpoint = loaded.architecture().endpoints().getLast();
        assertNull(loaded.environment().database().capacity());
        assertEquals(List.of(), loaded.environment().database().replicas());
        assertEquals(0, endpoint.pagesPerQuery());
        assertEquals(ReadsFrom.PRIMARY, endpoint.readsFrom());
        assertNull(endpoint.hotRow());
    }

    @Test
    void haveRealisticDefaultsOnceWritten() {
        Capacity capacity =
                database("capacity: {}").read().environment().database().capacity();

        assertNotNull(capacity);
        assertEquals(0.02, capacity.contention());
        assertEquals(new Share(0.99), capacity.cacheHits());
        assertEquals(ByteSize.ofMebibytes(8), capacity.connectionMemory());
        assertNull(capacity.iops());
        assertNull(capacity.growth());
    }

    @Test
    void readReplicasAndGrowth() {
        Database database = database("replicas: [{ zone: b, class: db.m6g.large }],"
                        + " capacity: { workingSet: 20Gi, maxLag: 5s, growth: { perUser: 2KB, maxStorage: 500Gi } }")
                .read()
                .environment()
                .database();

        assertEquals(List.of(new ReadReplica("b", "db.m6g.large")), database.replicas());
        Capacity capacity = database.capacity();
        assertNotNull(capacity);
        assertEquals(ByteSize.parse("20Gi"), capacity.workingSet());
        assertEquals(Duration.ofSeconds(5), capacity.maxLag());
        assertNotNull(capacity.growth());
        assertEquals(ByteSize.parse("2KB"), capacity.growth().perUser());
    }

    @Test
    void readWhatAnEndpointAsks() {
        Endpoint endpoint = list("writes: true, pagesPerQuery: 4, hotRow: { share: 5%, hold: 2ms }")
                .read()
                .architecture()
                .endpoints()
                .stream()
                .filter(each -> each.name().equals("list"))
                .findFirst()
                .orElseThrow();

        assertEquals(4, endpoint.pagesPerQuery());
        assertEquals(new HotRow(new Share(0.05), Duration.ofMillis(2)), endpoint.hotRow());
    }

    @Test
    void refuseUnknownZonesAndClassesOfReplicas() {
        List<String> printed =
                database("replicas: [{ zone: c, class: db.m6g.lagre }]").printed();

        assertEquals(2, printed.size());
        assertTrue(printed.getFirst().contains("unknown zone 'c' (at environments.prod.database.replicas.0.zone)"));
        assertTrue(printed.getLast().contains("unknown database class 'db.m6g.lagre'"));
    }

    @Test
    void refuseWritesToAReplicaAndHotRowsWithoutWrites() {
        assertTrue(list("writes: true, readsFrom: replica")
                .onlyProblem()
                .contains("a request that writes goes to the primary"));
        assertTrue(list("hotRow: {}").onlyProblem().contains("a hotRow is locked by writes"));
    }

    @Test
    void refuseTwoWorkingSets() {
        assertTrue(database("capacity: { workingSet: 1Gi, growth: { hot: 10% } }")
                .onlyProblem()
                .contains("given by workingSet or by growth.hot, found both"));
    }
}
