package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Copies;
import dev.windtunnel.simulator.kernel.Keys;

/**
 * Two different targets at random, of which the one with fewer outstanding requests. The pair is drawn in random order, so
 * that a tie, which goes to the first, is a fair one. Source: Mitzenmacher, The power of two choices in randomized load
 * balancing, 2001; Envoy's least request policy.
 */
final class TwoChoicesPool implements TargetPool {

    private final OutstandingCounts counts;
    private int[] pods = new int[16];
    private int size;

    TwoChoicesPool(OutstandingCounts counts) {
        this.counts = counts;
    }

    @Override
    public void members(int[] newPods, int count, long now) {
        pods = pods.length < count ? new int[Math.max(count, 2 * pods.length)] : pods;
        System.arraycopy(newPods, 0, pods, 0, count);
        size = count;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int pick(long key, long now) {
        if (size == 1) {
            return pods[0];
        }
        long bits = Keys.draw(key, Draw.TARGET);
        int place = Keys.below(size, bits);
        int other = Keys.below(size - 1, bits << 32);
        int first = pods[place];
        int second = pods[other < place ? other : other + 1];
        return counts.of(second) < counts.of(first) ? second : first;
    }

    @Override
    public void copyFrom(TargetPool other) {
        TwoChoicesPool theirs = (TwoChoicesPool) other;
        pods = Copies.of(theirs.pods, pods);
        size = theirs.size;
    }
}
