package dev.windtunnel.simulator.report;

import java.util.List;

/** The percentiles that reports show: the usual request, and the tail that users remember. */
record Percentile(String name, double share) {

    static final List<Percentile> SHOWN = List.of(
            new Percentile("p50", 0.5),
            new Percentile("p95", 0.95),
            new Percentile("p99", 0.99),
            new Percentile("p99.9", 0.999));
}
