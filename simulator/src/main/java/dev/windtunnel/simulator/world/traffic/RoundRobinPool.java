package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Copies;
import dev.windtunnel.simulator.kernel.Keys;
import java.util.Arrays;

/**
 * Each target in turn (ALB-17), in the order of registration. With slow start a target that joins others gets a share of
 * its turns that grows linearly from none to all (ALB-19): its turn is skipped with the rest of the probability. Targets
 * that join an empty pool get all their turns at once.
 */
final class RoundRobinPool implements TargetPool {

    private final long slowStartNanos;
    private int[] pods = new int[16];
    private int size;
    private int cursor;

    // Slow start: by pod, when it joined, and the last roll call that it answered.
    private long[] joinedAt = new long[0];
    private int[] presentAt = new int[0];
    private int rollCall;
    private long allAreFullFrom;

    /** @param slowStartNanos 0 is off */
    RoundRobinPool(long slowStartNanos) {
        this.slowStartNanos = slowStartNanos;
    }

    @Override
    public void members(int[] newPods, int count, long now) {
        if (slowStartNanos > 0) {
            callRoll(newPods, count, now);
        }
        pods = pods.length < count ? new int[Math.max(count, 2 * pods.length)] : pods;
        System.arraycopy(newPods, 0, pods, 0, count);
        size = count;
    }

    private void callRoll(int[] newPods, int count, long now) {
        int previous = rollCall++;
        for (int i = 0; i < count; i++) {
            int pod = newPods[i];
            if (pod >= joinedAt.length) {
                int capacity = Math.max(pod + 1, 2 * joinedAt.length);
                joinedAt = Arrays.copyOf(joinedAt, capacity);
                presentAt = Arrays.copyOf(presentAt, capacity);
            }
            boolean isNew = previous == 0 || presentAt[pod] != previous;
            if (isNew) {
                joinedAt[pod] = size == 0 ? now - slowStartNanos : now;
                allAreFullFrom = Math.max(allAreFullFrom, joinedAt[pod] + slowStartNanos);
            }
            presentAt[pod] = rollCall;
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int pick(long key, long now) {
        if (now < allAreFullFrom) {
            skipWhoIsSlow(Keys.draw(key, Draw.TARGET), now);
        }
        advance();
        return pods[cursor];
    }

    private void advance() {
        cursor = cursor + 1 < size ? cursor + 1 : 0;
    }

    /** Leaves the cursor before the next target whose turn counts; after a full round, where it was. */
    private void skipWhoIsSlow(long bits, long now) {
        for (int skipped = 0; skipped < size; skipped++) {
            int next = cursor + 1 < size ? cursor + 1 : 0;
            long age = now - joinedAt[pods[next]];
            if (age >= slowStartNanos || Keys.unit(Keys.draw(bits, skipped)) * slowStartNanos < age) {
                return;
            }
            advance();
        }
    }

    @Override
    public void started(int pod) {
        if (pod < presentAt.length) {
            presentAt[pod] = 0;
        }
    }

    @Override
    public void copyFrom(TargetPool other) {
        RoundRobinPool theirs = (RoundRobinPool) other;
        pods = Copies.of(theirs.pods, pods);
        size = theirs.size;
        cursor = theirs.cursor;
        joinedAt = Copies.of(theirs.joinedAt, joinedAt);
        presentAt = Copies.of(theirs.presentAt, presentAt);
        rollCall = theirs.rollCall;
        allAreFullFrom = theirs.allAreFullFrom;
    }
}
