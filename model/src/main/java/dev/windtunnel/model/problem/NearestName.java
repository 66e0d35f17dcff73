package dev.windtunnel.model.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Did you mean ...? Names by edit distance to a misspelled one. */
public final class NearestName {

    /** The distance takes time and memory by the product of the lengths; nobody misspells a longer name. */
    private static final int LONGEST = 200;

    private NearestName() {}

    /**
     * The valid names nearest to the one found, best first: at most {@code limit}, none farther than a third of the
     * longer name's length plus one. Ties stand in the order of the names' spelling.
     */
    public static List<String> of(String found, Collection<String> valid, int limit) {
        if (found.length() > LONGEST) {
            return List.of();
        }
        return valid.stream()
                .filter(name ->
                        Math.abs(found.length() - name.length()) <= 1 + Math.max(found.length(), name.length()) / 3)
                .filter(name -> distance(found, name) <= 1 + Math.max(found.length(), name.length()) / 3)
                .sorted(Comparator.comparingInt((String name) -> distance(found, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(limit)
                .toList();
    }

    /** Insertions, deletions, substitutions and swaps of neighbors that turn one name into the other. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
