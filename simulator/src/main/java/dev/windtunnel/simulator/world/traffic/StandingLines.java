package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledAttempts;
import dev.windtunnel.simulator.compile.CompiledEndpoint;
import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.compile.CompiledWorkload;
import dev.windtunnel.simulator.compile.CompiledWorkload.Onward;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.kernel.SlotPool;
import dev.windtunnel.simulator.kernel.Tournament;
import dev.windtunnel.simulator.result.Cause;
import dev.windtunnel.simulator.result.MinuteOutcome;
import dev.windtunnel.simulator.result.ViewOutcome;
import java.util.Arrays;
import java.util.List;

/**
 * Stations that nothing changes: first come, first served by a fixed number of servers of fixed speed, nobody refused, nobody
 * impatient. Under that condition, and only there, the recursion of Kiefer and Wolfowitz tells when a customer will leave as
 * soon as it comes: it starts when the earliest server is free. So the station that customers leave the network from needs no
 * events at all, and every other one a single event a visit, at which the customer moves on.
 *
 * <p>Draws, outcomes and digest are those of {@link ExactPlant}, which is the twin that the tests hold this against: the
 * same requests, the same nanoseconds. Pods of a design never stand still (they start, are throttled, fail), so runs of
 * designs do not come here; networks of queues as theory has them do.
 */
public final class StandingLines {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final ArrivalStream stream;
    private final long horizonNanos;
    private final Station[] stations;
    private final OutcomeBook book;
    private final double meanCpuNanos;

    /** Servers of all stations that customers move on from; a busy one's time is when its customer does. */
    private final Tournament moves;

    private final int[] stationOfServer;
    private final int[] customerOfServer;
    private final Customers customers = new Customers();

    private long nextArrival;
    private long digest;
    private long ended;
    private long events;
    private long waitedNanos;

    /**
     * Whether this is a scenario of such stations.
     *
     * <p>Clients must not give up before the horizon, and each station is one pod whose workers have a CPU each.
     */
    public static boolean fit(CompiledScenario scenario) {
        boolean isPlain = scenario.database() == null
                && scenario.effects().isEmpty()
                && scenario.clients().attempts().equals(CompiledAttempts.SINGLE)
                && scenario.clients().timeoutNanos() > scenario.horizonNanos()
                && scenario.balancer().routing().limit() == null
                && scenario.endpoints().size() == scenario.workloads().size()
                && !ArrivalStream.of(scenario).hasUsers();
        return isPlain && scenario.workloads().stream().allMatch(StandingLines::standsStill);
    }

    private static boolean standsStill(CompiledWorkload workload) {
        CompiledWorkload.Line line = workload.line();
        return workload.minReplicas() == 1
                && workload.maxReplicas() == 1
                && workload.database() == null
                && workload.workerTimeoutNanos() == 0
                && workload.cpuCapacityMillis() >= 1000L * workload.concurrency()
                && workload.backlog() == Integer.MAX_VALUE
                && line.patienceNanos() == null
                && line.errorShare() == 0;
    }

    /**
     * The network at time 0, empty.
     *
     * @throws IllegalArgumentException if the scenario does not {@link #fit}
     */
    public StandingLines(CompiledScenario scenario) {
        if (!fit(scenario)) {
            throw new IllegalArgumentException("every station stands still, found one that may not");
        }
        stream = ArrivalStream.of(scenario);
        horizonNanos = scenario.horizonNanos();
        book = new OutcomeBook(scenario.endpoints().size(), scenario.clients().timeoutNanos(), true);
        meanCpuNanos = scenario.endpoints().getFirst().meanCpuNanos();
        stations = new Station[scenario.workloads().size()];
        int servers = 0;
        for (int i = 0; i < stations.length; i++) {
            stations[i] = new Station(
                    scenario.workloads().get(i), scenario.endpoints().get(i), servers);
            servers += stations[i].isLast ? 0 : stations[i].count;
        }
        moves = new Tournament(servers);
        stationOfServer = new int[servers];
        customerOfServer = new int[servers];
        for (int i = 0; i < stations.length; i++) {
            if (!stations[i].isLast) {
                int first = stations[i].firstServer;
                Arrays.fill(stationOfServer, first, first + stations[i].count, i);
            }
        }
        nextArrival = stream.nextTime();
    }

    /** Simulates all arrivals and moves until, and without, an instant. */
    public void advance(long untilNanos) {
        while (true) {
            long arrival = nextArrival;
            long move = moves.earliest();
            if (arrival <= move) {
                if (arrival >= untilNanos) {
                    return;
                }
                arrive(arrival);
            } else {
                if (move >= untilNanos) {
                    return;
                }
                moveOn(moves.winner(), move);
            }
        }
    }

    private void arrive(long now) {
        long key = stream.take();
        nextArrival = stream.nextTime();
        events++;
        book.at(now).arrived(0);
        if (stations[0].isLast) {
            pass(stations[0], key, now, 0, 0, now);
        } else {
            enter(stations[0], customers.add(key, now), now);
        }
    }

    /** A customer comes to the last station: it will start at the earliest free server, and leave the network. */
    private void pass(Station station, long key, long intended, long waited, long worked, long now) {
        long demand = station.demand(key);
        long start = Math.max(now, station.freeAt.earliest());
        long finish = start + demand;
        station.freeAt.set(station.freeAt.winner(), finish);
        if (start < horizonNanos) {
            waitedNanos += start - now;
        }
        if (finish < horizonNanos) {
            end(key, intended, waited + start - now, worked + demand, demand, finish);
        }
    }

    private void enter(Station station, int customer, long now) {
        if (station.idleCount > 0) {
            serve(station, station.idle[--station.idleCount], customer, now);
        } else {
            customers.since(customer, now);
            station.enqueue(customer);
        }
    }

    private void serve(Station station, int server, int customer, long now) {
        long demand = station.demand(customers.key(customer));
        customers.worked(customer, demand);
        customerOfServer[server] = customer;
        moves.set(server, now + demand);
    }

    /** A server has done its work: the next in line is its, the customer goes on. */
    private void moveOn(int server, long now) {
        Station station = stations[stationOfServer[server]];
        int customer = customerOfServer[server];
        events++;
        if (station.lineHead != station.lineTail) {
            int next = station.dequeue();
            waitedNanos += customers.waited(next, now);
            serve(station, server, next, now);
        } else {
            station.idle[station.idleCount++] = server;
            moves.set(server, Tournament.NEVER);
        }
        long key = customers.key(customer);
        int onward = station.onward(key);
        if (onward < 0) {
            end(customers, customer, now);
            customers.remove(customer);
            return;
        }
        Station next = stations[onward];
        long nextKey = Keys.mix(key, Draw.NEXT_KEY);
        if (next.isLast) {
            pass(next, nextKey, customers.intended(customer), customers.waits(customer), customers.work(customer), now);
            customers.remove(customer);
        } else {
            customers.key(customer, nextKey);
            enter(next, customer, now);
        }
    }

    private void end(Customers of, int customer, long now) {
        long lastWork = of.lastWork(customer);
        end(of.key(customer), of.intended(customer), of.waits(customer), of.work(customer), lastWork, now);
    }

    /** A customer has left: the same cause, rows and digest as {@link Outcomes}. */
    private void end(long key, long intended, long waited, long worked, long lastWork, long now) {
        Cause cause = Cause.OWN_WORK;
        double most = 0;
        if (waited > most) {
            most = waited;
            cause = Cause.WORKER_QUEUE;
        }
        if (worked - lastWork > most) {
            most = worked - lastWork;
            cause = Cause.CPU;
        }
        int code = lastWork - meanCpuNanos > most ? Cause.OWN_WORK.code() : cause.code();
        OpenMinute minute = book.at(intended);
        minute.succeeded(OpenMinute.LOAD_BALANCER, 0, code, now - intended);
        minute.succeeded(OpenMinute.CLIENT, 0, code, now - intended);
        digest += Keys.draw(key + 200, now);
        ended++;
    }

    /** Customers who left. At the horizon the same number as the exact plant's. */
    public long ended() {
        return ended;
    }

    /** Arrivals and moves. */
    public long events() {
        return events;
    }

    /** How long those who got a server have waited for it, all together. */
    public long waitedNanos() {
        return waitedNanos;
    }

    /** Sum over all outcomes, equal to the exact plant's at the horizon. */
    public long digest() {
        return digest;
    }

    /** The minutes, all of them; only after the horizon. */
    public List<MinuteOutcome> minutes() {
        book.closeBefore((int) ((horizonNanos + MINUTE_NANOS - 1) / MINUTE_NANOS));
        return book.minutes();
    }

    /** What those who came to the network saw. Read after {@link #minutes}. */
    public ViewOutcome view() {
        return book.totals(0).view(OpenMinute.CLIENT);
    }

    /** A station: its law of service, its line, and either the times at which servers are free or those that are idle. */
    private static final class Station {

        private final CompiledEndpoint endpoint;
        private final int count;
        private final int firstServer;
        private final Onward[] onward;
        private final boolean isLast;

        /** Of the last station: when each server is free. */
        private final Tournament freeAt;

        private final int[] idle;
        private int idleCount;
        private int[] line = new int[64];
        private int lineHead;
        private int lineTail;

        Station(CompiledWorkload workload, CompiledEndpoint endpoint, int firstServer) {
            this.endpoint = endpoint;
            this.count = workload.concurrency();
            this.firstServer = firstServer;
            onward = workload.line().onward().toArray(Onward[]::new);
            isLast = onward.length == 0;
            freeAt = new Tournament(count);
            idle = new int[isLast ? 0 : count];
            for (int server = 0; server < count; server++) {
                if (isLast) {
                    freeAt.set(server, 0);
                } else {
                    idle[idleCount++] = firstServer + server;
                }
            }
        }

        private long demand(long key) {
            return (long) endpoint.cpuNanos().sampleUpper(Keys.draw(key, Draw.CPU_AND_PROCESSING));
        }

        /** The station after this one, or -1. */
        private int onward(long key) {
            double share = Keys.unit(Keys.draw(key, Draw.ONWARD));
            for (Onward step : onward) {
                if (share < step.cumulative()) {
                    return step.endpoint();
                }
            }
            return -1;
        }

        private void enqueue(int customer) {
            if (lineTail - lineHead == line.length) {
                int[] larger = new int[2 * line.length];
                for (int i = lineHead; i != lineTail; i++) {
                    larger[i & (larger.length - 1)] = line[i & (line.length - 1)];
                }
                line = larger;
            }
            line[lineTail++ & (line.length - 1)] = customer;
        }

        private int dequeue() {
            return line[lineHead++ & (line.length - 1)];
        }
    }

    /** Customers between the first station and the last: a row each. */
    private static final class Customers {

        private static final int ROW = 8;
        private static final int KEY = 0;
        private static final int INTENDED = 1;
        private static final int SINCE = 2;
        private static final int WAITS = 3;
        private static final int WORK = 4;
        private static final int LAST_WORK = 5;

        private long[] rows = new long[64 * ROW];
        private final SlotPool slots = new SlotPool(64);

        private int add(long key, long intended) {
            int customer = slots.take();
            if (slots.capacity() * ROW > rows.length) {
                rows = Arrays.copyOf(rows, slots.capacity() * ROW);
            }
            int row = customer * ROW;
            rows[row + KEY] = key;
            rows[row + INTENDED] = intended;
            rows[row + WAITS] = 0;
            rows[row + WORK] = 0;
            return customer;
        }

        private void remove(int customer) {
            slots.release(customer);
        }

        private long key(int customer) {
            return rows[customer * ROW + KEY];
        }

        private void key(int customer, long key) {
            rows[customer * ROW + KEY] = key;
        }

        private long intended(int customer) {
            return rows[customer * ROW + INTENDED];
        }

        private void since(int customer, long now) {
            rows[customer * ROW + SINCE] = now;
        }

        private long waited(int customer, long now) {
            long waited = now - rows[customer * ROW + SINCE];
            rows[customer * ROW + WAITS] += waited;
            return waited;
        }

        private long waits(int customer) {
            return rows[customer * ROW + WAITS];
        }

        private void worked(int customer, long nanos) {
            rows[customer * ROW + WORK] += nanos;
            rows[customer * ROW + LAST_WORK] = nanos;
        }

        private long work(int customer) {
            return rows[customer * ROW + WORK];
        }

        private long lastWork(int customer) {
            return rows[customer * ROW + LAST_WORK];
        }
    }
}
