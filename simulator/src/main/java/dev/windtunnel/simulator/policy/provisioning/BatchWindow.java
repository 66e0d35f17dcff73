package dev.windtunnel.simulator.policy.provisioning;

/**
 * How long Karpenter waits for further pods before it plans: until none has come for a while, but not for ever (Kubernetes
 * sheet, section 11.1; {@code kubernetes-sigs/karpenter:pkg/controllers/provisioning/batcher.go}). A pod that comes again does
 * not extend the window.
 */
public final class BatchWindow {

    private static final Settings DEFAULTS = new Settings(1_000_000_000L, 10_000_000_000L);

    /**
     * The window's two flags.
     *
     * @param idleNanos time without a new pod that closes it, 1 s by default
     * @param maxNanos most time since the first pod, 10 s by default
     */
    public record Settings(long idleNanos, long maxNanos) {

        /** @throws IllegalArgumentException unless 0 < idle <= max */
        public Settings {
            if (idleNanos <= 0 || maxNanos < idleNanos) {
                throw new IllegalArgumentException(
                        "0 < idleNanos <= maxNanos, found " + idleNanos + " and " + maxNanos);
            }
        }
    }

    private BatchWindow() {}

    /** When a window closes by default whose first pod came at one time and whose latest new pod came at another. */
    public static long closesAt(long firstNanos, long lastNanos) {
        return closesAt(DEFAULTS, firstNanos, lastNanos);
    }

    /** The same with other flags. */
    public static long closesAt(Settings settings, long firstNanos, long lastNanos) {
        return Math.min(lastNanos + settings.idleNanos(), firstNanos + settings.maxNanos());
    }
}
