package dev.windtunnel.simulator.world.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists are what lists of integers are. */
class RowListsTest {

    private static final int LISTS = 3;

    private static List<Integer> content(RowLists lists, int list) {
        List<Integer> rows = new ArrayList<>();
        for (int row = lists.head(list); row != RowLists.NONE; row = lists.next(row)) {
            rows.add(row);
        }
        return rows;
    }

    private static List<Integer> backward(RowLists lists, int list) {
        List<Integer> rows = new ArrayList<>();
        for (int row = lists.tail(list); row != RowLists.NONE; row = lists.previous(row)) {
            rows.addFirst(row);
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void holdsWhatListsOfIntegersHold(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RowLists lists = new RowLists(LISTS);
        List<List<Integer>> naive = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int rows = 0;

        for (int step = 0; step < 20_000; step++) {
            if (rows == 0 || (rows < 500 && random.nextInt(20) == 0)) {
                lists.reserve(++rows);
            }
            int row = random.nextInt(rows);
            int list = random.nextInt(LISTS);
            int at = lists.listOf(row);
            if (at != RowLists.NONE) {
                lists.remove(row);
                naive.get(at).remove(Integer.valueOf(row));
            } else if (random.nextBoolean() || naive.get(list).isEmpty()) {
                lists.append(list, row);
                naive.get(list).add(row);
            } else {
                int place = random.nextInt(naive.get(list).size());
                lists.insertBehind(list, naive.get(list).get(place), row);
                naive.get(list).add(place + 1, row);
            }

            for (int each = 0; each < LISTS && step % 50 == 0; each++) {
                assertEquals(naive.get(each), content(lists, each), "seed " + seed + ", step " + step);
                assertEquals(naive.get(each), backward(lists, each), "seed " + seed + ", step " + step);
                assertEquals(naive.get(each).size(), lists.size(each), "seed " + seed + ", step " + step);
            }
        }

        RowLists copy = new RowLists(LISTS);
        copy.copyFrom(lists);
        assertEquals(content(lists, 0), content(copy, 0));
        int moved = content(lists, 0).getFirst();
        copy.remove(moved);
        assertFalse(content(copy, 0).contains(moved));
        assertEquals(naive.getFirst(), content(lists, 0));
    }
}
