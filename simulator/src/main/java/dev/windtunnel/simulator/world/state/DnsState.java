package dev.windtunnel.simulator.world.state;

import dev.windtunnel.simulator.kernel.Copies;
import java.util.Arrays;

/**
 * Which zones' load balancer addresses the name resolves to, now and at any earlier time: clients hold answers that are as
 * old as their caches allow.
 */
public final class DnsState {

    private final long[][] changes;
    private final int[] counts;

    /** All zones present from the beginning. */
    public DnsState(int zones) {
        changes = new long[zones][4];
        counts = new int[zones];
    }

    /** A zone's address leaves the answer, or returns. Does nothing if it is so already. */
    public void set(int zone, boolean present, long now) {
        if (isPresent(zone, now) == present) {
            return;
        }
        if (counts[zone] == changes[zone].length) {
            changes[zone] = Arrays.copyOf(changes[zone], 2 * counts[zone]);
        }
        changes[zone][counts[zone]++] = now;
    }

    /** Whether an answer of the given time held the zone's address. Each change toggles; the first one removes. */
    public boolean isPresent(int zone, long at) {
        int changed = 0;
        while (changed < counts[zone] && changes[zone][changed] <= at) {
            changed++;
        }
        return (changed & 1) == 0;
    }

    /** Takes over another's state. */
    void copyFrom(DnsState other) {
        for (int zone = 0; zone < counts.length; zone++) {
            changes[zone] = Copies.of(other.changes[zone], changes[zone]);
            counts[zone] = other.counts[zone];
        }
    }
}
