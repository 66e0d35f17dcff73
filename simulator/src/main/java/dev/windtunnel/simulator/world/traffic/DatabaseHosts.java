package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledDatabase;
import dev.windtunnel.simulator.compile.CompiledEndpoint;
import dev.windtunnel.simulator.kernel.Keys;
import org.jspecify.annotations.Nullable;

/**
 * What happens at the database's hosts after a statement has had its CPU time: pages that are not cached are read, rows are
 * locked, commits become durable, replicas replay. All of these are first come, first served at known speed, so that the
 * answer's time is known at once and the whole way costs one event.
 */
final class DatabaseHosts {

    private final Traffic traffic;

    DatabaseHosts(Traffic traffic) {
        this.traffic = traffic;
    }

    private DatabaseStation database() {
        DatabaseStation database = traffic.database;
        if (database == null) {
            throw new IllegalStateException("a statement ended, found no database");
        }
        return database;
    }

    private CompiledDatabase settings() {
        CompiledDatabase settings = traffic.scenario.database();
        if (settings == null) {
            throw new IllegalStateException("a statement ended, found no database");
        }
        return settings;
    }

    /**
     * The statement whose turn it is has had its CPU time at the primary. It reads what is not cached; if it wrote, it
     * waits for its row and for the commit; then its answer travels back.
     */
    void statementEnded(long now) {
        RequestTable requests = traffic.requests;
        DatabaseStation database = database();
        long reference = database.end(now);
        int slot = requests.resolve(reference);
        if (slot < 0) {
            traffic.abandoned.ended(reference);
            return;
        }
        if (requests.state(slot) != RequestTable.QUERYING) {
            return;
        }
        CompiledEndpoint endpoint = traffic.endpoints[requests.endpoint(slot)];
        int zone = traffic.station(requests.pod(slot)).zone;
        long roundTrip = traffic.roundTrip(zone, database.zone);
        long read = read(slot, endpoint, database, traffic.storage, now);
        if (DatabaseClientSide.commits(endpoint, requests.queriesDone(slot))) {
            traffic.delay(committed(slot, endpoint, read, now) + roundTrip, Traffic.COMMITTED, zone, reference);
        } else if (read > now) {
            traffic.delay(read + roundTrip, Traffic.COMMITTED, zone, reference);
        } else {
            traffic.replies[zone].push(now + roundTrip, reference);
        }
    }

    /** The same at a replica, where nothing is written. */
    void replicaStatementEnded(int replica, long now) {
        RequestTable requests = traffic.requests;
        DatabaseStation host = traffic.replicas.station(replica);
        long reference = host.end(now);
        int slot = requests.resolve(reference);
        if (slot < 0 || requests.state(slot) != RequestTable.QUERYING) {
            return;
        }
        CompiledEndpoint endpoint = traffic.endpoints[requests.endpoint(slot)];
        int zone = traffic.station(requests.pod(slot)).zone;
        long read = read(slot, endpoint, host, traffic.replicas.storage(replica), now);
        traffic.delay(read + traffic.roundTrip(zone, host.zone), Traffic.COMMITTED, zone, reference);
    }

    /** When the pages that a statement reads are there. */
    private long read(
            int slot, CompiledEndpoint endpoint, DatabaseStation host, @Nullable StorageStation storage, long now) {
        int pages = endpoint.statements().pages();
        if (storage == null || pages == 0) {
            return now;
        }
        int statement = traffic.requests.queriesDone(slot);
        long bits = Keys.draw(traffic.requests.key(slot), Draw.FIRST_READ + statement);
        long read = storage.read(pages, host.connections, bits, now);
        traffic.databaseWaits.addStorage(slot, read - now);
        return read;
    }

    /** When the request's commit is durable, from the time on at which its reads are done. */
    private long committed(int slot, CompiledEndpoint endpoint, long read, long now) {
        RequestTable requests = traffic.requests;
        long key = requests.key(slot);
        long commit = (long) settings().commitNanos().sampleUpper(Keys.draw(key, Draw.COMMIT));
        requests.addQueryDemand(slot, commit);
        double hotShare = endpoint.statements().hotShare();
        boolean isHot = hotShare > 0 && Keys.unit(Keys.draw(key, Draw.HOT_ROW)) < hotShare;
        int row = requests.endpoint(slot);
        long hold = isHot ? endpoint.statements().holdNanos() : 0;
        long granted = isHot ? traffic.rowLocks.granted(row, read) : read;
        requests.addQueryDemand(slot, hold);
        traffic.databaseWaits.addLock(slot, granted - read);
        long unhindered = granted + hold + commit;
        StorageStation storage = traffic.storage;
        long durable = storage == null ? unhindered : Math.max(unhindered, storage.write(now));
        traffic.databaseWaits.addStorage(slot, durable - unhindered);
        if (isHot) {
            traffic.rowLocks.held(row, granted, durable);
        }
        if (traffic.replicas.count() > 0) {
            int statement = requests.queriesDone(slot);
            traffic.replicas.wrote(
                    endpoint.queryNanos().sampleUpper(Keys.draw(key, Draw.FIRST_QUERY + statement)), now);
        }
        return durable;
    }
}
