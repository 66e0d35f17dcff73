package dev.windtunnel.simulator.verification;

import dev.windtunnel.model.yaml.JsonValue;

/** How long the runs are that a case's tolerances were set for. */
record RunLength(long warmup, long measured, int replications) {

    private static final int FEWEST_REPLICATIONS = 10;
    private static final long SHORTEST_WARMUP = 20_000;

    /** The case's {@code run}; the default if it states no numbers. */
    static RunLength read(JsonValue root, RunLength otherwise) {
        if (!root.has("run") || !root.get("run").has("measured_requests_per_replication")) {
            return otherwise;
        }
        JsonValue run = root.get("run");
        return new RunLength(
                run.find("warmup_requests").map(value -> value.whole(0)).orElse(0),
                run.get("measured_requests_per_replication").whole(1),
                run.find("replications").map(value -> value.whole(1)).orElse(1));
    }

    /** All measured requests. */
    double total() {
        return (double) measured * replications;
    }

    /** A share of it, or a multiple: first fewer replications, down to ten, then shorter ones. */
    RunLength times(double effort) {
        int fewer = (int) Math.max(FEWEST_REPLICATIONS, Math.round(replications * effort));
        long shorter = Math.max(100, Math.round(total() * effort / fewer));
        long warm = Math.min(warmup, Math.max(SHORTEST_WARMUP, warmup * shorter / measured));
        return new RunLength(warm, shorter, fewer);
    }
}
