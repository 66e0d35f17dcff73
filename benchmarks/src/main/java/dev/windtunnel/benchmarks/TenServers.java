package dev.windtunnel.benchmarks;

/**
 * One station of exactly ten servers, written for nothing else: the ten departures stand in order in ten local variables, and an
 * insertion is twenty minima and maxima without a branch. What a simulator that knows its network when it is compiled can
 * reach; shown beside the bare loop, which is what ours is measured against.
 */
final class TenServers implements QueueEngine {

    private static final long IDLE = Long.MAX_VALUE;
    private static final int LONGEST_LINE = 1 << 16;

    @Override
    public Measured run(Network network, long customers, long seed) {
        if (network.stations().size() != 1 || network.stations().getFirst().servers() != 10) {
            throw new IllegalArgumentException("one station of ten servers is wanted, found " + network);
        }
        Xoroshiro luck = new Xoroshiro(seed);
        double gapNanos = 1e9 / network.arrivalsPerSecond();
        double serviceNanos = 1e9 * network.stations().getFirst().meanServiceSeconds();
        long[] line = new long[LONGEST_LINE];
        int head = 0;
        int tail = 0;
        long waits = 0;
        long left = 0;
        long a = IDLE, b = IDLE, c = IDLE, d = IDLE, e = IDLE, f = IDLE, g = IDLE, h = IDLE, i = IDLE, j = IDLE;
        long arrival = (long) (luck.exponential() * gapNanos);
        while (left < customers) {
            if (arrival < a) {
                if (j == IDLE) {
                    long x = arrival + (long) (luck.exponential() * serviceNanos);
                    j = Math.max(i, x);
                    i = Math.min(i, Math.max(h, x));
                    h = Math.min(h, Math.max(g, x));
                    g = Math.min(g, Math.max(f, x));
                    f = Math.min(f, Math.max(e, x));
                    e = Math.min(e, Math.max(d, x));
                    d = Math.min(d, Math.max(c, x));
                    c = Math.min(c, Math.max(b, x));
                    b = Math.min(b, Math.max(a, x));
                    a = Math.min(a, x);
                } else if (tail - head == LONGEST_LINE) {
                    throw new IllegalStateException("more than " + LONGEST_LINE + " customers wait");
                } else {
                    line[tail++ & (LONGEST_LINE - 1)] = arrival;
                }
                arrival += (long) (luck.exponential() * gapNanos);
            } else {
                long now = a;
                long x = IDLE;
                left++;
                if (tail != head) {
                    waits += now - line[head++ & (LONGEST_LINE - 1)];
                    x = now + (long) (luck.exponential() * serviceNanos);
                }
                a = Math.min(b, x);
                b = Math.max(b, Math.min(c, x));
                c = Math.max(c, Math.min(d, x));
                d = Math.max(d, Math.min(e, x));
                e = Math.max(e, Math.min(f, x));
                f = Math.max(f, Math.min(g, x));
                g = Math.max(g, Math.min(h, x));
                h = Math.max(h, Math.min(i, x));
                i = Math.max(i, Math.min(j, x));
                j = Math.max(j, x);
            }
        }
        return new Measured(left, 2 * left, waits / 1e9 / left);
    }
}
