package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Copies;
import java.util.Arrays;

/**
 * Integer weights of numbered places: a change and a search by cumulative weight take time logarithmic in the number of
 * places. A binary indexed tree: entry i (from 1) holds the sum of the lowest-set-bit-of-i weights that end at place i.
 * Source: Fenwick, A new data structure for cumulative frequency tables, 1994.
 */
final class WeightTree {

    private int[] sums = new int[17];
    private int places;
    private int total;

    /** So many places, all of weight zero. */
    void reset(int newPlaces) {
        places = newPlaces;
        total = 0;
        if (sums.length <= places) {
            sums = new int[Math.max(places + 1, 2 * sums.length)];
        } else {
            Arrays.fill(sums, 0);
        }
    }

    /** Changes the weight of a place, from 0; no weight falls below zero. */
    void add(int place, int change) {
        total += change;
        for (int i = place + 1; i <= places; i += i & -i) {
            sums[i] += change;
        }
    }

    /** Sum of all weights. */
    int total() {
        return total;
    }

    /** The place in whose weight a point falls, when weights lie side by side from 0; the point is below the total. */
    int find(int point) {
        int left = point;
        int i = 0;
        for (int step = Integer.highestOneBit(places); step > 0; step >>= 1) {
            int next = i + step;
            if (next <= places && sums[next] <= left) {
                i = next;
                left -= sums[next];
            }
        }
        return i;
    }

    /** Takes over another's state. */
    void copyFrom(WeightTree other) {
        sums = Copies.of(other.sums, sums);
        places = other.places;
        total = other.total;
    }
}
