package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Copies;
import dev.windtunnel.simulator.kernel.Keys;
import java.util.Arrays;

/**
 * The target with the fewest outstanding requests, ties at random (ALB-17 names the rule; how the service breaks ties is
 * not published).
 *
 * <p>Targets stand in one array, sorted by count; for each count the place of the first target that has at least as many.
 * One request more moves its target behind the last of its equals and their border by one place, one less the other way
 * round: constant time for every step of every request, whatever the number of targets. A change of the targets sorts them
 * anew, in time linear in targets and in the largest count.
 */
final class LeastOutstandingPool implements TargetPool {

    private final OutstandingCounts counts;
    private int[] sorted = new int[16];
    private int size;

    /** By pod: its place in {@code sorted}, or -1. */
    private int[] placeOf = new int[0];

    /** By count: the place of the first target with at least this count; at {@code levels} and beyond, the size. */
    private int[] firstWith = new int[16];

    /** Every target's count is below it. */
    private int levels;

    LeastOutstandingPool(OutstandingCounts counts) {
        this.counts = counts;
    }

    @Override
    public void members(int[] pods, int count, long now) {
        for (int place = 0; place < size; place++) {
            placeOf[sorted[place]] = -1;
        }
        size = count;
        if (sorted.length < count) {
            sorted = new int[Math.max(count, 2 * sorted.length)];
        }
        levels = 1;
        int largestPod = -1;
        for (int i = 0; i < count; i++) {
            levels = Math.max(levels, counts.of(pods[i]) + 1);
            largestPod = Math.max(largestPod, pods[i]);
        }
        reserve(largestPod);
        sort(pods, count);
    }

    private void reserve(int largestPod) {
        if (largestPod >= placeOf.length) {
            int before = placeOf.length;
            placeOf = Arrays.copyOf(placeOf, Math.max(largestPod + 1, 2 * before));
            Arrays.fill(placeOf, before, placeOf.length, -1);
        }
        if (levels >= firstWith.length) {
            firstWith = new int[Math.max(levels + 1, 2 * firstWith.length)];
        }
    }

    /** Counting sort; equals keep the order in which they are given. */
    private void sort(int[] pods, int count) {
        Arrays.fill(firstWith, 0, levels + 1, 0);
        for (int i = 0; i < count; i++) {
            firstWith[counts.of(pods[i]) + 1]++;
        }
        for (int level = 1; level <= levels; level++) {
            firstWith[level] += firstWith[level - 1];
        }
        // Each insertion moves its level's border to the right, to where the next level begins; shifted back at the
        // end.
        for (int i = 0; i < count; i++) {
            int place = firstWith[counts.of(pods[i])]++;
            sorted[place] = pods[i];
            placeOf[pods[i]] = place;
        }
        System.arraycopy(firstWith, 0, firstWith, 1, levels);
        firstWith[0] = 0;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int pick(long key, long now) {
        return sorted[Keys.below(ties(), Keys.draw(key, Draw.TARGET))];
    }

    /** How many targets have the fewest outstanding requests: they stand in front. */
    int ties() {
        return firstWith[counts.of(sorted[0]) + 1];
    }

    @Override
    public void sent(int pod, int before) {
        int place = placeOf(pod);
        if (place < 0) {
            return;
        }
        int last = firstWith[before + 1] - 1;
        swap(place, last);
        firstWith[before + 1] = last;
        if (before + 1 == levels) {
            levels++;
            if (levels == firstWith.length) {
                firstWith = Arrays.copyOf(firstWith, 2 * levels);
            }
            firstWith[levels] = size;
        }
    }

    @Override
    public void ended(int pod, int before, int status, long now) {
        int place = placeOf(pod);
        if (place < 0) {
            return;
        }
        int first = firstWith[before];
        swap(place, first);
        firstWith[before] = first + 1;
    }

    private int placeOf(int pod) {
        return pod < placeOf.length ? placeOf[pod] : -1;
    }

    private void swap(int place, int other) {
        int pod = sorted[place];
        int otherPod = sorted[other];
        sorted[place] = otherPod;
        sorted[other] = pod;
        placeOf[otherPod] = place;
        placeOf[pod] = other;
    }

    @Override
    public void copyFrom(TargetPool other) {
        LeastOutstandingPool theirs = (LeastOutstandingPool) other;
        sorted = Copies.of(theirs.sorted, sorted);
        size = theirs.size;
        placeOf = Copies.of(theirs.placeOf, placeOf);
        firstWith = Copies.of(theirs.firstWith, firstWith);
        levels = theirs.levels;
    }
}
