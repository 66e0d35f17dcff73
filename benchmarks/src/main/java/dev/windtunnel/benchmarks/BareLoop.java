package dev.windtunnel.benchmarks;

import java.util.Arrays;

/**
 * The least code that simulates a network event by event: the next arrival in a variable, departures in one ordered list or, in
 * a tandem, a 4-ary heap; lines in rings of arrival times; nothing recorded but waits. It does not know how many servers there
 * are before it runs. What our engine is measured against.
 */
final class BareLoop implements QueueEngine {

    @Override
    public Measured run(Network network, long customers, long seed) {
        int stations = network.stations().size();
        int[] servers = new int[stations];
        double[] service = new double[stations];
        int all = 0;
        for (int i = 0; i < stations; i++) {
            servers[i] = network.stations().get(i).servers();
            service[i] = network.stations().get(i).meanServiceSeconds();
            all += servers[i];
        }
        return stations == 1
                ? single(network, servers[0], service[0], customers, new Xoroshiro(seed))
                : tandem(network, servers, service, all, customers, new Xoroshiro(seed));
    }

    /** Servers are few, so their departures stand in one short list, latest first, the earliest at its end. */
    private static Measured single(Network network, int servers, double service, long customers, Xoroshiro luck) {
        double gapNanos = 1e9 / network.arrivalsPerSecond();
        double serviceNanos = 1e9 * service;
        long[] departures = new long[servers + 1];
        departures[0] = Long.MAX_VALUE;
        int busy = 0;
        long[] line = new long[1 << 10];
        int head = 0;
        int tail = 0;
        long waits = 0;
        long left = 0;
        long arrival = (long) (luck.exponential() * gapNanos);
        while (left < customers) {
            long now;
            if (arrival < departures[busy]) {
                now = arrival;
                arrival += (long) (luck.exponential() * gapNanos);
                if (busy == servers) {
                    if (tail - head == line.length) {
                        line = unrolled(line, head, tail);
                        tail -= head;
                        head = 0;
                    }
                    line[tail++ & (line.length - 1)] = now;
                    continue;
                }
            } else {
                now = departures[busy--];
                left++;
                if (tail == head) {
                    continue;
                }
                waits += now - line[head++ & (line.length - 1)];
            }
            long departure = now + (long) (luck.exponential() * serviceNanos);
            int hole = ++busy;
            while (departures[hole - 1] < departure) {
                departures[hole] = departures[hole - 1];
                hole--;
            }
            departures[hole] = departure;
        }
        return new Measured(left, 2 * left, waits / 1e9 / left);
    }

    private static long[] unrolled(long[] ring, int head, int tail) {
        long[] larger = new long[2 * ring.length];
        for (int i = head; i != tail; i++) {
            larger[i - head] = ring[i & (ring.length - 1)];
        }
        return larger;
    }

    private static double[] unrolled(double[] ring, int head, int tail) {
        double[] larger = new double[2 * ring.length];
        for (int i = head; i != tail; i++) {
            larger[i - head] = ring[i & (ring.length - 1)];
        }
        return larger;
    }

    private static Measured tandem(
            Network network, int[] servers, double[] service, int all, long customers, Xoroshiro luck) {
        double gap = 1 / network.arrivalsPerSecond();
        double[] times = new double[all];
        int[] places = new int[all];
        int pending = 0;
        int[] busy = new int[servers.length];
        double[][] lines = new double[servers.length][1 << 10];
        int[] heads = new int[servers.length];
        int[] tails = new int[servers.length];
        double[] waits = new double[servers.length];
        long left = 0;
        double arrival = luck.exponential() * gap;
        while (left < customers) {
            int to = 0;
            double now = arrival;
            if (pending == 0 || arrival < times[0]) {
                arrival += luck.exponential() * gap;
            } else {
                now = times[0];
                int from = places[0];
                to = from + 1;
                if (tails[from] != heads[from]) {
                    double[] line = lines[from];
                    waits[from] += now - line[heads[from]++ & (line.length - 1)];
                    sink(times, places, pending, now + luck.exponential() * service[from], from);
                } else {
                    busy[from]--;
                    pending--;
                    sink(times, places, pending, times[pending], places[pending]);
                }
            }
            if (to == servers.length) {
                left++;
            } else if (busy[to] < servers[to]) {
                busy[to]++;
                double time = now + luck.exponential() * service[to];
                int hole = pending++;
                while (hole > 0 && times[(hole - 1) >> 2] > time) {
                    times[hole] = times[(hole - 1) >> 2];
                    places[hole] = places[(hole - 1) >> 2];
                    hole = (hole - 1) >> 2;
                }
                times[hole] = time;
                places[hole] = to;
            } else {
                if (tails[to] - heads[to] == lines[to].length) {
                    lines[to] = unrolled(lines[to], heads[to], tails[to]);
                    tails[to] -= heads[to];
                    heads[to] = 0;
                }
                lines[to][tails[to]++ & (lines[to].length - 1)] = now;
            }
        }
        return new Measured(
                left, (servers.length + 1) * left, Arrays.stream(waits).sum() / left);
    }

    private static void sink(double[] times, int[] places, int size, double time, int place) {
        int hole = 0;
        while (true) {
            int child = 4 * hole + 1;
            if (child >= size) {
                break;
            }
            int best = child;
            int end = Math.min(child + 4, size);
            for (int other = child + 1; other < end; other++) {
                best = times[other] < times[best] ? other : best;
            }
            if (times[best] >= time) {
                break;
            }
            times[hole] = times[best];
            places[hole] = places[best];
            hole = best;
        }
        if (size > 0) {
            times[hole] = time;
            places[hole] = place;
        }
    }
}
