package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.Effect;
import java.util.ArrayList;
import java.util.List;

/**
 * Second-by-second counts around each fault, by intended arrival: five minutes before it until half an hour after, but not
 * into the next fault, whose harm is its own.
 */
public final class SecondCounts {

    private static final long SECOND = 1_000_000_000L;
    private static final int BEFORE_SECONDS = 300;
    private static final int AFTER_SECONDS = 1800;

    private final List<Window> windows = new ArrayList<>();
    private final int[] firsts;
    private final int[][] arrived;
    private final int[][] failed;

    /** The record of one fault. */
    public record Window(Effect effect, int firstSecond, List<Integer> arrived, List<Integer> failed) {}

    SecondCounts(List<Effect> effects, int horizonSeconds) {
        firsts = new int[effects.size()];
        arrived = new int[effects.size()][];
        failed = new int[effects.size()][];
        for (int i = 0; i < effects.size(); i++) {
            Effect effect = effects.get(i);
            firsts[i] = (int) Math.max(0, effect.fromNanos() / SECOND - BEFORE_SECONDS);
            long after = Math.min(horizonSeconds, effect.toNanos() / SECOND + AFTER_SECONDS);
            long next = effects.stream()
                    .mapToLong(Effect::fromNanos)
                    .filter(from -> from > effect.fromNanos())
                    .min()
                    .orElse(Long.MAX_VALUE);
            int end = (int) Math.min(after, next / SECOND);
            arrived[i] = new int[end - firsts[i]];
            failed[i] = new int[end - firsts[i]];
            windows.add(new Window(effect, firsts[i], List.of(), List.of()));
        }
    }

    void arrived(long intended) {
        count(arrived, intended);
    }

    void failed(long intended) {
        count(failed, intended);
    }

    private void count(int[][] counts, long intended) {
        for (int i = 0; i < firsts.length; i++) {
            int second = (int) (intended / SECOND) - firsts[i];
            if (second >= 0 && second < counts[i].length) {
                counts[i][second]++;
            }
        }
    }

    /** The records, in the order of the effects. */
    List<Window> windows() {
        List<Window> filled = new ArrayList<>();
        for (int i = 0; i < firsts.length; i++) {
            filled.add(new Window(windows.get(i).effect(), firsts[i], boxed(arrived[i]), boxed(failed[i])));
        }
        return filled;
    }

    private static List<Integer> boxed(int[] values) {
        List<Integer> list = new ArrayList<>(values.length);
        for (int value : values) {
            list.add(value);
        }
        return list;
    }

    /** Takes over another's state. */
    void copyFrom(SecondCounts other) {
        for (int i = 0; i < firsts.length; i++) {
            System.arraycopy(other.arrived[i], 0, arrived[i], 0, arrived[i].length);
            System.arraycopy(other.failed[i], 0, failed[i], 0, failed[i].length);
        }
    }
}
