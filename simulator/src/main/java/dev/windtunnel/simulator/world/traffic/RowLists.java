package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Copies;
import java.util.Arrays;

/**
 * Doubly linked lists over the rows of a table, as arrays: a row stands in at most one of the lists. All operations take
 * constant time and none allocates but {@link #reserve}.
 */
final class RowLists {

    /** No row, or no list. */
    static final int NONE = -1;

    private int[] heads;
    private int[] tails;
    private int[] sizes;
    private int[] next = new int[0];
    private int[] previous = new int[0];
    private int[] lists = new int[0];

    /** So many empty lists, for no rows yet. */
    RowLists(int count) {
        heads = new int[count];
        tails = new int[count];
        sizes = new int[count];
        Arrays.fill(heads, NONE);
        Arrays.fill(tails, NONE);
    }

    /** Makes room for rows below this number; those that exist stay where they are. */
    void reserve(int rows) {
        int before = lists.length;
        if (rows > before) {
            next = Arrays.copyOf(next, rows);
            previous = Arrays.copyOf(previous, rows);
            lists = Arrays.copyOf(lists, rows);
            Arrays.fill(lists, before, rows, NONE);
        }
    }

    /** Makes room for lists below this number; new ones are empty. */
    void reserveLists(int count) {
        int before = heads.length;
        if (count > before) {
            heads = Arrays.copyOf(heads, count);
            tails = Arrays.copyOf(tails, count);
            sizes = Arrays.copyOf(sizes, count);
            Arrays.fill(heads, before, count, NONE);
            Arrays.fill(tails, before, count, NONE);
        }
    }

    /** The list that a row stands in, or {@link #NONE}. */
    int listOf(int row) {
        return lists[row];
    }

    /** Whether there is a list of this number. */
    boolean hasList(int list) {
        return list < heads.length;
    }

    int size(int list) {
        return sizes[list];
    }

    /** First row of a list, or {@link #NONE}. */
    int head(int list) {
        return heads[list];
    }

    /** Last row of a list, or {@link #NONE}. */
    int tail(int list) {
        return tails[list];
    }

    /** The row behind one that stands in a list, or {@link #NONE}. */
    int next(int row) {
        return next[row];
    }

    /** The row before one that stands in a list, or {@link #NONE}. */
    int previous(int row) {
        return previous[row];
    }

    /** A row that stands in no list joins the end of one. */
    void append(int list, int row) {
        insertBehind(list, tails[list], row);
    }

    /** A row that stands in no list is put behind another, or first if that is {@link #NONE}. */
    void insertBehind(int list, int before, int row) {
        assert lists[row] == NONE : "row " + row + " joins list " + list + " and stands in list " + lists[row];
        int after = before == NONE ? heads[list] : next[before];
        lists[row] = list;
        previous[row] = before;
        next[row] = after;
        if (before == NONE) {
            heads[list] = row;
        } else {
            next[before] = row;
        }
        if (after == NONE) {
            tails[list] = row;
        } else {
            previous[after] = row;
        }
        sizes[list]++;
    }

    /** A row leaves its list; does nothing if it stands in none. */
    void remove(int row) {
        int list = lists[row];
        if (list == NONE) {
            return;
        }
        int before = previous[row];
        int after = next[row];
        if (before == NONE) {
            heads[list] = after;
        } else {
            next[before] = after;
        }
        if (after == NONE) {
            tails[list] = before;
        } else {
            previous[after] = before;
        }
        lists[row] = NONE;
        sizes[list]--;
    }

    /** Makes these lists equal to others. */
    void copyFrom(RowLists other) {
        heads = Copies.of(other.heads, heads);
        tails = Copies.of(other.tails, tails);
        sizes = Copies.of(other.sizes, sizes);
        next = Copies.of(other.next, next);
        previous = Copies.of(other.previous, previous);
        lists = Copies.of(other.lists, lists);
    }
}
