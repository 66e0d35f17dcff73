package dev.windtunnel.simulator.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Ends a run early and waits until it has ended, so that nothing half-written stays behind. For one run. */
final class StopSwitch implements BooleanSupplier {

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean isRunning;
    private volatile boolean isStopped;

    /** Whether the run is to end. */
    @Override
    public boolean getAsBoolean() {
        return isStopped;
    }

    /** From now on {@link #stop} waits. */
    void runBegins() {
        isRunning = true;
    }

    /** Nothing is under way any more, files included. */
    void runEnded() {
        ended.countDown();
    }

    /**
     * Asks the run to end and waits for it.
     *
     * @return false if it was still going after the time given
     */
    boolean stop(Duration patience) {
        isStopped = true;
        if (!isRunning) {
            return true;
        }
        try {
            return ended.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
