package dev.windtunnel.simulator.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * One line on the terminal that says how far a run is, drawn over itself at most ten times a second.
 *
 * <p>Called on the engine's thread every few thousand events: between two drawings a call reads the clock and compares.
 */
final class ProgressLine implements Simulation.Progress {

    /** A run shorter than this shows no line: it would only flicker. */
    private static final long FIRST_AFTER_NANOS = 500_000_000L;

    private static final long REDRAW_AFTER_NANOS = 100_000_000L;
    private static final int BAR_WIDTH = 20;

    private final PrintWriter terminal;
    private final LongSupplier nanoClock;
    private final long startNanos;
    private long nextDrawNanos;
    private int drawnWidth;

    /** @param nanoClock monotonic, any origin */
    ProgressLine(PrintWriter terminal, LongSupplier nanoClock) {
        this.terminal = terminal;
        this.nanoClock = nanoClock;
        this.startNanos = nanoClock.getAsLong();
        this.nextDrawNanos = startNanos + FIRST_AFTER_NANOS;
    }

    @Override
    public void at(long simulatedNanos, long horizonNanos, long requests) {
        long now = nanoClock.getAsLong();
        if (now - nextDrawNanos < 0) {
            return;
        }
        nextDrawNanos = now + REDRAW_AFTER_NANOS;
        draw(describe(simulatedNanos, horizonNanos, requests, now - startNanos));
    }

    /** Takes the line away. */
    void erase() {
        if (drawnWidth > 0) {
            terminal.print("\r" + " ".repeat(drawnWidth) + "\r");
            terminal.flush();
            drawnWidth = 0;
        }
    }

    private void draw(String line) {
        // Spaces rather than an escape sequence wipe what a longer line left: that works on every terminal.
        terminal.print("\r" + line + " ".repeat(Math.max(0, drawnWidth - line.length())));
        terminal.flush();
        drawnWidth = line.length();
    }

    /** {@code [######--------------]  30%  07:12:00 of 24:00:00  1,034,000 requests/s  12 s left}. */
    static String describe(long simulatedNanos, long horizonNanos, long requests, long elapsedNanos) {
        double done = horizonNanos <= 0 ? 0 : Math.clamp((double) simulatedNanos / horizonNanos, 0.0, 1.0);
        int filled = (int) (done * BAR_WIDTH);
        double elapsedSeconds = elapsedNanos / 1e9;
        String left = done <= 0
                ? ""
                : String.format(Locale.ROOT, "  %,d s left", Math.round(elapsedSeconds * (1 - done) / done));
        return String.format(
                Locale.ROOT,
                "[%s%s] %3d%%  %s of %s  %,d requests/s%s",
                "#".repeat(filled),
                "-".repeat(BAR_WIDTH - filled),
                (int) (done * 100),
                clock(simulatedNanos),
                clock(horizonNanos),
                elapsedSeconds <= 0 ? 0 : Math.round(requests / elapsedSeconds),
                left);
    }

    private static String clock(long nanos) {
        long seconds = nanos / 1_000_000_000L;
        return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
