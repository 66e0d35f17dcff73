package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Copies;
import dev.windtunnel.simulator.kernel.Keys;

/** Each target with the same probability. */
final class RandomPool implements TargetPool {

    private int[] pods = new int[16];
    private int size;

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
        return pods[Keys.below(size, Keys.draw(key, Draw.TARGET))];
    }

    @Override
    public void copyFrom(TargetPool other) {
        RandomPool theirs = (RandomPool) other;
        pods = Copies.of(theirs.pods, pods);
        size = theirs.size;
    }
}
