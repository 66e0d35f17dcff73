package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledSessions;
import dev.windtunnel.simulator.kernel.CountTable;
import dev.windtunnel.simulator.kernel.Keys;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What pages ask for: functions of a page's key and of nothing else. The key of a page is made of its session's key and its
 * number, that of a call of the page's and its own.
 */
final class PagePlan {

    /** The page's calls are drawn one by one. */
    static final int MIXED = -1;

    /** Uses of a page's key beside the keys of its calls. */
    static final int THINK = 1001;

    static final int LEAVE = 1002;
    static final int RELOAD = 1003;
    static final int RELOAD_WAIT = 1004;
    private static final int KIND = 1005;
    private static final int CALLS = 1006;
    private static final int ENDPOINT = 1007;

    private final CompiledSessions.Files files;
    private final double[] cumulative;
    private final @Nullable CountTable calls;
    private final int waves;

    /** Of each kind its first wave; of each wave its first call; of each call its endpoint; then one end more. */
    private final int[] firstWave;

    private final int[] firstCall;
    private final int[] endpoints;

    PagePlan(CompiledSessions sessions) {
        files = sessions.files();
        switch (sessions.content()) {
            case CompiledSessions.Mixed mixed -> {
                calls = mixed.calls();
                waves = mixed.waves();
                cumulative = array(mixed.cumulativeWeights());
                firstWave = new int[0];
                firstCall = new int[0];
                endpoints = new int[0];
            }
            case CompiledSessions.Kinds(List<CompiledSessions.Kind> kinds) -> {
                calls = null;
                waves = 0;
                cumulative = array(kinds.stream()
                        .map(CompiledSessions.Kind::cumulativeShare)
                        .toList());
                List<List<Integer>> all =
                        kinds.stream().flatMap(kind -> kind.waves().stream()).toList();
                firstWave = ends(
                        kinds.stream().mapToInt(kind -> kind.waves().size()).toArray());
                firstCall = ends(all.stream().mapToInt(List::size).toArray());
                endpoints = all.stream()
                        .flatMap(List::stream)
                        .mapToInt(Integer::intValue)
                        .toArray();
            }
        }
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static int[] ends(int[] sizes) {
        int[] ends = new int[sizes.length + 1];
        for (int i = 0; i < sizes.length; i++) {
            ends[i + 1] = ends[i] + sizes[i];
        }
        return ends;
    }

    /** The key of a session's page. */
    static long pageKey(long sessionKey, int page) {
        return Keys.mix(sessionKey, page);
    }

    /** The key of one load of a page: its own the first time, another each time that it is loaded again. */
    static long loadKey(long pageKey, int reload) {
        return reload == 0 ? pageKey : Keys.mix(pageKey, -reload);
    }

    /** Which kind the page is, or {@link #MIXED}. */
    int kind(long pageKey) {
        return calls != null ? MIXED : pick(Keys.unit(Keys.draw(pageKey, KIND)));
    }

    private int pick(double share) {
        int picked = 0;
        while (picked < cumulative.length - 1 && share >= cumulative[picked]) {
            picked++;
        }
        return picked;
    }

    /** Files that a page loads first. */
    int files(int page) {
        return page == 0 ? files.first() : files.later();
    }

    /** Calls of a page, without its files. */
    int calls(long pageKey, int kind) {
        return calls != null
                ? calls.sampleUpper(Keys.draw(pageKey, CALLS))
                : firstCall[firstWave[kind + 1]] - firstCall[firstWave[kind]];
    }

    /**
     * How many calls go out in a wave of a page; 0 if it has no such wave. Files are a wave of their own, the first one.
     *
     * @param allCalls of the page, files included
     */
    int waveSize(int kind, int fileCount, int allCalls, int wave) {
        if (fileCount > 0 && wave == 0) {
            return fileCount;
        }
        int own = fileCount > 0 ? wave - 1 : wave;
        if (kind != MIXED) {
            int at = firstWave[kind] + own;
            return at < firstWave[kind + 1] ? firstCall[at + 1] - firstCall[at] : 0;
        }
        int mixed = allCalls - fileCount;
        return own < waves ? mixed / waves + (own < mixed % waves ? 1 : 0) : 0;
    }

    /** The endpoint of a page's call. */
    int endpoint(long pageKey, int kind, int fileCount, int call) {
        if (call < fileCount) {
            return files.endpoint();
        }
        if (kind != MIXED) {
            return endpoints[firstCall[firstWave[kind]] + call - fileCount];
        }
        return pick(Keys.unit(Keys.draw(Keys.mix(pageKey, call), ENDPOINT)));
    }
}
